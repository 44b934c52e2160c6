import type { Objective } from "@/lib/model/objective/objective";
import { countedTime } from "@/lib/model/objective/working-hours";
import type { Stretch } from "@/lib/model/observation";
import { lengthOf, shared, without } from "@/lib/model/stretch-sets";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The time over which an objective is judged. */
export const RECORD_DAYS = 30;

/** A time in which the last good sync was longer ago than the objective allows, to the next good one. */
export interface Breach extends Stretch {
  /** How much of it counts: working hours that somebody observed. */
  late_ms: number;
  /** Whether it still goes on. */
  open: boolean;
}

/** How an objective was kept over a range; lengths in milliseconds, times in epoch milliseconds. */
export interface FreshnessRecord extends Stretch {
  /** What of the range counts and is known. */
  counted_ms: number;
  late_ms: number;
  /** What would count, but nobody looked and no earlier sync answers for it. */
  unknown_ms: number;
  /** How much lateness the goal leaves in these days. */
  allowed_ms: number;
  /** When the rest of that is used up if no sync succeeds; null while nothing is late or all is spent. */
  spent_at: number | null;
  /** Newest first. */
  breaches: Breach[];
}

export interface FreshnessFacts {
  /** When syncs ended well, in any order: all of the range, and the last one before it. */
  successes: readonly number[];
  /** In order, without overlaps. */
  paused: readonly Stretch[];
  /** When somebody looked, or Fivetran's own history tells; in order, without overlaps. */
  known: readonly Stretch[];
}

/**
 * The record of an objective over a range that ends now. Time before the first good sync that is known does not count.
 * The first look after a time without one tells the latest good sync, but not those before it, so what such a time has
 * before its latest good sync is unknown, not late.
 */
export function freshnessRecord(
  objective: Objective,
  facts: FreshnessFacts,
  range: Stretch,
): FreshnessRecord {
  const target = objective.target_minutes * MINUTE;
  const ends = [...new Set(facts.successes)].filter((at) => at <= range.to).sort((a, b) => a - b);
  const first = ends[0] ?? range.to;
  const promised = without(countedTime(objective.hours, range), facts.paused);
  const begun = shared(promised, [{ from: Math.max(range.from, first), to: range.to }]);
  const unseen = without([range], facts.known);
  const breaches: Breach[] = [];
  let unknown_ms = 0;
  ends.forEach((end, place) => {
    const next = ends[place + 1];
    const overdue = { from: Math.max(end + target, range.from), to: next ?? range.to };
    if (overdue.from >= overdue.to) return;
    const stale = shared(begun, [overdue]);
    const late = without(
      stale,
      unseen.filter(({ to }) => to >= overdue.to),
    );
    unknown_ms += lengthOf(stale) - lengthOf(late);
    const [start] = late;
    const last = late.at(-1);
    if (start && last)
      breaches.push({
        from: start.from,
        to: last.to,
        late_ms: lengthOf(late),
        open: next === undefined && last.to === range.to,
      });
  });
  const late_ms = breaches.reduce((sum, breach) => sum + breach.late_ms, 0);
  const allowed_ms = (lengthOf(promised) * (100 - objective.goal_percent)) / 100;
  const open = breaches.at(-1)?.open === true;
  return {
    ...range,
    counted_ms: lengthOf(begun) - unknown_ms,
    late_ms,
    unknown_ms,
    allowed_ms,
    spent_at: open ? spentAt(objective, range.to, allowed_ms - late_ms) : null,
    breaches: breaches.reverse(),
  };
}

/** When `left` milliseconds of counted time are over; null where they are spent, or not within two weeks. */
function spentAt({ hours }: Objective, now: number, left: number): number | null {
  if (left <= 0) return null;
  let rest = left;
  for (const { from, to } of countedTime(hours, { from: now, to: now + 14 * DAY })) {
    if (to - from >= rest) return from + rest;
    rest -= to - from;
  }
  return null;
}

/** When a connection was paused in a range, from the changes that were seen and how it is now. */
export function pausedTime(
  changes: readonly { from: string | null; to: string | null; seen_at: number }[],
  paused: boolean,
  range: Stretch,
): Stretch[] {
  const told = [...changes].sort((a, b) => a.seen_at - b.seen_at);
  const found: Stretch[] = [];
  let since: number | null = (told[0] ? told[0].from === "true" : paused) ? range.from : null;
  for (const { to, seen_at } of told) {
    const at = Math.min(Math.max(seen_at, range.from), range.to);
    if (to === "true") since ??= at;
    else if (since !== null) {
      if (at > since) found.push({ from: since, to: at });
      since = null;
    }
  }
  if (since !== null && since < range.to) found.push({ from: since, to: range.to });
  return found;
}
