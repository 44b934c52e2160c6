import { NO_ANNOTATION } from "@/lib/model/annotation";
import type { BulkAct, ScheduleAct, TagsAct } from "@/lib/model/bulk/bulk-act";
import { checkAnnotation } from "@/lib/model/check-annotation";
import { fold } from "@/lib/model/connection-query";
import { type SchedulePatch, schedulePatch, scheduleValues } from "@/lib/model/schedule-patch";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** What an act comes to for one connection as it stands. */
export type BulkStep =
  | { kind: "modify"; patch: { paused: boolean } | SchedulePatch }
  | { kind: "sync" }
  | { kind: "tags"; tags: string[] }
  /** It is so already. */
  | { kind: "already"; why: string }
  | { kind: "cannot"; why: string };

type Facts = Pick<
  ConnectionRow,
  "paused" | "sync_state" | "setup_state" | "schedule_type" | "sync_frequency" | "daily_sync_time"
>;

const already = (why: string): BulkStep => ({ kind: "already", why });
const cannot = (why: string): BulkStep => ({ kind: "cannot", why });

/**
 * What keeps the key from an act on a connection; null for nothing that is known.
 * @param refused names of the groups whose connections it may not see, by id
 */
export function rightsStep(
  act: BulkAct,
  { group_id }: Pick<ConnectionRow, "group_id">,
  refused: ReadonlyMap<string, string>,
): BulkStep | null {
  // Tags are ours.
  const name = act.kind === "tags" ? undefined : refused.get(group_id);
  return name === undefined ? null : cannot(`The API key has no rights to the connections of ${name} (403)`);
}

/** What has to be done to a connection so that the act holds for it. `tags` are those it has. */
export function bulkStep(act: BulkAct, row: Facts, tags: readonly string[]): BulkStep {
  switch (act.kind) {
    case "pause":
      return row.paused ? already("Paused already") : { kind: "modify", patch: { paused: true } };
    case "resume":
      return row.paused ? { kind: "modify", patch: { paused: false } } : already("Not paused");
    case "sync":
      return syncStep(row);
    case "schedule":
      return scheduleStep(act, row);
    case "tags":
      return tagsStep(act, tags);
  }
}

function syncStep({ paused, sync_state, setup_state }: Facts): BulkStep {
  if (paused || sync_state === "paused") return cannot("It is paused");
  if (setup_state === "incomplete") return cannot("The setup is not finished");
  return sync_state === "syncing" ? already("A sync is running") : { kind: "sync" };
}

function scheduleStep({ kind: _, ...set }: ScheduleAct, row: Facts): BulkStep {
  const before = scheduleValues(row);
  const after = {
    ...before,
    ...(set.schedule_type && { schedule_type: set.schedule_type }),
    ...(set.sync_frequency && { sync_frequency: String(set.sync_frequency) }),
    ...(set.daily_sync_time && { daily_sync_time: set.daily_sync_time }),
  };
  if (set.daily_sync_time && after.sync_frequency !== "1440")
    return cannot("It does not sync every 24 h, so a daily time would not count");
  // What a connection has by itself is not sent along: a daily time that nobody chose stays.
  const { daily_sync_time, ...patch } = schedulePatch(before, after);
  const daily = set.daily_sync_time && daily_sync_time ? { daily_sync_time } : {};
  const whole: SchedulePatch = { ...patch, ...daily };
  return Object.keys(whole).length === 0
    ? already("Has this schedule already")
    : { kind: "modify", patch: whole };
}

function tagsStep({ add, remove }: TagsAct, tags: readonly string[]): BulkStep {
  const off = new Set(remove.map(fold));
  const kept = tags.filter((tag) => !off.has(fold(tag)));
  const has = new Set(kept.map(fold));
  const next = [...kept, ...add.filter((tag) => !has.has(fold(tag)) && !off.has(fold(tag)))];
  if (next.length === tags.length && next.every((tag, at) => tag === tags[at]))
    return already(add.length > 0 ? "Tagged so already" : "Has none of these tags");
  const wrong = checkAnnotation({ ...NO_ANNOTATION, tags: next }).get("tags");
  return wrong === undefined ? { kind: "tags", tags: next } : cannot(wrong);
}
