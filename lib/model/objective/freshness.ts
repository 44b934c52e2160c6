import type { Objective } from "@/lib/model/objective/objective";
import { nextCounted } from "@/lib/model/objective/working-hours";
import type { ConnectionRow } from "@/lib/model/snapshot";

const MINUTE = 60_000;

/** How a connection keeps its objective at present. Times in epoch milliseconds. */
export type Freshness =
  /** `late_at`: when it will be late unless a sync succeeds; null for not within two weeks. */
  | { state: "on_time"; late_at: number | null }
  | { state: "late"; since: number }
  /** Paused, so nothing is promised. */
  | { state: "paused" }
  /** No sync has succeeded yet, so there is nothing whose age could be told. */
  | { state: "never_synced" };

/** How fresh a connection is against its objective at `now`. */
export function freshnessOf(
  { paused, succeeded_at }: Pick<ConnectionRow, "paused" | "succeeded_at">,
  { target_minutes, hours }: Objective,
  now: number,
): Freshness {
  if (paused) return { state: "paused" };
  if (succeeded_at === null) return { state: "never_synced" };
  const due = succeeded_at + target_minutes * MINUTE;
  if (due > now) return { state: "on_time", late_at: nextCounted(hours, due) };
  const counts = nextCounted(hours, now);
  if (counts !== now) return { state: "on_time", late_at: counts };
  return { state: "late", since: nextCounted(hours, due) ?? due };
}
