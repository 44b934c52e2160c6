import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Optional packages that the lock file names as wanted but does not describe: `npm ci` fails on each. */
export function missingFromLock(lock) {
  const described = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !described.has(name))
      .map((name) => `${path || "the project"} wants ${name}, which package-lock.json does not describe`),
  );
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL("../package-lock.json", import.meta.url);
  const missing = missingFromLock(JSON.parse(readFileSync(file, "utf8")));
  for (const line of missing) console.error(line);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
