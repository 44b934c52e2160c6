import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What Biome cannot say about imports. Each rule: which files it holds for, and the lines it refuses. */
const RULES = [
  {
    says: 'a server folder\'s file begins with `import "server-only";`',
    holds: (path) => /^lib\/(auth|fivetran|jobs|store|sync)\//.test(path) && !isTest(path),
    find: (text) => (/^import "server-only";\r?\n/.test(text) ? [] : [0]),
  },
  {
    says: "lib/queries takes only types from lib/contract",
    holds: (path) => path.startsWith("lib/queries/"),
    find: (text) => offsets(text, /^(?!import type )[^\n]*["']@\/lib\/contract\//gm),
  },
  {
    says: "the environment is read in lib/env.ts only",
    holds: (path) => path !== "lib/env.ts" && !/^scripts\/|\.config\.[jt]s$/.test(path) && !isTest(path),
    find: (text, path) =>
      offsets(text, path === "instrumentation.ts" ? /process\.env(?!\.NEXT_RUNTIME)/g : /process\.env/g),
  },
  {
    says: "zod is imported through lib/zod only",
    holds: (path) => path !== "lib/zod.ts",
    find: (text) => offsets(text, /(from|import\(?)\s*["']zod(\/[^"']*)?["']/g),
  },
  {
    says: "no Server Actions and no `use cache`",
    holds: () => true,
    find: (text) => offsets(text, /^\s*["']use (server|cache)(: ?\w+)?["'];?\s*$/gm),
  },
  {
    says: "code that comes later comes by lazyPiece or loadCode, which bear its loss",
    holds: (path) => /^(app|components)\//.test(path) && !isTest(path),
    find: (text) => offsets(text, /\bssr: false\b|\bawait import\(/g),
  },
  {
    says: "fonts come with the package, not from the network",
    holds: () => true,
    find: (text) => offsets(text, /["']next\/font\/google["']/g),
  },
];

const isTest = (path) => /\.test\.tsx?$/.test(path);
const offsets = (text, pattern) => [...text.matchAll(pattern)].map((match) => match.index);

/** The rules that one file breaks, as `path:line: sentence`. */
export function faultsOf(path, text) {
  return RULES.filter((rule) => rule.holds(path)).flatMap((rule) =>
    rule.find(text, path).map((at) => `${path}:${text.slice(0, at).split("\n").length}: ${rule.says}`),
  );
}

const SKIPPED = new Set(["node_modules", "data", "test-results", "playwright-report"]);

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder || ".", { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(path)) yield* sourcesIn(path);
    else if (entry.isFile() && /\.(tsx?|m?js)$/.test(entry.name)) yield path;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const faults = [...sourcesIn("")]
    .filter((path) => !path.startsWith("scripts/check-imports."))
    .flatMap((path) => faultsOf(path, readFileSync(path, "utf8")));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
