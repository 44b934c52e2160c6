import type { SyncDay } from "@/lib/model/charts/sync-days";
import type { DurationPoint } from "@/lib/model/charts/sync-durations";
import { toCsv } from "@/lib/model/csv";
import { isoTime } from "@/lib/model/time";

/** The points of a chart as a spreadsheet reads them; times in ISO 8601 UTC, lengths in milliseconds. */
export function durationCsv(points: readonly DurationPoint[]): string {
  return toCsv(
    ["at", "longest_ms", "p50_ms", "p95_ms", "succeeded", "failed", "other"],
    points.map(({ at, longest, p50, p95, succeeded, failed, other }) => [
      isoTime(at),
      longest,
      p50,
      p95,
      succeeded,
      failed,
      other,
    ]),
  );
}

/** The days of a calendar likewise. */
export function daysCsv(days: readonly SyncDay[]): string {
  return toCsv(
    ["from", "to", "succeeded", "failed", "other", "not_observed_ms"],
    days.map(({ from, to, succeeded, failed, other, unseen_ms }) => [
      isoTime(from),
      isoTime(to),
      succeeded,
      failed,
      other,
      unseen_ms,
    ]),
  );
}
