import "server-only";
import { sql } from "drizzle-orm";
import { calendarDays, type SyncDay } from "@/lib/model/charts/sync-days";
import { lengthOf, shared } from "@/lib/model/stretch-sets";
import type { Zone } from "@/lib/model/zone";
import { rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";
import { unseenTime } from "@/lib/sync/unseen-time";

/** How the syncs of a connection ended on each day of thirteen weeks of a zone's calendar; costs no upstream call. */
export async function syncDays(id: string, zone: Zone, now = Date.now()): Promise<SyncDay[]> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const bounds = calendarDays(now, zone);
  const from = bounds[0] ?? now;
  const to = bounds.at(-1) ?? now;
  const count = (which: ReturnType<typeof sql>) => sql`count(*) filter (where ${which})::int`;
  const rows = rowsOf<{ day: number; succeeded: number; failed: number; other: number }>(
    await db.execute(sql`
      select width_bucket(s.point, ${`{${bounds.join()}}`}::bigint[]) as day,
        ${count(sql`s.outcome = 'succeeded'`)} as succeeded,
        ${count(sql`s.outcome = 'failed'`)} as failed,
        ${count(sql`s.outcome not in ('succeeded', 'failed')`)} as other
      from ${syncs} s
      where s.upstream_id = ${upstream_id} and s.connection_id = ${id} and s.shown and s.outcome <> 'running'
        and s.point >= ${from}::bigint and s.point < ${to}::bigint
      group by 1`),
  );
  const counts = new Map(rows.map(({ day, ...rest }) => [day, rest]));
  const unseen = await unseenTime(db, upstream_id, { from, to }, now);
  return bounds.slice(0, -1).map((start, place) => {
    const end = bounds[place + 1] ?? to;
    const { succeeded = 0, failed = 0, other = 0 } = counts.get(place + 1) ?? {};
    const unseen_ms = lengthOf(shared(unseen, [{ from: start, to: end }]));
    return { from: start, to: end, succeeded, failed, other, unseen_ms };
  });
}
