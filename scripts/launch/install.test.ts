import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isInstalled } from "@/scripts/launch/install.mjs";

const tool = { version: "1.0.0", integrity: "sha512-a" };
const native = { version: "1.0.0", integrity: "sha512-b", optional: true };

function project(wanted: object, present?: object): string {
  const root = mkdtempSync(join(tmpdir(), "headgate-install-"));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
  if (present) {
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: present }));
  }
  return root;
}

it("asks for an install where there is no finished one", () => {
  expect(isInstalled(project({ "node_modules/tool": tool }))).toBe(false);
});

it("asks for an install when the lock file names another version or a new package", () => {
  const present = { "node_modules/tool": tool };
  expect(isInstalled(project({ "node_modules/tool": { ...tool, version: "1.0.1" } }, present))).toBe(false);
  expect(isInstalled(project({ "node_modules/tool": tool, "node_modules/new": tool }, present))).toBe(false);
});

it("is content without the packages of other platforms", () => {
  const wanted = { "node_modules/tool": tool, "node_modules/native": native };
  expect(isInstalled(project(wanted, { "node_modules/tool": tool }))).toBe(true);
});
