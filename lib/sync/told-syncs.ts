import "server-only";
import type { SyncRow } from "@/lib/model/snapshot";
import type { Told } from "@/lib/model/told-sync";
import type { SeenSync } from "@/lib/sync/sync-facts";

/** A sync that has a name, as the sources that name it tell it. Times are epoch milliseconds. */
export interface NamedSync {
  sync_id: string;
  /** What was said of it, once each, in an order of its own. */
  told: Told[];
  start: number | null;
  end: number | null;
  outcome: SyncRow["outcome"] | null;
  reason: string | null;
  /** Its earliest time. */
  lo: number;
}

/** What is said to end at nearly the same time, and as well, is one end. */
const SAME_END_MS = 120_000;
/** By how much our clock and Fivetran's may differ. */
const SKEW_MS = 10_000;
/** Nothing farther from a sync than this is taken for a part of it: the reach of a late fact. */
export const REACH_MS = 600_000;

const OUTCOMES = new Map<string, SyncRow["outcome"]>([
  ["SUCCESSFUL", "succeeded"],
  ["SUCCEEDED", "succeeded"],
  ["SUCCESS", "succeeded"],
  ["FAILURE", "failed"],
  ["FAILED", "failed"],
  ["FAILURE_WITH_TASK", "failed"],
  ["RESCHEDULED", "rescheduled"],
  ["CANCELED", "canceled"],
  ["CANCELLED", "canceled"],
]);

/** How a sync ended by Fivetran's word for it (section 9.2 of the API notes); `unknown` for one that is new. */
export function outcomeOf(status: string | null): SyncRow["outcome"] {
  return OUTCOMES.get((status ?? "").toUpperCase()) ?? "unknown";
}

/** When a word about a sync says that something happened; null where it gives no time. */
export const timeOf = (told: Told): number | null => told.started_at ?? told.ended_at;

/** One sync for each name, by its earliest time; what gives no time is left out. Order and repetition change nothing. */
export function namedSyncs(told: readonly Told[]): NamedSync[] {
  const byName = new Map<string, Map<string, Told>>();
  for (const fact of told) {
    const words = byName.get(fact.sync_id) ?? new Map<string, Told>();
    words.set(JSON.stringify(inOrder(fact)), inOrder(fact));
    byName.set(fact.sync_id, words);
  }
  const syncs = [...byName].flatMap(([sync_id, words]) => {
    const list = [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
    return merged(sync_id, list) ?? [];
  });
  return syncs.sort((a, b) => a.lo - b.lo || (a.sync_id < b.sync_id ? -1 : 1));
}

/** The same keys in the same order, so that equal words are equal text. */
function inOrder({ kind, sync_id, source, started_at, ended_at, status, reason, rest }: Told): Told {
  return { kind, sync_id, source, started_at, ended_at, status, reason, rest };
}

function merged(sync_id: string, told: Told[]): NamedSync | null {
  const starts = (source?: Told["source"]) =>
    told.flatMap((it) =>
      it.started_at !== null && (!source || it.source === source) ? [it.started_at] : [],
    );
  const exact = starts("history");
  const start = least(exact.length > 0 ? exact : starts());
  const end = lastEnd(told);
  const lo = start ?? end?.ended_at ?? null;
  if (lo === null) return null;
  return {
    sync_id,
    told,
    start,
    end: end?.ended_at ?? null,
    outcome: end ? outcomeOf(end.status) : null,
    reason: end?.reason ?? told.find((it) => it.reason !== null)?.reason ?? null,
    lo,
  };
}

const least = (times: readonly number[]): number | null => (times.length > 0 ? Math.min(...times) : null);

type Ended = Told & { ended_at: number };

/** A sync that failed and was tried again ends with its last end; the history's time of it is the exact one. */
function lastEnd(told: readonly Told[]): Ended | null {
  const ends = told
    .filter((it): it is Ended => it.ended_at !== null)
    .sort((a, b) => b.ended_at - a.ended_at || rank(a) - rank(b) || (text(a) < text(b) ? -1 : 1));
  const [last] = ends;
  if (!last) return null;
  const same = ends.find(
    (it) =>
      it.source === "history" &&
      outcomeOf(it.status) === outcomeOf(last.status) &&
      last.ended_at - it.ended_at <= SAME_END_MS,
  );
  return same ?? last;
}

const rank = (it: Told): number =>
  (outcomeOf(it.status) === "succeeded" ? 0 : 2) + (it.source === "history" ? 0 : 1);
const text = (it: Told): string => JSON.stringify(it);

/** A named sync and the time up to which looks may belong to it. */
export interface Reach {
  sync: NamedSync;
  until: number;
}

/**
 * How far each of the named syncs (in order) reaches: to its end, and where nobody told one, to the first end that
 * a look saw after its start or to the next named sync.
 */
export function reaches(named: readonly NamedSync[], seen: readonly SeenSync[]): Reach[] {
  const ends = seen.filter((it) => it.end_kind !== null).sort((a, b) => a.point - b.point);
  return named.map((sync, at) => {
    if (sync.end !== null) return { sync, until: sync.end };
    const next = named[at + 1]?.lo ?? Number.POSITIVE_INFINITY;
    const first = ends.find((it) => endOf(it) > sync.lo)?.point ?? Number.POSITIVE_INFINITY;
    return { sync, until: Math.min(next, first) };
  });
}

const endOf = (sync: SeenSync): number => sync.end_exact ?? sync.end_seen ?? sync.point;

/** The named sync that tells better what looks saw of `seen`; null where it is one that nobody named. */
export function partOf(seen: SeenSync, among: readonly Reach[]): string | null {
  let best: { id: string; far: number; lo: number } | null = null;
  for (const reach of among) {
    if (!belongs(seen, reach)) continue;
    const { sync_id: id, end, lo } = reach.sync;
    const far = seen.end_exact === null ? 0 : Math.abs(seen.end_exact - (end ?? reach.until));
    if (!best || far < best.far || (far === best.far && lo >= best.lo)) best = { id, far, lo };
  }
  return best?.id ?? null;
}

function belongs(seen: SeenSync, { sync, until }: Reach): boolean {
  if (sync.lo > seen.point + REACH_MS || until < seen.point - REACH_MS) return false;
  const { start } = sync;
  const { end_kind, end_exact, end_seen, start_seen, start_not_before } = seen;
  if (end_exact !== null) {
    const same =
      sync.end !== null && sync.outcome === end_kind && Math.abs(sync.end - end_exact) <= SAME_END_MS;
    if (start === null) return same;
    return end_exact > start && (same || end_exact <= until || seen.point <= until);
  }
  if (end_kind !== null && end_seen !== null) {
    const after = seen.end_not_before ?? end_seen;
    if (sync.end !== null && sync.end >= after - SKEW_MS && sync.end <= end_seen + SKEW_MS) return true;
    return start !== null && end_seen > start && end_seen <= until + SKEW_MS;
  }
  if (start_seen === null) return false;
  // A look after its end that saw no sync tells that this is another one.
  const fresh = start_not_before !== null && start_not_before >= until;
  return !fresh && start_seen <= until + SKEW_MS && (start === null || start_seen >= start - SKEW_MS);
}
