import { expect, test } from "vitest";
import { sameChanges } from "@/lib/model/schema/same-changes";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

const changes = (...names: string[]): SchemaChanges => ({
  schemas: names.map((name) => ({ name, enabled: [true, false] })),
});

test("the order in which changes are told does not matter, what they make does", () => {
  expect(sameChanges(changes("a", "b"), changes("b", "a"))).toBe(true);
  expect(sameChanges(changes("a", "b"), changes("a"))).toBe(false);
  expect(sameChanges(changes("a"), changes("a", "b"))).toBe(false);
  expect(sameChanges(changes("a"), { schemas: [{ name: "a", enabled: [false, true] }] })).toBe(false);
});
