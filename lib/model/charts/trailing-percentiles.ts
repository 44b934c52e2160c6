/** The middle and the slow end of some lengths, in milliseconds. */
export interface Percentiles {
  p50: number;
  p95: number;
}

/** A usual length follows from so many syncs, and from no fewer than the least. */
const LATEST = 50;
const FEWEST = 5;

/** At each place the percentiles of the latest 50 lengths up to it; null while fewer than five are known. */
export function trailingPercentiles(lengths: readonly number[]): (Percentiles | null)[] {
  const sorted: number[] = [];
  return lengths.map((length, place) => {
    sorted.splice(placeIn(sorted, length), 0, length);
    const gone = lengths[place - LATEST];
    if (gone !== undefined) sorted.splice(placeIn(sorted, gone), 1);
    return sorted.length < FEWEST ? null : { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
  });
}

/** The first place at which a value may stand. */
function placeIn(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As the database's percentile_cont: between two values in proportion. */
function percentile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
