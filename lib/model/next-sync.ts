import type { ConnectionRow } from "@/lib/model/snapshot";

type Facts = Pick<
  ConnectionRow,
  | "paused"
  | "setup_state"
  | "sync_state"
  | "schedule_type"
  | "sync_frequency"
  | "daily_sync_time"
  | "succeeded_at"
  | "failed_at"
  | "rescheduled_for"
>;

/** What can honestly be said of the next sync. Times are epoch milliseconds. */
export type NextSync =
  | { kind: "running" }
  | { kind: "paused" }
  | { kind: "not_set_up" }
  /** Waits for source quota; with `retried: false` nobody starts it unless a person does. */
  | { kind: "rescheduled"; at: number | null; retried: boolean }
  /** Starts only when asked to. */
  | { kind: "manual" }
  /** Once a day at this wall-clock hour, up to 60 minutes later. */
  | { kind: "daily"; time: string }
  /** Starts by then at the latest: one frequency after the last sync ended. */
  | { kind: "by"; at: number }
  /** Never synced, so only the frequency is known. */
  | { kind: "first" };

const MINUTE = 60_000;

/**
 * When a connection syncs next. Fivetran's API gives no such time: syncs start one `sync_frequency` after the
 * last start, and only the last end is known, so the answer is a latest time, not a promise. A manual
 * schedule ignores the frequency and is not retried after a reschedule (D: tutorials/trigger-syncs-manually).
 */
export function nextSync(row: Facts): NextSync {
  if (row.paused || row.sync_state === "paused") return { kind: "paused" };
  if (row.sync_state === "syncing") return { kind: "running" };
  const manual = row.schedule_type === "manual";
  if (row.sync_state === "rescheduled")
    return { kind: "rescheduled", at: row.rescheduled_for, retried: !manual };
  if (row.setup_state === "incomplete") return { kind: "not_set_up" };
  if (manual) return { kind: "manual" };
  if (row.sync_frequency === 1440 && row.daily_sync_time) return { kind: "daily", time: row.daily_sync_time };
  const ended = Math.max(row.succeeded_at ?? 0, row.failed_at ?? 0);
  return ended ? { kind: "by", at: ended + row.sync_frequency * MINUTE } : { kind: "first" };
}
