import { expect, test } from "vitest";
import { dice } from "@/lib/sandbox/source/dice";

test("the same words fall the same way, other words another", () => {
  const rolls = (...words: (string | number)[]) => {
    const luck = dice(...words);
    return Array.from({ length: 20 }, () => luck.roll(1000));
  };
  expect(rolls("a", 1)).toEqual(rolls("a", 1));
  expect(rolls("a", 1)).not.toEqual(rolls("a", 2));
  expect(rolls("a", "b")).not.toEqual(rolls("ab"));
});

test("rolls are spread over all sides and chances are about what was asked for", () => {
  const luck = dice("spread");
  const counts = new Array<number>(10).fill(0);
  for (let nth = 0; nth < 10_000; nth += 1) {
    const side = luck.roll(10);
    counts[side] = (counts[side] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  const hits = Array.from({ length: 10_000 }, (_, nth) => dice("chance", nth).chance(0.3)).filter(
    Boolean,
  ).length;
  expect(Math.abs(hits - 3000)).toBeLessThan(200);
});

test("some picks as many as asked for, each once, in their order", () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  for (let nth = 0; nth < 200; nth += 1) {
    const chosen = dice("some", nth).some(items, 3);
    expect(chosen).toHaveLength(3);
    expect([...new Set(chosen)].sort((a, b) => a - b)).toEqual(chosen);
  }
  expect(dice("all").some(items, 99)).toEqual(items);
  expect(() => dice("none").pick([])).toThrow(RangeError);
});
