import { expect, test } from "vitest";
import { NONE_SELECTED, type SelectionAct, selectionAfter } from "@/components/connections/selection-after";

const ROWS = ["a", "b", "c", "d", "e"];
const after = (...acts: SelectionAct[]) =>
  [...acts.reduce(selectionAfter, NONE_SELECTED).ids].sort().join("");
const toggle = (id: string): SelectionAct => ({ kind: "toggle", id });
const extend = (from: string, to: string): SelectionAct => ({ kind: "extend", from, to, rows: ROWS });

test("one at a time, on and off", () => {
  expect(after(toggle("a"), toggle("c"))).toBe("ac");
  expect(after(toggle("a"), toggle("c"), toggle("a"))).toBe("c");
});

test("a range grows, shrinks and turns round its beginning, and what was chosen before stays", () => {
  expect(after(toggle("e"), toggle("b"), extend("b", "c"), extend("c", "d"))).toBe("bcde");
  expect(after(toggle("e"), toggle("b"), extend("b", "d"), extend("d", "c"))).toBe("bce");
  expect(after(toggle("e"), toggle("c"), extend("c", "d"), extend("d", "a"))).toBe("abce");
});

test("a range begins anew where the keyboard went meanwhile", () => {
  expect(after(extend("a", "b"), extend("d", "e"))).toBe("abde");
  expect(after(extend("d", "e"), extend("e", "c"))).toBe("cd");
});

test("all adds to what is chosen, none empties it", () => {
  expect(after(toggle("z"), { kind: "all", ids: ROWS })).toBe("abcdez");
  expect(after({ kind: "all", ids: ROWS }, { kind: "none" })).toBe("");
});
