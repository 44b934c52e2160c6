import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "@/lib/env";
import { NodeSet } from "@/lib/model/schema/node-set";

const all = Array.from({ length: 320 }, (_, node) => node);
const nodes = fc.array(fc.nat({ max: 300 }), { maxLength: 60 });

test("holds what a plain set holds, in rising order, and leaves the one before as it was", () => {
  fc.assert(
    fc.property(nodes, nodes, nodes, (first, more, fewer) => {
      const before = NodeSet.of(first);
      const after = before.with(more).without(fewer);
      const plain = new Set([...first, ...more]);
      for (const node of fewer) plain.delete(node);
      const held = [...plain].sort((a, b) => a - b);
      expect([...after]).toEqual(held);
      expect(after.size).toBe(held.length);
      expect(all.filter((node) => after.has(node))).toEqual(held);
      expect([...before]).toEqual([...new Set(first)].sort((a, b) => a - b));
    }),
    { seed: 3, numRuns: rounds(200, 10_000) },
  );
});

test("is the same object where nothing changes", () => {
  const set = NodeSet.of([31, 32, 63]);
  expect(set.with([32])).toBe(set);
  expect(set.without([5, 100_000])).toBe(set);
  expect(set.has(1_000_000)).toBe(false);
});
