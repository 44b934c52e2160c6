import "server-only";
import { sql } from "drizzle-orm";
import { FLEET_OUTCOMES, type FleetLanes, type FleetMark } from "@/lib/model/fleet/fleet-timeline";
import { rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";

interface Ask {
  ids: readonly string[];
  /** Epoch milliseconds, whole numbers of `step`. */
  from: number;
  until: number;
  step: number;
}

interface Row {
  id: string;
  outcome: string;
  from: number;
  to: number | null;
  count: number;
  longest: number | null;
  exact: boolean;
}

/**
 * The syncs of some connections over a range; those that ended alike within one piece of it are one mark. Costs no
 * upstream call.
 */
export async function fleetLanes({ ids, from, until, step }: Ask): Promise<FleetLanes> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const lanes = new Map(ids.map((id) => [id, [] as FleetMark[]]));
  const own = sql`s.upstream_id = ${upstream_id} and s.connection_id = w.id and s.shown`;
  const fields = sql`s.id, s.point, s.outcome, s.started_at, s.started_exact, s.ended_at, s.ended_exact`;
  // One that began within the range may end after it, and one that runs may have begun before.
  const found = rowsOf<Row>(
    await db.execute(sql`
      select w.id, case when f.outcome in ('succeeded', 'failed', 'running') then f.outcome else 'other' end as outcome,
        min(coalesce(f.started_at, f.ended_at, f.point)) as from,
        max(case when f.outcome = 'running' then null else coalesce(f.ended_at, f.point) end) as to,
        count(*)::int as count, max(f.ended_at - f.started_at) as longest,
        bool_and(f.started_exact and f.ended_exact) as exact
      from json_array_elements_text(${JSON.stringify(ids)}::json) w(id)
      cross join lateral (
        (select ${fields} from ${syncs} s
          where ${own} and s.point >= ${from}::bigint and s.point < ${until}::bigint)
        union all
        (select * from (
          select ${fields} from ${syncs} s where ${own} and s.point >= ${until}::bigint order by s.point limit 1) next
          where next.started_at < ${until}::bigint)
        union all
        (select * from (
          select ${fields} from ${syncs} s where ${own} and s.point < ${from}::bigint order by s.point desc limit 1) last
          where last.outcome = 'running')) f
      group by 1, 2, f.point / ${step}::bigint
      order by 3`),
  );
  for (const row of found) {
    const outcome = FLEET_OUTCOMES.find((one) => one === row.outcome) ?? "other";
    const longest_ms = row.longest === null ? null : Number(row.longest);
    const to = row.to === null ? null : Number(row.to);
    lanes
      .get(row.id)
      ?.push({ outcome, from: Number(row.from), to, count: row.count, longest_ms, exact: row.exact });
  }
  return { from, until, step, lanes: Array.from(lanes, ([id, marks]) => ({ id, marks })) };
}
