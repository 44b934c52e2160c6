import "server-only";
import { and, asc, desc, eq, gte, isNotNull, lt } from "drizzle-orm";
import type { ConnectionFreshness } from "@/lib/model/objective/connection-freshness";
import { freshnessRecord, pausedTime, RECORD_DAYS } from "@/lib/model/objective/freshness-record";
import { objectiveOf } from "@/lib/model/objective/objective";
import { lookedAt, type Stretch } from "@/lib/model/observation";
import { readAnnotation } from "@/lib/store/annotations";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { historyReads } from "@/lib/store/tables/history-reads";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { storedObjectives } from "@/lib/sync/objectives/stored-objectives";
import { observationsSince } from "@/lib/sync/observe";
import { gone } from "@/lib/sync/snapshot";

const DAY = 86_400_000;

/**
 * How a connection kept its objective over the last 30 days, out of the store; costs no upstream call.
 * @throws AppError `not_found` for one that is not in the snapshot
 */
export async function connectionFreshness(id: string, now = Date.now()): Promise<ConnectionFreshness> {
  const row = memory().rows.get(id);
  if (!row) throw gone(null);
  const { objectives } = await storedObjectives();
  const objective = objectiveOf(objectives, row, (await readAnnotation(id)).tags);
  if (!objective) return null;
  const { db } = await store();
  const upstream_id = currentUpstream();
  const range = { from: now - RECORD_DAYS * DAY, to: now };
  const successes = await successesOf(db, upstream_id, id, range);
  // The snapshot may know of one that no row tells of yet.
  if (row.succeeded_at !== null) successes.push(row.succeeded_at);
  return {
    objective,
    record: freshnessRecord(
      objective,
      {
        successes,
        paused: pausedTime(await pausesOf(db, upstream_id, id, range), row.paused, range),
        known: await knownTime(db, upstream_id, id, range),
      },
      range,
    ),
  };
}

/** When syncs ended well in the range, and the last one before it. */
async function successesOf(
  db: Db,
  upstream_id: number,
  connection_id: string,
  range: Stretch,
): Promise<number[]> {
  const good = and(
    eq(syncs.upstream_id, upstream_id),
    eq(syncs.connection_id, connection_id),
    eq(syncs.shown, true),
    eq(syncs.outcome, "succeeded"),
    isNotNull(syncs.ended_at),
  );
  const within = await db
    .select({ at: syncs.ended_at })
    .from(syncs)
    .where(and(good, gte(syncs.point, range.from)));
  const before = await db
    .select({ at: syncs.ended_at })
    .from(syncs)
    .where(and(good, lt(syncs.point, range.from)))
    .orderBy(desc(syncs.point))
    .limit(1);
  return [...before, ...within].flatMap(({ at }) => (at === null ? [] : [at]));
}

function pausesOf(db: Db, upstream_id: number, connection_id: string, range: Stretch) {
  const { from, to, seen_at } = stateChanges;
  return db
    .select({ from, to, seen_at })
    .from(stateChanges)
    .where(
      and(
        eq(stateChanges.upstream_id, upstream_id),
        eq(stateChanges.connection_id, connection_id),
        eq(stateChanges.kind, "paused"),
        gte(seen_at, range.from),
      ),
    )
    .orderBy(asc(seen_at), asc(stateChanges.id));
}

/** When somebody looked, or Fivetran's own history was read. */
async function knownTime(
  db: Db,
  upstream_id: number,
  connection_id: string,
  range: Stretch,
): Promise<Stretch[]> {
  const looks = await observationsSince(db, upstream_id, range.from);
  const read = await db
    .select({ began_at: historyReads.read_from, until_at: historyReads.read_until })
    .from(historyReads)
    .where(and(eq(historyReads.upstream_id, upstream_id), eq(historyReads.connection_id, connection_id)));
  const spans = [...looks, ...read.map((span) => ({ ...span, gap_ms: 0 }))];
  // A single look has no length, and yet it tells.
  const longer = spans.map((span) => ({ ...span, until_at: Math.max(span.until_at, span.began_at + 1) }));
  return lookedAt(longer, range, range.to);
}
