import { expect, test } from "vitest";
import { QuotaTrend } from "@/lib/fivetran/quota-trend";

const MINUTE = 60_000;

const trend = (...looks: [minute: number, remaining: number][]) => {
  const it = new QuotaTrend();
  for (const [minute, remaining] of looks) it.add(remaining, minute * MINUTE);
  return it;
};

test("a budget that falls evenly ends when its line does", () => {
  expect(trend([0, 1000], [5, 900], [10, 800]).exhaustedAt(10 * MINUTE)).toBe(50 * MINUTE);
});

test("nothing is foretold of one that rises, falls slowly, or is hardly known", () => {
  expect(trend([0, 500], [10, 800]).exhaustedAt(10 * MINUTE)).toBeNull();
  expect(trend([0, 1000], [10, 990]).exhaustedAt(10 * MINUTE)).toBeNull();
  expect(trend([0, 1000], [1, 100]).exhaustedAt(MINUTE)).toBeNull();
  expect(trend([0, 1000], [10, 100]).exhaustedAt(60 * MINUTE)).toBeNull();
});

test("only the last quarter of an hour counts, and many looks a minute are as good as one", () => {
  const it = trend([0, 20_000], [20, 1000]);
  for (let second = 0; second <= 600; second += 1) it.add(1000 - second / 6, 20 * MINUTE + second * 1000);
  expect(it.exhaustedAt(30 * MINUTE)).toBeNull();
  it.add(400, 31 * MINUTE);
  expect(it.exhaustedAt(31 * MINUTE)).toBeGreaterThan(31 * MINUTE);
});
