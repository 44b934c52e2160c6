import { expect, test } from "vitest";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { BulkBody } from "@/lib/model/bulk/bulk-body";
import { bulkStep } from "@/lib/model/bulk/bulk-step";

const row = {
  paused: false,
  sync_state: "scheduled",
  setup_state: "connected",
  schedule_type: "auto",
  sync_frequency: 60,
  daily_sync_time: "03:00",
};
const step = (act: BulkAct, more: Partial<typeof row> = {}, tags: string[] = []) =>
  bulkStep(act, { ...row, ...more }, tags);
const already = { kind: "already" };
const modify = (patch: object) => ({ kind: "modify", patch });

test("what is so already is left alone", () => {
  expect(step({ kind: "pause" })).toEqual(modify({ paused: true }));
  expect(step({ kind: "pause" }, { paused: true })).toMatchObject(already);
  expect(step({ kind: "resume" }, { paused: true })).toEqual(modify({ paused: false }));
  expect(step({ kind: "resume" })).toMatchObject(already);
  expect(step({ kind: "sync" }, { sync_state: "syncing" })).toMatchObject(already);
});

test("a sync is asked for where one can begin", () => {
  expect(step({ kind: "sync" })).toEqual({ kind: "sync" });
  expect(step({ kind: "sync" }, { sync_state: "rescheduled" })).toEqual({ kind: "sync" });
  expect(step({ kind: "sync" }, { setup_state: "broken" })).toEqual({ kind: "sync" });
  expect(step({ kind: "sync" }, { paused: true })).toEqual({ kind: "cannot", why: "It is paused" });
  expect(step({ kind: "sync" }, { setup_state: "incomplete" })).toMatchObject({ kind: "cannot" });
});

test("of a schedule only what differs is sent, and no daily time that nobody chose", () => {
  const act = { kind: "schedule", sync_frequency: 1440 } as const;
  expect(step(act)).toEqual(modify({ sync_frequency: 1440 }));
  expect(step(act, { sync_frequency: 1440 })).toMatchObject(already);
  expect(step({ ...act, daily_sync_time: "03:00" })).toEqual(
    modify({ sync_frequency: 1440, daily_sync_time: "03:00" }),
  );
  expect(step({ ...act, daily_sync_time: "03:00" }, { sync_frequency: 1440 })).toMatchObject(already);
  expect(step({ kind: "schedule", schedule_type: "manual" })).toEqual(modify({ schedule_type: "manual" }));
});

test("a daily time is for those that sync once a day", () => {
  const act = { kind: "schedule", daily_sync_time: "05:00" } as const;
  expect(step(act)).toEqual({
    kind: "cannot",
    why: "It does not sync every 24 h, so a daily time would not count",
  });
  expect(step(act, { sync_frequency: 1440 })).toEqual(modify({ daily_sync_time: "05:00" }));
});

test("tags are added and taken off in the order they stand, never more than there may be", () => {
  const act = { kind: "tags", add: ["finance", "new"], remove: ["old"] } as const;
  const tags: BulkAct = { ...act, add: [...act.add], remove: [...act.remove] };
  expect(step(tags, {}, ["old", "finance"])).toEqual({ kind: "tags", tags: ["finance", "new"] });
  expect(step(tags, {}, ["finance", "new"])).toMatchObject(already);
  const full = Array.from({ length: 20 }, (_, i) => `t${i}`);
  expect(step({ kind: "tags", add: ["more"], remove: [] }, {}, full)).toMatchObject({
    kind: "cannot",
    why: expect.stringContaining("at most 20 tags"),
  });
});

test.each([
  [{ kind: "schedule" }],
  [{ kind: "schedule", sync_frequency: 7 }],
  [{ kind: "tags", add: [], remove: [" "] }],
  [{ kind: "tags", add: ["x".repeat(41)], remove: [] }],
  [{ kind: "resync" }],
])("%j starts nothing", (act) => {
  expect(BulkBody.safeParse({ act, connection_ids: ["a"] }).success).toBe(false);
});

test("a job is about at least one connection, its tags as they are kept", () => {
  const act = { kind: "tags", add: ["Finance, finance"], remove: [] };
  expect(BulkBody.safeParse({ act, connection_ids: [] }).success).toBe(false);
  expect(BulkBody.parse({ act, connection_ids: ["a"] }).act).toEqual({ ...act, add: ["finance"] });
});
