import type { ConnectionRow } from "@/lib/model/snapshot";

/** Sorted by how much they need a person. */
export const HEALTHS = [
  "broken",
  "delayed",
  "incomplete",
  "syncing",
  "healthy",
  "paused",
  "unknown",
] as const;
export type Health = (typeof HEALTHS)[number];

export type HealthFacts = Pick<
  ConnectionRow,
  | "setup_state"
  | "sync_state"
  | "update_state"
  | "paused"
  | "succeeded_at"
  | "failed_at"
  | "task_count"
  | "is_historical_sync"
>;

/** Whether the last sync that ended failed: Fivetran gives no status, only the two times (section 4.3 of its API notes). */
export function lastSyncFailed(facts: Pick<HealthFacts, "succeeded_at" | "failed_at">): boolean {
  return facts.failed_at !== null && facts.failed_at > (facts.succeeded_at ?? Number.NEGATIVE_INFINITY);
}

/**
 * One word for a connection. Paused and incomplete come first because nothing runs then; a broken set-up
 * stays broken while a sync tries, and so does a failed last sync until another one starts.
 */
export function healthOf(facts: HealthFacts): Health {
  if (facts.paused || facts.sync_state === "paused") return "paused";
  if (facts.setup_state === "incomplete") return "incomplete";
  if (facts.setup_state === "broken") return "broken";
  if (facts.sync_state === "syncing") return "syncing";
  if (lastSyncFailed(facts)) return "broken";
  if (facts.sync_state === "rescheduled" || facts.update_state === "delayed") return "delayed";
  const known = facts.setup_state === "connected" && facts.sync_state === "scheduled";
  if (!known || facts.update_state !== "on_schedule") return "unknown";
  return "healthy";
}
