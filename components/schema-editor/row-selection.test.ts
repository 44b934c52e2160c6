import { expect, test } from "vitest";
import { ranged, toggled } from "@/components/schema-editor/row-selection";
import { NodeSet } from "@/lib/model/schema/node-set";

const NODES = Uint32Array.from([0, 5, 20, 21, 90, 6, 22, 23]);
const LIMIT = 80;

test("a range grows and shrinks with its end, and leaves what was selected elsewhere", () => {
  const { start } = toggled(NodeSet.of([23]), 20);
  expect([...ranged(start, NODES.subarray(2, 6), LIMIT)]).toEqual([6, 20, 21, 23]);
  expect([...ranged(start, NODES.subarray(2, 4), LIMIT)]).toEqual([20, 21, 23]);
  expect([...ranged(start, NODES.subarray(0, 3), LIMIT)]).toEqual([0, 5, 20, 23]);
});

test("a range from a row that was taken out takes out", () => {
  const { selection, start } = toggled(NodeSet.of([5, 20, 21, 22]), 20);
  expect(selection.has(20)).toBe(false);
  expect([...ranged(start, NODES.subarray(2, 4), LIMIT)]).toEqual([5, 22]);
});

test("lines that are no nodes are never selected", () => {
  const { start } = toggled(NodeSet.empty, 0);
  expect([...ranged(start, NODES, LIMIT)]).toEqual([0, 5, 6, 20, 21, 22, 23]);
});
