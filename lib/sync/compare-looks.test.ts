import { expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import { type Before, compareLooks, type HealthMemory } from "@/lib/sync/compare-looks";
import { factsOf } from "@/lib/sync/connection-facts";

type Status = Partial<Connection["status"]>;

function connection({ status, ...fields }: Partial<Omit<Connection, "status">> & { status?: Status } = {}) {
  return {
    id: "a_b",
    group_id: "g_h",
    service: "postgres",
    schema: "shop",
    paused: false,
    sync_frequency: 360,
    schedule_type: "auto",
    succeeded_at: "2026-01-01T00:00:00.000001Z",
    failed_at: null,
    ...fields,
    status: {
      setup_state: "connected",
      sync_state: "scheduled",
      update_state: "on_schedule",
      is_historical_sync: false,
      tasks: [],
      warnings: [],
      ...status,
    },
  } as Connection;
}

const at = (time: number, raw: Connection) => ({ raw, facts: factsOf(raw), looked_at: time, at: time + 1 });

function before(time: number, raw: Connection, memory: HealthMemory): Before {
  return { ...memory, raw, facts: factsOf(raw), looked_at: time, vanished: false };
}

/** Looks one after the other, ten milliseconds apart, and what the last one found. */
function looks(...all: Connection[]) {
  let last: Before | null = null;
  let found = compareLooks(null, at(0, all[0] ?? connection()), false);
  for (const [index, raw] of all.entries()) {
    found = compareLooks(last, at(index * 10, raw), false);
    last = before(index * 10, raw, found.memory);
  }
  return found;
}

const syncing = { sync_state: "syncing" } as const;
const broken = connection({ failed_at: "2026-01-02T00:00:00Z" });

test("the first look at an account says how things are, not that they changed", () => {
  const { memory, changes } = looks(broken);
  expect(memory).toMatchObject({ health: "broken", health_since: 1, since_exact: false });
  expect(changes).toEqual([]);
});

test("a connection found in an account known already has appeared", () => {
  const { memory, changes } = compareLooks(null, at(50, connection()), true);
  expect(changes).toEqual([{ kind: "appeared", from: null, to: "healthy", detail: null }]);
  expect(memory.since_exact).toBe(true);
});

test("nothing new is no change, and since stays", () => {
  expect(looks(connection(), connection(), connection())).toMatchObject({
    changes: [],
    syncs: [],
    memory: { health: "healthy", health_since: 1, since_exact: false },
  });
});

test("a change of health is told with when it was first seen", () => {
  const { memory, changes, syncs } = looks(connection(), broken);
  expect(changes).toEqual([{ kind: "health", from: "healthy", to: "broken", detail: null }]);
  expect(memory).toMatchObject({ health: "broken", health_since: 11, since_exact: true });
  expect(syncs).toEqual([{ kind: "failed", at: Date.parse("2026-01-02"), seen: 10, not_before: 0 }]);
});

test("a sync that ends as before is a sync, and broken since stays", () => {
  const retry = connection({ failed_at: "2026-01-02T00:00:00Z", status: syncing });
  const again = connection({ failed_at: "2026-01-03T00:00:00Z" });
  expect(looks(broken, retry).changes).toEqual([
    { kind: "sync", from: "broken", to: "syncing", detail: null },
  ]);
  const { memory, changes } = looks(broken, retry, again);
  expect(changes).toEqual([{ kind: "sync", from: "syncing", to: "broken", detail: null }]);
  expect(memory).toMatchObject({ health: "broken", health_since: 1, since_exact: false });
});

test("a sync that heals is told from the health before it", () => {
  const retry = connection({ failed_at: "2026-01-02T00:00:00Z", status: syncing });
  const good = connection({ failed_at: "2026-01-02T00:00:00Z", succeeded_at: "2026-01-03T00:00:00Z" });
  expect(looks(broken, retry, good).changes).toEqual([
    { kind: "health", from: "broken", to: "healthy", detail: null },
  ]);
});

test("a pause is told as a pause and as a change of health", () => {
  const paused = connection({ paused: true, status: { sync_state: "paused" } });
  expect(looks(connection(), paused).changes).toEqual([
    { kind: "health", from: "healthy", to: "paused", detail: null },
    { kind: "paused", from: "false", to: "true", detail: null },
  ]);
});

test("settings are told in words, configs there by name only, and one by one with their values", () => {
  const one = connection({ config: { host: "a", password: "******" } });
  const two = connection({ sync_frequency: 60, config: { host: "b", password: "******", port: 5432 } });
  expect(looks(one, two).changes).toEqual([
    {
      kind: "settings",
      from: "sync_frequency 360",
      to: "sync_frequency 60",
      detail: "sync_frequency 360 → 60; config: host, port",
      difference: [
        { name: "sync_frequency", from: "360", to: "60" },
        { name: "config.host", from: "a", to: "b" },
        { name: "config.port", from: "none", to: "5432" },
      ],
    },
  ]);
});

test("an answer of a list, which has no config, does not look like a cleared config", () => {
  expect(looks(connection({ config: { host: "a" } }), connection()).changes).toEqual([]);
});

test("a sync seen to run and to end is told with both looks", () => {
  const run = connection({ status: syncing });
  const end = connection({ succeeded_at: "2026-01-03T00:00:00Z" });
  expect(looks(connection(), run).syncs).toEqual([{ kind: "running", seen: 10, not_before: 0 }]);
  expect(looks(connection(), run, end).syncs).toEqual([
    { kind: "succeeded", at: Date.parse("2026-01-03"), seen: 20, not_before: 10 },
  ]);
});

test("a sync that stops without an end is stopped, by a pause canceled", () => {
  const run = connection({ status: syncing });
  const paused = connection({ paused: true, status: { sync_state: "paused" } });
  expect(looks(run, connection()).syncs).toEqual([{ kind: "stopped", seen: 10, not_before: 0 }]);
  expect(looks(run, paused).syncs).toEqual([{ kind: "canceled", seen: 10, not_before: 0 }]);
});

test("one that ended while the next already runs is two syncs", () => {
  const one = connection({ status: syncing });
  const two = connection({ status: syncing, succeeded_at: "1970-01-01T00:00:00.007Z" });
  expect(looks(one, two).syncs).toEqual([
    { kind: "succeeded", at: 7, seen: 9, not_before: 0 },
    { kind: "running", seen: 10, not_before: 7 },
  ]);
});
