import { expect, test } from "vitest";
import { needSince } from "@/lib/model/need-since";

const now = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const row = { since_exact: false, health_since: now - HOUR, succeeded_at: null, created_at: null };

test.each([
  [{ since_exact: true, succeeded_at: now - 9 * HOUR }, "1 h", "first seen 11:00 UTC"],
  [{ succeeded_at: now - 9 * HOUR, created_at: 0 }, "9 h", "since last success"],
  [{ created_at: now - 72 * HOUR }, "3 days", "old, never synced"],
  [{}, "over 1 h", "so at our first look"],
])("%j: %s, %s", (facts, span, from) => {
  expect(needSince({ ...row, ...facts }, now)).toEqual({ span, from });
});
