import type { HealthSegment } from "@/lib/model/health-segments";

/** The syncs that ended within an hour, by how they ended; `at` is its start in epoch milliseconds. */
export interface SyncHour {
  at: number;
  succeeded: number;
  failed: number;
  /** Canceled, rescheduled, or nobody knows. */
  other: number;
}

/** The answer of `GET /api/connections/ID/health`. Times are epoch milliseconds. */
export interface HealthOverTime {
  from: number;
  until: number;
  segments: HealthSegment[];
  /** Hours in which syncs ended, oldest first. */
  hours: SyncHour[];
}

/** How many syncs ended, and how many of them failed. */
export function syncTotals(hours: readonly SyncHour[]): { ended: number; failed: number } {
  let ended = 0;
  let failed = 0;
  for (const hour of hours) {
    ended += hour.succeeded + hour.failed + hour.other;
    failed += hour.failed;
  }
  return { ended, failed };
}
