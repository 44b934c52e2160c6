import { expect, test } from "vitest";
import type { AccountSnapshot, ConnectionRow } from "@/lib/model/snapshot";
import { EventLog, patchRow, patchSnapshot } from "@/lib/queries/snapshot-patch";

const row = (id: string, paused = false) => ({ id, schema: id, paused }) as ConnectionRow;
const snapshot: AccountSnapshot = {
  version: 5,
  swept_at: 0,
  groups: [],
  services: [],
  connections: [row("a"), row("b"), row("c")],
};
const ids = (of: AccountSnapshot) => of.connections.map((it) => it.id);

test("an event changes rows in their place, drops the vanished and appends the new", () => {
  const next = patchSnapshot(snapshot, {
    type: "connections",
    version: 6,
    upsert: [row("d"), row("b", true)],
    remove: ["a"],
  });
  expect(ids(next)).toEqual(["b", "c", "d"]);
  expect(next.connections[0]?.paused).toBe(true);
  expect(next.version).toBe(6);
});

test("an event that the snapshot already holds changes nothing", () => {
  expect(patchSnapshot(snapshot, { type: "connections", version: 5, upsert: [], remove: ["a"] })).toBe(
    snapshot,
  );
});

test("a snapshot that was asked for before an event and came after it does not undo it", () => {
  const log = new EventLog();
  log.add({ type: "connections", version: 4, upsert: [row("a", true)], remove: [] });
  log.add({ type: "connections", version: 6, upsert: [row("b", true)], remove: [] });
  log.add({ type: "connections", version: 7, upsert: [], remove: ["c"] });
  const next = log.replay(snapshot);
  expect(ids(next)).toEqual(["a", "b"]);
  expect(next.connections.map((it) => it.paused)).toEqual([false, true]);
  expect(next.version).toBe(7);
});

test("the log forgets its oldest events and everything when cleared", () => {
  const log = new EventLog(2);
  for (const version of [6, 7, 8]) {
    log.add({ type: "connections", version, upsert: [row(`n${version}`)], remove: [] });
  }
  expect(ids(log.replay(snapshot))).toEqual(["a", "b", "c", "n7", "n8"]);
  log.clear();
  expect(log.replay(snapshot)).toBe(snapshot);
});

test("an optimistic edit touches one row and only the given fields", () => {
  const next = patchRow(snapshot, "b", { paused: true });
  expect(next.connections.map((it) => it.paused)).toEqual([false, true, false]);
  expect(next.connections[0]).toBe(snapshot.connections[0]);
});
