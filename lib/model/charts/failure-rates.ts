import type { DurationPoint } from "@/lib/model/charts/sync-durations";

/** Of the syncs that ended within a stretch, how many failed. Epoch milliseconds. */
export interface FailureRate {
  from: number;
  to: number;
  ended: number;
  failed: number;
}

/** The points of a chart together in longer pieces, oldest first. */
export function failureRates(points: readonly DurationPoint[], step: number): FailureRate[] {
  const rates = new Map<number, FailureRate>();
  for (const { at, succeeded, failed, other } of points) {
    const from = Math.floor(at / step) * step;
    const rate = rates.get(from) ?? { from, to: from + step, ended: 0, failed: 0 };
    rates.set(from, rate);
    rate.ended += succeeded + failed + other;
    rate.failed += failed;
  }
  return [...rates.values()];
}
