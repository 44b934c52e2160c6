import "server-only";
import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/lib/store/database";
import { syncs } from "@/lib/store/tables/syncs";

/** How long the syncs of a connection take, in milliseconds; null while too few are known. */
export interface SyncPace {
  /** The median. */
  usual_ms: number | null;
  /** What only one in twenty takes longer than, and at least half as much again as usual. */
  slow_ms: number | null;
}

const LATEST = 50;
const FEWEST = 5;

/** The pace of some connections, out of their latest good syncs: one look into the index for each. */
export async function syncPaces(
  db: Db,
  upstream_id: number,
  ids: readonly string[],
): Promise<Map<string, SyncPace>> {
  if (ids.length === 0) return new Map();
  const rows = rowsOf<{ id: string; usual: number | null; slow: number | null; known: number }>(
    await db.execute(sql`
      select w.id, count(d)::int as known,
        percentile_cont(0.5) within group (order by d) as usual,
        percentile_cont(0.95) within group (order by d) as slow
      from json_array_elements_text(${JSON.stringify(ids)}::json) w(id)
      cross join lateral (
        select s.ended_at - s.started_at as d from ${syncs} s
        where s.upstream_id = ${upstream_id} and s.connection_id = w.id and s.shown
          and s.outcome = 'succeeded' and s.started_at is not null
        order by s.point desc limit ${LATEST}) latest
      group by w.id`),
  );
  return new Map(
    rows.map(({ id, usual, slow, known }): [string, SyncPace] => {
      if (known < FEWEST || usual === null || slow === null) return [id, { usual_ms: null, slow_ms: null }];
      const usual_ms = Math.round(Number(usual));
      return [id, { usual_ms, slow_ms: Math.round(Math.max(Number(slow), usual_ms * 1.5)) }];
    }),
  );
}
