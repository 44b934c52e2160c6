import { expect, test } from "vitest";
import { captureOf, firstSyncOf, isFirstSyncOver } from "@/lib/model/first-sync";
import type { ConnectionDetail, ConnectionRow, SyncRow } from "@/lib/model/snapshot";

const sync = (more: Partial<SyncRow>): SyncRow => ({
  id: 1,
  connection_id: "a_b",
  started_at: 1_000,
  started_exact: false,
  ended_at: null,
  ended_exact: false,
  outcome: "running",
  sync_id: null,
  reason: null,
  sources: "poll",
  ...more,
});

function seen(
  row: Partial<ConnectionRow>,
  syncs: SyncRow[] = [],
  schema_status: string | null = null,
): Pick<ConnectionDetail, "row" | "connection" | "syncs"> {
  return {
    row: {
      paused: false,
      sync_state: "scheduled",
      succeeded_at: null,
      failed_at: null,
      rescheduled_for: null,
      task: null,
      ...row,
    } as ConnectionRow,
    connection: { status: { schema_status } } as ConnectionDetail["connection"],
    syncs,
  };
}

test("a first sync is not started while paused, waits once it may run, runs, and ends", () => {
  expect(firstSyncOf(seen({ paused: true, sync_state: "paused" }))).toEqual({ state: "not_started" });
  expect(firstSyncOf(seen({}))).toEqual({ state: "waiting" });
  expect(firstSyncOf(seen({ sync_state: "syncing" }, [sync({})]))).toEqual({
    state: "running",
    since: 1_000,
  });
  const ended = sync({ outcome: "succeeded", ended_at: 5_000 });
  const done = firstSyncOf(seen({ succeeded_at: 5_000 }, [ended]));
  expect(done).toEqual({ state: "succeeded", at: 5_000, took: 4_000 });
  expect(isFirstSyncOver(done)).toBe(true);
});

test("a first sync that fails says what Fivetran says, and one that is put off until when", () => {
  const task = { code: "reconnect", message: "The log-in was refused." };
  expect(firstSyncOf(seen({ failed_at: 5_000, task }))).toEqual({
    state: "failed",
    at: 5_000,
    message: "Fivetran says: The log-in was refused.",
  });
  expect(firstSyncOf(seen({ sync_state: "rescheduled", rescheduled_for: 9_000 }))).toEqual({
    state: "rescheduled",
    until: 9_000,
  });
  expect(firstSyncOf(seen({ failed_at: 5_000, succeeded_at: 7_000 }))).toMatchObject({ state: "succeeded" });
  expect(firstSyncOf(seen({ failed_at: 5_000, sync_state: "syncing" }))).toMatchObject({ state: "running" });
});

test("a schema that is captured is no first sync", () => {
  const blocked = "blocked_on_capture";
  expect(captureOf(seen({ paused: true }, [], blocked))).toEqual({ state: "not_begun" });
  expect(captureOf(seen({ paused: true }))).toEqual({ state: "not_begun" });
  const running = seen({ sync_state: "syncing" }, [sync({})], blocked);
  expect(captureOf(running)).toEqual({ state: "running", since: 1_000 });
  expect(firstSyncOf(running)).toEqual({ state: "not_started" });
  const failed = seen({ failed_at: 2_000 }, [sync({ outcome: "failed", ended_at: 2_000 })], blocked);
  expect(captureOf(failed)).toMatchObject({ state: "failed" });
});
