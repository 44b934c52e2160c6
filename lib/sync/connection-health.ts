import "server-only";
import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { healthOf } from "@/lib/model/health";
import type { HealthOverTime } from "@/lib/model/health-over-time";
import { healthSegments } from "@/lib/model/health-segments";
import type { Stretch } from "@/lib/model/observation";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { connections } from "@/lib/store/tables/connections";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { observationsSince } from "@/lib/sync/observe";
import { gone } from "@/lib/sync/snapshot";

const HOUR = 3_600_000;

/**
 * How a connection was over a range, out of the store; costs no upstream call.
 * @throws AppError `not_found` for one that this console has never seen
 */
export async function connectionHealth(
  id: string,
  range: Stretch,
  now = Date.now(),
): Promise<HealthOverTime> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const [row] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.upstream_id, upstream_id), eq(connections.id, id)));
  if (!row) throw gone(null);
  const to = Math.min(range.to, now);
  const of = <T extends typeof syncs | typeof stateChanges>(table: T) =>
    and(eq(table.upstream_id, upstream_id), eq(table.connection_id, id));
  const { kind, from, to: into, seen_at, not_before } = stateChanges;
  const changes = await db
    .select({ kind, from, to: into, seen_at, not_before })
    .from(stateChanges)
    .where(
      and(
        of(stateChanges),
        inArray(stateChanges.kind, ["health", "appeared", "vanished"]),
        gte(seen_at, range.from),
      ),
    )
    .orderBy(asc(seen_at), asc(stateChanges.id));
  const failed = await db
    .select({ ended_at: syncs.ended_at, ended_exact: syncs.ended_exact, outcome: syncs.outcome })
    .from(syncs)
    .where(
      and(
        of(syncs),
        eq(syncs.shown, true),
        eq(syncs.ended_exact, true),
        inArray(syncs.outcome, ["failed", "succeeded"]),
        aroundChanges(changes),
      ),
    );
  const present = healthOf(row);
  const segments = healthSegments(
    {
      changes,
      observations: await observationsSince(db, upstream_id, range.from),
      syncs: failed,
      health:
        row.vanished_at === null ? (present === "syncing" ? (row.resting_health ?? present) : present) : null,
      // A sweep that saw everything speaks for the rows it did not write.
      last_look: Math.max(row.read_at, memory().swept_at ?? 0),
    },
    { from: range.from, to },
    now,
  );
  return {
    from: range.from,
    until: to,
    segments,
    hours: await hoursOf(db, upstream_id, id, { from: range.from, to }),
  };
}

/** Only syncs that ended between the two looks around a change can tell its time. */
function aroundChanges(changes: readonly { seen_at: number; not_before: number | null }[]) {
  const told = changes.filter((it) => it.not_before !== null);
  if (told.length === 0) return sql`false`;
  const first = Math.min(...told.map((it) => it.not_before ?? 0));
  const last = Math.max(...told.map((it) => it.seen_at));
  const spans = JSON.stringify(told.map((it) => [it.not_before, it.seen_at]));
  // Narrowed by the index first, then by the spans.
  return sql`${syncs.point} between ${first}::bigint and ${last}::bigint and exists (
    select 1 from json_array_elements(${spans}::json) w(it)
    where ${syncs.ended_at} between (w.it->>0)::bigint and (w.it->>1)::bigint)`;
}

async function hoursOf(db: Db, upstream_id: number, connection_id: string, range: Stretch) {
  const hour = sql<string>`(${syncs.point} / ${sql.raw(String(HOUR))})`;
  const count = (which: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${which})::int`;
  const rows = await db
    .select({
      hour,
      succeeded: count(sql`${syncs.outcome} = 'succeeded'`),
      failed: count(sql`${syncs.outcome} = 'failed'`),
      other: count(sql`${syncs.outcome} not in ('succeeded', 'failed')`),
    })
    .from(syncs)
    .where(
      and(
        eq(syncs.upstream_id, upstream_id),
        eq(syncs.connection_id, connection_id),
        eq(syncs.shown, true),
        isNotNull(syncs.ended_at),
        gte(syncs.point, range.from),
        lt(syncs.point, range.to),
      ),
    )
    .groupBy(hour)
    .orderBy(hour);
  return rows.map(({ hour: number, ...counts }) => ({ at: Number(number) * HOUR, ...counts }));
}
