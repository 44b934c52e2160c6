import { HEALTHS, type Health } from "@/lib/model/health";
import { lookedAt, type Observation, type Stretch } from "@/lib/model/observation";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";
import { without } from "@/lib/model/stretch-sets";

/** How a connection was for a while. Epoch milliseconds, the end left out. */
export interface HealthSegment extends Stretch {
  /** Null where nobody looked, or the connection was not there: unknown, never healthy. */
  health: Health | null;
  /** Whether `from` is Fivetran's own time of what happened; otherwise it is when that was seen. */
  exact: boolean;
}

export interface HealthRecord {
  /** All changes of the connection from the start of the range to the present, in any order. */
  changes: readonly Pick<StateChange, "kind" | "from" | "to" | "seen_at" | "not_before">[];
  observations: readonly Observation[];
  syncs: readonly Pick<SyncRow, "ended_at" | "ended_exact" | "outcome">[];
  /** The health after the last change, a running sync looked through; null where the connection is gone. */
  health: Health | null;
  /** The last look at this connection: what came after it nobody has seen. Null for as far as `observations` reach. */
  last_look: number | null;
}

interface Turn {
  at: number;
  health: Health | null;
  exact: boolean;
}

/**
 * The health of a connection over a range: segments without holes or overlaps, oldest first. Times are epoch
 * milliseconds throughout, so neither a change to summer time nor the zone of a reader moves anything; where a clock
 * was set back, later looks win.
 */
export function healthSegments(record: HealthRecord, range: Stretch, now: number): HealthSegment[] {
  if (range.to <= range.from) return [];
  const turns = turnsOf(record);
  const looked = lookedAt(record.observations, range, now).flatMap((stretch) =>
    record.last_look === null ? [stretch] : upTo(stretch, record, now),
  );
  const pieces: HealthSegment[] = without([range], looked).map((gap) => ({
    ...gap,
    health: null,
    exact: false,
  }));
  for (const stretch of looked) pieces.push(...cut(stretch, turns));
  return joined(pieces.sort((a, b) => a.from - b.from));
}

function upTo({ from, to }: Stretch, { last_look, observations }: HealthRecord, now: number): Stretch[] {
  const gap = observations.reduce((most, it) => Math.max(most, it.gap_ms), 0);
  const end = Math.min(to, last_look === null || now - last_look <= gap ? to : last_look);
  return end > from ? [{ from, to: end }] : [];
}

/** When the health turned, oldest first; the first turn stands for all time before the second. */
function turnsOf({ changes, syncs, health }: HealthRecord): Turn[] {
  const told = changes
    .filter(({ kind }) => kind === "health" || kind === "appeared" || kind === "vanished")
    .sort((a, b) => a.seen_at - b.seen_at);
  const first = told[0];
  const turns: Turn[] = [
    { at: Number.NEGATIVE_INFINITY, health: first ? healthNamed(first.from) : health, exact: false },
  ];
  for (const change of told) {
    const known = exactTime(change, syncs);
    const before = turns.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    turns.push({
      at: Math.max(known ?? change.seen_at, before),
      health: change.kind === "vanished" ? null : healthNamed(change.to),
      exact: known !== null,
    });
  }
  return turns;
}

const healthNamed = (word: string | null): Health | null => HEALTHS.find((it) => it === word) ?? null;

/** Fivetran's own time of the sync that brought the change about, where one ended between the two looks. */
function exactTime(change: HealthRecord["changes"][number], syncs: HealthRecord["syncs"]): number | null {
  const wanted = change.to === "broken" ? "failed" : change.to === "healthy" ? "succeeded" : null;
  if (change.kind !== "health" || wanted === null || change.not_before === null) return null;
  const ends = syncs.flatMap((sync) =>
    sync.outcome === wanted &&
    sync.ended_exact &&
    sync.ended_at !== null &&
    sync.ended_at > (change.not_before ?? 0) &&
    sync.ended_at <= change.seen_at
      ? [sync.ended_at]
      : [],
  );
  return ends.length > 0 ? Math.min(...ends) : null;
}

function cut({ from, to }: Stretch, turns: readonly Turn[]): HealthSegment[] {
  const pieces: HealthSegment[] = [];
  for (const [index, turn] of turns.entries()) {
    const start = Math.max(from, turn.at);
    const end = Math.min(to, turns[index + 1]?.at ?? Number.POSITIVE_INFINITY);
    if (end > start)
      pieces.push({ from: start, to: end, health: turn.health, exact: turn.exact && start === turn.at });
  }
  return pieces;
}

function joined(pieces: readonly HealthSegment[]): HealthSegment[] {
  const segments: HealthSegment[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    if (last && last.health === piece.health && last.to === piece.from) last.to = piece.to;
    else segments.push({ ...piece });
  }
  return segments;
}

/** How long each health lasted, in milliseconds; null for time nobody observed. */
export function healthTotals(segments: readonly HealthSegment[]): Map<Health | null, number> {
  const totals = new Map<Health | null, number>();
  for (const { health, from, to } of segments) totals.set(health, (totals.get(health) ?? 0) + to - from);
  return totals;
}
