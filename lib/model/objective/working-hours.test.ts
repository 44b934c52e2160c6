import { expect, it } from "vitest";
import { countedTime, nextCounted } from "@/lib/model/objective/working-hours";
import { lengthOf } from "@/lib/model/stretch-sets";

const HOUR = 60 * 60_000;
const at = (text: string): number => Date.parse(text);
const BERLIN = { zone: "Europe/Berlin", days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" };

it("counts everything without working hours", () => {
  const range = { from: 5, to: 90 };
  expect(countedTime(null, range)).toEqual([range]);
  expect(countedTime(null, { from: 5, to: 5 })).toEqual([]);
  expect(nextCounted(null, 7)).toBe(7);
});

it("counts a working week on the zone's clock", () => {
  // 22 November 2026 is a Sunday.
  const week = countedTime(BERLIN, { from: at("2026-11-22T00:00:00Z"), to: at("2026-11-29T00:00:00Z") });
  expect(week).toHaveLength(5);
  expect(week[0]).toEqual({ from: at("2026-11-23T07:00:00Z"), to: at("2026-11-23T17:00:00Z") });
  expect(lengthOf(week)).toBe(50 * HOUR);
});

it("keeps to the clock over the change to summer time, when a day has 23 hours", () => {
  const all = { ...BERLIN, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", until: "24:00" };
  // Summer time begins on Sunday, 29 March 2026.
  const range = { from: at("2026-03-27T23:00:00Z"), to: at("2026-03-30T22:00:00Z") };
  expect(lengthOf(countedTime(all, range))).toBe(71 * HOUR);
  const days = countedTime({ ...BERLIN, days: [7, 1] }, range);
  expect(days.map(({ from }) => new Date(from).toISOString())).toEqual([
    "2026-03-29T06:00:00.000Z",
    "2026-03-30T06:00:00.000Z",
  ]);
});

it("is cut at the ends of the range", () => {
  const range = { from: at("2026-11-23T09:30:00Z"), to: at("2026-11-23T12:00:00Z") };
  expect(countedTime(BERLIN, range)).toEqual([range]);
});

it("finds the next time that counts", () => {
  expect(nextCounted(BERLIN, at("2026-11-27T18:00:00Z"))).toBe(at("2026-11-30T07:00:00Z"));
  expect(nextCounted(BERLIN, at("2026-11-27T12:00:00Z"))).toBe(at("2026-11-27T12:00:00Z"));
  expect(nextCounted({ ...BERLIN, days: [] }, at("2026-11-27T12:00:00Z"))).toBeNull();
});
