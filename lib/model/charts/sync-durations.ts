import { latestPercentiles } from "@/lib/model/charts/latest-percentiles";
import type { Stretch } from "@/lib/model/observation";

/** The syncs of a connection that ended within one piece of time. Lengths in milliseconds. */
export interface DurationPoint {
  /** The end of the longest good one whose length is known, else of the first; epoch milliseconds. */
  at: number;
  /** The longest good one; null where no start is known. */
  longest: number | null;
  /** What was usual for it then, out of the latest 50 good ones; null while fewer than five are known. */
  p50: number | null;
  p95: number | null;
  succeeded: number;
  failed: number;
  /** Canceled, rescheduled, or nobody knows. */
  other: number;
}

/** The answer of `GET /api/connections/ID/durations`. Times are epoch milliseconds. */
export interface SyncDurations {
  from: number;
  until: number;
  step: number;
  /** Oldest first; pieces in which no sync ended are left out. */
  points: DurationPoint[];
  /** Before `now`, the time in which nobody looked. */
  unseen: Stretch[];
  now: number;
}

/** One sync: when it ended, how long it took (null where its start is not known), and how it ended. */
export type EndedSync = [point: number, length: number | null, outcome: "succeeded" | "failed" | "other"];

/** Syncs in order of their ends as points of a chart; what ended before `from` counts only for what was usual. */
export function durationPoints(syncs: readonly EndedSync[], from: number, step: number): DurationPoint[] {
  const good: number[] = [];
  const points: DurationPoint[] = [];
  let point: DurationPoint | null = null;
  let piece = Number.NaN;
  const sayUsual = () => point && Object.assign(point, usualOf(good));
  for (const [at, length, outcome] of syncs) {
    const timed = outcome === "succeeded" && length !== null;
    if (at >= from && Math.floor(at / step) !== piece) {
      sayUsual();
      piece = Math.floor(at / step);
      point = { at, longest: null, p50: null, p95: null, succeeded: 0, failed: 0, other: 0 };
      points.push(point);
    }
    if (timed) good.push(length);
    if (!point) continue;
    point[outcome] += 1;
    if (timed && length >= (point.longest ?? 0)) {
      point.longest = length;
      point.at = at;
    }
  }
  sayUsual();
  return points;
}

function usualOf(lengths: readonly number[]): Pick<DurationPoint, "p50" | "p95"> {
  const usual = latestPercentiles(lengths);
  return usual ? { p50: Math.round(usual.p50), p95: Math.round(usual.p95) } : { p50: null, p95: null };
}

/** How many syncs ended, and how many of them failed. */
export function durationTotals(points: readonly DurationPoint[]): { ended: number; failed: number } {
  let ended = 0;
  let failed = 0;
  for (const point of points) {
    ended += point.succeeded + point.failed + point.other;
    failed += point.failed;
  }
  return { ended, failed };
}
