import type { ConnectionDetail, SyncRow } from "@/lib/model/snapshot";

type Seen = Pick<ConnectionDetail, "row" | "connection" | "syncs">;

/** Where the capture of a schema stands that loads no data. `since` in epoch milliseconds, null where nobody saw it. */
export type Capture =
  | { state: "not_begun" }
  | { state: "running"; since: number | null }
  | { state: "failed"; message: string };

/** @param detail of a connection whose schema config does not exist yet */
export function captureOf(detail: Seen): Capture {
  const { row } = detail;
  if (!isBlocked(detail) || row.paused) return { state: "not_begun" };
  const [sync] = detail.syncs;
  if (row.sync_state !== "syncing" && sync?.outcome === "failed")
    return { state: "failed", message: failureWords(row) };
  return { state: "running", since: sync?.started_at ?? null };
}

/**
 * Where the first sync stands. `waiting`: asked for and not begun; `ended` tells how. A sync that Fivetran put off
 * until its source has room again is `rescheduled`.
 */
export type FirstSync =
  | { state: "not_started" }
  | { state: "waiting" }
  | { state: "running"; since: number | null }
  | { state: "rescheduled"; until: number | null }
  | { state: "succeeded"; at: number; took: number | null }
  | { state: "failed"; at: number | null; message: string };

export const isFirstSyncOver = ({ state }: FirstSync): boolean => state === "succeeded" || state === "failed";

/** What keeps a connection from loading data until somebody has said what may sync. */
export const isBlocked = ({ connection }: Pick<ConnectionDetail, "connection">): boolean =>
  connection.status.schema_status === "blocked_on_capture";

/**
 * Reads how the first sync of a connection goes. A paused one that never synced has not been started, and neither has
 * one whose schema is only captured.
 */
export function firstSyncOf(detail: Seen): FirstSync {
  const { row, syncs } = detail;
  const [sync] = syncs;
  if (isBlocked(detail)) return { state: "not_started" };
  if (row.sync_state === "syncing") return { state: "running", since: sync?.started_at ?? null };
  if (row.succeeded_at !== null && row.succeeded_at >= (row.failed_at ?? 0))
    return { state: "succeeded", at: row.succeeded_at, took: tookOf(sync) };
  if (row.sync_state === "rescheduled") return { state: "rescheduled", until: row.rescheduled_for };
  if (row.failed_at !== null) return { state: "failed", at: row.failed_at, message: failureWords(row) };
  return row.paused ? { state: "not_started" } : { state: "waiting" };
}

function tookOf(sync: SyncRow | undefined): number | null {
  if (!sync || sync.started_at === null || sync.ended_at === null) return null;
  return sync.ended_at - sync.started_at;
}

function failureWords({ task }: Seen["row"]): string {
  return task
    ? `Fivetran says: ${task.message}`
    : "Fivetran gives no reason; its own dashboard has the log of the sync.";
}
