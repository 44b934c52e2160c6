import fc from "fast-check";
import { expect, test } from "vitest";
import { HEALTHS } from "@/lib/model/health";
import { type HealthKind, healthCase, isStale } from "@/lib/model/health-case";
import { sampleRow } from "@/lib/model/sample-snapshot";
import type { ConnectionRow } from "@/lib/model/snapshot";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.parse("2026-11-22T08:00:00Z");

const row = sampleRow({
  id: "orders",
  succeeded_at: now - HOUR,
  health_since: now - HOUR,
  usual_ms: 4 * MINUTE,
  slow_ms: 6 * MINUTE,
});
const syncing = (ms: number, more: Partial<ConnectionRow> = {}) => ({
  sync_state: "syncing",
  health_since: now - ms,
  ...more,
});

test.each<[string, Partial<ConnectionRow>, HealthKind, string]>([
  ["nothing is wrong", {}, "healthy", "Healthy"],
  ["paused, whatever else", { paused: true, setup_state: "broken" }, "paused", "Paused"],
  ["set-up never passed", { setup_state: "incomplete" }, "incomplete", "Incomplete"],
  ["set-up broken, even while it tries", syncing(HOUR, { setup_state: "broken" }), "broken", "Broken"],
  ["the last sync failed, set-up good", { failed_at: now }, "failing", "Broken"],
  ["behind by Fivetran's word", { update_state: "delayed" }, "delayed", "Delayed"],
  ["waits for its source", { sync_state: "rescheduled" }, "rescheduled", "Rescheduled"],
  [
    "waits for its source and nobody starts it",
    { sync_state: "rescheduled", schedule_type: "manual" },
    "held",
    "Rescheduled",
  ],
  [
    "its first sync runs",
    syncing(9 * HOUR, { is_historical_sync: true, succeeded_at: null }),
    "first_sync",
    "First sync",
  ],
  [
    "a historical sync is never too slow",
    syncing(99 * HOUR, { is_historical_sync: true }),
    "historical",
    "Historical",
  ],
  ["a sync runs as long as usual", syncing(5 * MINUTE), "syncing", "Syncing"],
  ["a sync runs longer than the slow ones", syncing(7 * MINUTE), "slow", "Slow sync"],
  ["four times that, but under two hours", syncing(HOUR), "slow", "Slow sync"],
  ["far longer", syncing(3 * HOUR), "too_long", "Syncing too long"],
  ["no usual length is known", syncing(3 * HOUR, { slow_ms: null, usual_ms: null }), "syncing", "Syncing"],
  ["no usual length, and a whole day", syncing(25 * HOUR, { slow_ms: null }), "too_long", "Syncing too long"],
  ["nobody saw it begin", syncing(25 * HOUR, { since_exact: false }), "syncing", "Syncing"],
  ["set up and never synced", { succeeded_at: null }, "never_synced", "Never synced"],
  ["a state that is new", { sync_state: "hibernating" }, "unknown", "Unknown"],
])("%s", (_, change, kind, word) => {
  const found = healthCase({ ...row, ...change }, now);
  expect([found.kind, found.word]).toEqual([kind, word]);
});

test("whatever Fivetran says, there is a case, and it belongs to the health", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (setup, sync, update, paused) => {
      const found = healthCase(
        { ...row, setup_state: setup, sync_state: sync, update_state: update, paused },
        now,
      );
      expect(HEALTHS).toContain(found.health);
      expect(found.word).not.toBe("");
    }),
  );
});

test("our own look is stale once several that were due did not come", () => {
  expect(isStale(now - 5 * MINUTE, 5 * MINUTE, now)).toBe(false);
  expect(isStale(now - 18 * MINUTE, 5 * MINUTE, now)).toBe(true);
  expect(isStale(null, 5 * MINUTE, now)).toBe(false);
});
