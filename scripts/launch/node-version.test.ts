import { expect, it } from "vitest";
import { checkNode } from "@/scripts/launch/node-version.mjs";

it.each(["18.20.0", "20.18.3", "16.0.0"])("refuses Node.js %s by name", (version) => {
  expect(() => checkNode(version, "2026-01-01")).toThrow(`needs Node.js 20.19 or newer; this is ${version}.`);
});

it.each(["20.19.0", "22.12.0", "24.0.0", "26.1.0"])("accepts Node.js %s", (version) => {
  expect(() => checkNode(version, "2026-01-01")).not.toThrow();
});

it("warns from the day after a release line's end of life", () => {
  expect(checkNode("20.19.0", "2026-04-30")).toBeNull();
  expect(checkNode("20.19.0", "2026-05-01")).toContain("2026-04-30");
  expect(checkNode("24.1.0", "2026-05-01")).toBeNull();
});
