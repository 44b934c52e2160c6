import { expect, test } from "vitest";
import { ALL_TIME, formatRange, parseRange, rangeBounds } from "@/lib/model/time-range";

test.each([
  "24h",
  "90d",
  "all",
  "2026-11-01T00:00Z/2026-11-02T06:30Z",
  "/2026-11-02T00:00Z",
  "2026-11-01T00:00Z/",
])("%s is read and spelled the same", (text) => {
  const range = parseRange(text);
  expect(range && formatRange(range)).toBe(text);
});

test.each(["", "8d", "yesterday", "2026-11-02T00:00Z/2026-11-01T00:00Z", "a/b", "a/b/c"])(
  "%s is no range",
  (text) => {
    expect(parseRange(text)).toBeNull();
  },
);

test("a range of the last days moves along, one between two times stands", () => {
  const now = Date.parse("2026-11-22T08:00:00Z");
  expect(rangeBounds({ last: "24h" }, now)).toEqual({ from: now - 86_400_000, until: null });
  expect(rangeBounds(ALL_TIME, now)).toEqual({ from: null, until: null });
});
