import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEALTHS, type HealthFacts, healthOf, lastSyncFailed } from "@/lib/model/health";

const good: HealthFacts = {
  setup_state: "connected",
  sync_state: "scheduled",
  update_state: "on_schedule",
  paused: false,
  succeeded_at: 2,
  failed_at: 1,
  task_count: 0,
  is_historical_sync: false,
};

describe("healthOf", () => {
  test.each<[string, Partial<HealthFacts>, string]>([
    ["connected, on schedule, last sync good", {}, "healthy"],
    ["paused, whatever the set-up says", { paused: true, setup_state: "broken" }, "paused"],
    ["set-up never passed", { setup_state: "incomplete" }, "incomplete"],
    ["broken set-up, even while a sync tries", { setup_state: "broken", sync_state: "syncing" }, "broken"],
    ["last sync failed", { failed_at: 3 }, "broken"],
    ["another sync runs after a failed one", { failed_at: 3, sync_state: "syncing" }, "syncing"],
    ["waiting for source quota", { sync_state: "rescheduled" }, "delayed"],
    ["late by Fivetran's own word", { update_state: "delayed" }, "delayed"],
    ["a sync state nobody knows", { sync_state: "hibernating" }, "unknown"],
    ["a set-up state nobody knows", { setup_state: "half" }, "unknown"],
    ["an update state nobody knows", { update_state: "odd" }, "unknown"],
  ])("%s", (_, change, health) => {
    expect(healthOf({ ...good, ...change })).toBe(health);
  });

  test("gives one of the seven words for any facts", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (setup, sync, update, paused) => {
        expect(HEALTHS).toContain(
          healthOf({ ...good, setup_state: setup, sync_state: sync, update_state: update, paused }),
        );
      }),
    );
  });
});

test("a failure without any success counts as the last outcome", () => {
  expect(lastSyncFailed({ succeeded_at: null, failed_at: 1 })).toBe(true);
  expect(lastSyncFailed({ succeeded_at: null, failed_at: null })).toBe(false);
});
