import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_SLOTS, slotsFor } from "@/components/schema-editor/row-slots";

const draw = (...windows: string[]) => windows.reduce((slots, keys) => slotsFor(slots, [...keys]), NO_SLOTS);

test("rows that stay keep their elements while others scroll in", () => {
  expect(draw("abcd").slots).toEqual([0, 1, 2, 3]);
  expect(draw("abcd", "bcde").slots).toEqual([1, 2, 3, 4]);
  expect(draw("abcd", "zabc").slots).toEqual([4, 0, 1, 2]);
});

test("rows that are all new take over all elements", () => {
  expect(draw("abcd", "wxyz").slots).toEqual([0, 1, 2, 3]);
  expect(draw("abcd", "vwxyz").slots).toEqual([0, 1, 2, 3, 4]);
});

test("around a row that stays only its own side's elements are taken over", () => {
  expect(draw("abcde", "xcyz").slots).toEqual([0, 2, 3, 4]);
  expect(draw("abcde", "cxyz").slots).toEqual([2, 3, 4, 5]);
  expect(draw("abcde", "wxyzc").slots).toEqual([0, 1, 5, 6, 2]);
});

test("no element is used twice, and those used again stand in the order they stood in", () => {
  const keys = fc.uniqueArray(fc.constantFrom(..."abcdefghijkl"), { maxLength: 9 });
  fc.assert(
    fc.property(keys, keys, (first, second) => {
      const before = slotsFor(NO_SLOTS, first);
      const after = slotsFor(before, second);
      expect(new Set(after.slots).size).toBe(second.length);
      const places = after.slots.map((slot) => before.slots.indexOf(slot)).filter((place) => place >= 0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }),
    { seed: 3, numRuns: 500 },
  );
});
