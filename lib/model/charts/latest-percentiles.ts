/** The middle and the slow end of some lengths, in milliseconds. */
export interface Percentiles {
  p50: number;
  p95: number;
}

/** A usual length follows from so many syncs, and from no fewer than the least. */
const LATEST = 50;
const FEWEST = 5;

/** The percentiles of the last 50 lengths; null where there are fewer than five. */
export function latestPercentiles(lengths: readonly number[]): Percentiles | null {
  if (lengths.length < FEWEST) return null;
  const sorted = lengths.slice(-LATEST).sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

/** As the database's percentile_cont: between two values in proportion. */
function percentile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
