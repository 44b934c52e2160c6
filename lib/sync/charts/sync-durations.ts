import "server-only";
import { and, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { durationPoints, type EndedSync, type SyncDurations } from "@/lib/model/charts/sync-durations";
import { type Db, rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";
import { unseenTime } from "@/lib/sync/unseen-time";

/** So many good syncs before the range say what was usual at its start. */
const BEFORE = 50;

/** How long the syncs of a connection took over a range and how they ended; costs no upstream call. */
export async function syncDurations(
  id: string,
  { from, until, step }: { from: number; until: number; step: number },
  now = Date.now(),
): Promise<SyncDurations> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const before = await goodBefore(db, upstream_id, id, from);
  const within = await endedWithin(db, upstream_id, id, from, until);
  return {
    from,
    until,
    step,
    points: durationPoints([...before, ...within], from, step),
    unseen: await unseenTime(db, upstream_id, { from, to: until }, now),
    now,
  };
}

async function goodBefore(db: Db, upstream_id: number, id: string, from: number): Promise<EndedSync[]> {
  const rows = await db
    .select({ point: syncs.point, started_at: syncs.started_at, ended_at: syncs.ended_at })
    .from(syncs)
    .where(
      and(
        eq(syncs.upstream_id, upstream_id),
        eq(syncs.connection_id, id),
        eq(syncs.shown, true),
        eq(syncs.outcome, "succeeded"),
        isNotNull(syncs.started_at),
        lt(syncs.point, from),
      ),
    )
    .orderBy(desc(syncs.point))
    .limit(BEFORE);
  return rows
    .reverse()
    .map(({ point, started_at, ended_at }) => [
      point,
      (ended_at ?? point) - (started_at ?? point),
      "succeeded",
    ]);
}

/**
 * As one text of JSON, put together by hand: of some ten thousand syncs PostgreSQL's JSON functions take more than twice
 * as long, and a row for each takes the driver several times as long.
 */
async function endedWithin(
  db: Db,
  upstream_id: number,
  id: string,
  from: number,
  until: number,
): Promise<EndedSync[]> {
  const [row] = rowsOf<{ all: string | null }>(
    await db.execute(sql`
      select string_agg('[' || s.point || ',' || coalesce((s.ended_at - s.started_at)::text, 'null') ||
        case s.outcome when 'succeeded' then ',"succeeded"]' when 'failed' then ',"failed"]' else ',"other"]' end,
        ',' order by s.point) as all
      from ${syncs} s
      where s.upstream_id = ${upstream_id} and s.connection_id = ${id} and s.shown and s.outcome <> 'running'
        and s.point >= ${from}::bigint and s.point < ${until}::bigint`),
  );
  return JSON.parse(`[${row?.all ?? ""}]`) as EndedSync[];
}
