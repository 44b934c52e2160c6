import { countOf, listOf } from "@/lib/model/names";
import type { SyncFrequency } from "@/lib/model/schedule";
import { everyMinutes } from "@/lib/model/time";

/** What of the schedule is set; what is absent stays as it is in each connection. */
export interface ScheduleAct {
  kind: "schedule";
  schedule_type?: "auto" | "manual";
  sync_frequency?: SyncFrequency;
  /** "00:00" to "23:00"; counts only at a frequency of 1440 minutes. */
  daily_sync_time?: string;
}

export interface TagsAct {
  kind: "tags";
  add: string[];
  remove: string[];
}

/** One thing done to many connections. */
export type BulkAct = { kind: "pause" | "resume" | "sync" } | ScheduleAct | TagsAct;

interface Words {
  /** On a button and as a title, before "41 connections". */
  verb: string;
  doing: string;
  /** After "12 connections were". */
  done: string;
}

const WORDS: Record<BulkAct["kind"], Words> = {
  pause: { verb: "Pause", doing: "Pausing", done: "paused" },
  resume: { verb: "Resume", doing: "Resuming", done: "resumed" },
  sync: { verb: "Sync", doing: "Asking for syncs of", done: "asked to sync" },
  schedule: { verb: "Set the schedule of", doing: "Changing the schedule of", done: "given the schedule" },
  tags: { verb: "Tag", doing: "Changing the tags of", done: "tagged" },
};

export const bulkWords = ({ kind }: BulkAct): Words => WORDS[kind];

/** "Pause 41 connections" */
export const bulkTitle = (act: BulkAct, many: number): string =>
  `${bulkWords(act).verb} ${countOf(many, "connection")}`;

/** What exactly is set: "every 1 h, manual"; empty where the verb says it all. */
export function bulkDetail(act: BulkAct): string {
  if (act.kind === "tags") {
    const some = (verb: string, tags: readonly string[]) =>
      tags.length > 0 ? [`${verb} ${listOf(tags)}`] : [];
    return listOf([...some("add", act.add), ...some("take off", act.remove)]);
  }
  if (act.kind !== "schedule") return "";
  const { schedule_type, sync_frequency, daily_sync_time } = act;
  const parts = [
    schedule_type,
    sync_frequency === undefined ? undefined : `every ${everyMinutes(sync_frequency)}`,
    daily_sync_time === undefined ? undefined : `at ${daily_sync_time}`,
  ];
  return parts.filter(Boolean).join(", ");
}
