import { expect, test } from "vitest";
import { calmSpan, momentOrDay, seenFor, shortSpan } from "@/lib/model/short-span";

const MINUTE = 60_000;

test.each([
  [5_000, "under 1 min", "under 1 min"],
  [7 * MINUTE + 59_000, "7 min", "7 min"],
  [228 * MINUTE + 30_000, "3 h", "3 h 48 m"],
  [24 * 60 * MINUTE, "1 d", "1 day"],
  [300 * 60 * MINUTE, "12 d", "12 days"],
])("%i ms is %s, or %s", (ms, short, calm) => {
  expect(shortSpan(ms)).toBe(short);
  expect(calmSpan(ms)).toBe(calm);
});

test("what was so already at the first look is never said to be younger than it may be", () => {
  expect(seenFor(7 * MINUTE, true, shortSpan)).toBe("7 min");
  expect(seenFor(7 * MINUTE, false, shortSpan)).toBe("over 7 min");
  expect(seenFor(MINUTE / 2, false, shortSpan)).toBe("first look");
});

test("a moment is a clock time today and a day before", () => {
  const now = Date.UTC(2026, 10, 22, 12);
  expect(momentOrDay(Date.UTC(2026, 10, 22, 4, 31), now)).toBe("04:31 UTC");
  expect(momentOrDay(Date.UTC(2026, 10, 21, 23), now)).toBe("21 Nov");
  expect(momentOrDay(Date.UTC(2025, 10, 21), now)).toBe("21 Nov 2025");
});
