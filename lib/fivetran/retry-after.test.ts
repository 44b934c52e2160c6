import { expect, test } from "vitest";
import { retryAt } from "@/lib/fivetran/retry-after";

const now = Date.UTC(2026, 10, 22, 12, 0, 0);

test.each([
  ["7", now + 7000],
  [" 7 ", now + 7000],
  ["0", now + 1000],
  ["999999999", now + 3_600_000],
  ["Sun, 22 Nov 2026 12:00:30 GMT", now + 30_000],
  ["Sun, 22 Nov 2026 11:00:00 GMT", now + 1000],
  ["", null],
  ["soon", null],
  ["-5", null],
  ["NaN", null],
  [undefined, null],
])("reads %j", (text, at) => {
  expect(retryAt(text, undefined, now)).toBe(at);
});

test("reads a date by the clock of the answer, not by ours", () => {
  expect(retryAt("Thu, 01 Jan 2026 00:00:20 GMT", "Thu, 01 Jan 2026 00:00:00 GMT", now)).toBe(now + 20_000);
});
