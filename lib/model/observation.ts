/** A span of time in which this console looked at the account without missing a look. Epoch milliseconds. */
export interface Observation {
  /** The first look and the last one. */
  began_at: number;
  until_at: number;
  /** The longest pause between two looks that misses none. */
  gap_ms: number;
}

/** A stretch of time, its end left out. Epoch milliseconds. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * The stretches of a range in which somebody looked, oldest first, without overlaps. What the last look saw counts on
 * until `now` while no look is overdue; after that nobody knows.
 */
export function lookedAt(observations: readonly Observation[], range: Stretch, now: number): Stretch[] {
  const spans = observations
    .map(({ began_at, until_at, gap_ms }) => ({
      from: began_at,
      to: until_at <= now && now - until_at <= gap_ms ? now : Math.min(until_at, now),
    }))
    .sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const span of spans) {
    const from = Math.max(span.from, range.from);
    const to = Math.min(span.to, range.to);
    if (to <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
