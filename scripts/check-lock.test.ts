import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { missingFromLock } from "@/scripts/check-lock.mjs";

const lock = {
  packages: {
    "": { optionalDependencies: {} },
    "node_modules/tool": { optionalDependencies: { "@tool/linux": "1.0.0", "@tool/darwin": "1.0.0" } },
    "node_modules/tool/node_modules/@tool/linux": { version: "1.0.0" },
  },
};

it("names an optional package that the lock file does not describe", () => {
  expect(missingFromLock(lock)).toEqual([
    "node_modules/tool wants @tool/darwin, which package-lock.json does not describe",
  ]);
});

it("finds our own lock file complete", () => {
  expect(missingFromLock(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
});
