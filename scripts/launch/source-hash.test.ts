import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isBuilt, markBuilt, sourceHash } from "@/scripts/launch/source-hash.mjs";

let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "headgate-hash-"));
  write("app/page.tsx", "one");
  write("lib/deep/noun.ts", "two");
  write("package-lock.json", "{}");
  write("next.config.js", "");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ["app/page.tsx", "changed"],
  ["lib/deep/noun.ts", "changed"],
  ["components/ui/button.tsx", "new"],
  ["public/logo.svg", "new"],
  ["package-lock.json", '{"a":1}'],
  ["next.config.js", "changed"],
  ["tsconfig.json", "{}"],
  ["proxy.ts", "new"],
  ["instrumentation.node.ts", "new"],
  ["postcss.config.mjs", "new"],
])("changes with %s", (path, text) => {
  const before = sourceHash(root);
  write(path, text);
  expect(sourceHash(root)).not.toBe(before);
});

it.each(["lib/deep/noun.test.ts", "docs/bench.md", "e2e/start.spec.ts", "README.md", "data/db/1"])(
  "does not change with %s",
  (path) => {
    const before = sourceHash(root);
    write(path, "new");
    expect(sourceHash(root)).toBe(before);
  },
);

it("changes when bytes move from one file to the next", () => {
  write("lib/a.ts", "ab");
  write("lib/b.ts", "c");
  const before = sourceHash(root);
  write("lib/a.ts", "a");
  write("lib/b.ts", "bc");
  expect(sourceHash(root)).not.toBe(before);
});

it("takes a build for fresh only when it was finished and the sources are the same", () => {
  expect(isBuilt(sourceHash(root), root)).toBe(false);
  write(".next/BUILD_ID", "x");
  expect(isBuilt(sourceHash(root), root)).toBe(false);
  markBuilt(sourceHash(root), root);
  expect(isBuilt(sourceHash(root), root)).toBe(true);
  write("app/page.tsx", "changed");
  expect(isBuilt(sourceHash(root), root)).toBe(false);
  write("app/page.tsx", "one");
  rmSync(join(root, ".next/BUILD_ID"));
  expect(isBuilt(sourceHash(root), root)).toBe(false);
});
