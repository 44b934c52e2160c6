import fc from "fast-check";
import { expect, test } from "vitest";
import { latestPercentiles } from "@/lib/model/charts/latest-percentiles";
import { calendarDays, weekdayOf } from "@/lib/model/charts/sync-days";
import { durationPoints, durationTotals, type EndedSync } from "@/lib/model/charts/sync-durations";

const MINUTE = 60_000;

test("what is usual comes out of the latest 50, as sorting them anew says", () => {
  const check = fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 130 }), (lengths) => {
    lengths.forEach((_, place) => {
      const latest = lengths.slice(Math.max(0, place - 49), place + 1).sort((a, b) => a - b);
      const at = (latest.length - 1) / 2;
      const middle = ((latest[Math.floor(at)] ?? 0) + (latest[Math.ceil(at)] ?? 0)) / 2;
      expect(latestPercentiles(lengths.slice(0, place + 1))?.p50 ?? null).toBe(
        latest.length < 5 ? null : middle,
      );
    });
  });
  fc.assert(check, { seed: 5, numRuns: 60 });
});

test("a piece of time shows its longest good sync and counts all, and what came before tells what was usual", () => {
  const before = Array.from({ length: 5 }, (_, place): EndedSync => [place * MINUTE, 1_000, "succeeded"]);
  const points = durationPoints(
    [
      ...before,
      [10 * MINUTE, 2_000, "succeeded"],
      [11 * MINUTE, 9_000, "failed"],
      [12 * MINUTE, 4_000, "succeeded"],
      [13 * MINUTE, null, "succeeded"],
      [25 * MINUTE, null, "other"],
    ],
    10 * MINUTE,
    10 * MINUTE,
  );
  expect(points).toEqual([
    { at: 12 * MINUTE, longest: 4_000, p50: 1_000, p95: 3_400, succeeded: 3, failed: 1, other: 0 },
    { at: 25 * MINUTE, longest: null, p50: 1_000, p95: 3_400, succeeded: 0, failed: 0, other: 1 },
  ]);
  expect(durationTotals(points)).toEqual({ ended: 5, failed: 1 });
});

test.each(["utc", "Europe/Berlin", "America/New_York", "Pacific/Auckland"])(
  "thirteen weeks of %s begin on a Monday and end with today",
  (zone) => {
    for (const at of ["2026-11-22T23:30Z", "2026-11-23T00:30Z", "2026-04-06T12:00Z"]) {
      const now = Date.parse(at);
      const days = calendarDays(now, zone);
      expect(weekdayOf(days[0] ?? 0, zone)).toBe(0);
      expect(days.length - 1).toBe(12 * 7 + weekdayOf(now, zone) + 1);
      expect(days.at(-2)).toBeLessThanOrEqual(now);
      expect(days.at(-1)).toBeGreaterThan(now);
    }
  },
);
