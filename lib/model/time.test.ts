import { expect, test } from "vitest";
import {
  absoluteTime,
  clockTime,
  dayOf,
  duration,
  epoch,
  everyMinutes,
  isoTime,
  relativeTime,
} from "@/lib/model/time";

const now = Date.UTC(2026, 10, 22, 8, 2, 7, 450);
const ago = (seconds: number) => relativeTime(now - seconds * 1_000, now);

test("an age uses one unit, and days from 24 hours on", () => {
  expect([0.4, 38, 59.9, 60, 3_599, 3_600, 86_399, 86_400, 31 * 86_400].map(ago)).toEqual([
    "just now",
    "38 s ago",
    "59 s ago",
    "1 min ago",
    "59 min ago",
    "1 h ago",
    "23 h ago",
    "1 d ago",
    "31 d ago",
  ]);
});

test("what lies ahead is counted forward", () => {
  expect(relativeTime(now + 34 * 60_000, now)).toBe("in 34 min");
  expect(relativeTime(now + 2 * 86_400_000, now)).toBe("in 2 d");
});

test("a sentence's time carries its zone, its day when it is another day, its year when it is another year", () => {
  expect(absoluteTime(Date.UTC(2026, 10, 22, 4, 31), now)).toBe("04:31 UTC");
  expect(absoluteTime(Date.UTC(2026, 10, 21, 23, 59), now)).toBe("21 Nov 23:59 UTC");
  expect(absoluteTime(Date.UTC(2025, 0, 3, 0, 5), now)).toBe("3 Jan 2025 00:05 UTC");
  expect(clockTime(now)).toBe("08:02");
  expect(dayOf(now, now)).toBe("22 Nov");
  expect(isoTime(now)).toBe("2026-11-22T08:02:07Z");
});

test("a duration has two units at most and drops an empty second one", () => {
  const cases = [
    [-5, "0 ms"],
    [212, "212 ms"],
    [4_900, "4 s"],
    [222_000, "3 m 42 s"],
    [180_000, "3 m"],
    [9_960_000, "2 h 46 m"],
    [7_200_000, "2 h"],
    [86_400_000, "1 day"],
    [6 * 86_400_000 + 5, "6 days"],
  ] as const;
  for (const [ms, words] of cases) expect(duration(ms)).toBe(words);
});

test("frequencies read in minutes and hours", () => {
  expect([1, 30, 60, 90, 1440].map(everyMinutes)).toEqual(["1 min", "30 min", "1 h", "1 h 30 min", "24 h"]);
});

test("a text that is no time is null, not NaN", () => {
  expect(epoch("2026-11-22T08:02:07.450Z")).toBe(now);
  expect([epoch(null), epoch(""), epoch("soon")]).toEqual([null, null, null]);
});
