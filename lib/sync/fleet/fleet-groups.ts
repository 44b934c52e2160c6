import "server-only";
import { sql } from "drizzle-orm";
import type { FleetBin, FleetGrouping, FleetGroups } from "@/lib/model/fleet/fleet-timeline";
import { type Db, rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { inBatches } from "@/lib/store/in-batches";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";
import { type FleetMembers, fleetMembers } from "@/lib/sync/fleet/fleet-members";
import { keptSlice, type Slice } from "@/lib/sync/fleet/kept-slices";
import { unseenTime } from "@/lib/sync/unseen-time";

/** Steps divide it, or are whole numbers of it. */
const SLICE_MS = 6 * 3_600_000;
/** So many at once where there is a server: it has several processors, and others wait for its connections too. */
const TOGETHER = 4;

interface Ask {
  by: FleetGrouping;
  /** Epoch milliseconds, whole numbers of `step`. */
  from: number;
  until: number;
  step: number;
}

/**
 * How the syncs of each group ended over a range, counted by pieces of it; costs no upstream call. A long range is read
 * in slices: none holds the embedded database for long, and those that lie back are shared by all viewers.
 */
export async function fleetGroups(ask: Ask, now = Date.now()): Promise<FleetGroups> {
  const { by, from, until, step } = ask;
  const { db, kind } = await store();
  const upstream_id = currentUpstream();
  const members = fleetMembers(by);
  const long = Math.max(SLICE_MS, step);
  const bins: FleetBin[][] = members.keys.map(() => []);
  const starts: number[] = [];
  for (let at = Math.floor(from / long) * long; at < Math.min(until, now + SLICE_MS); at += long)
    starts.push(at);
  const read = (at: number): Promise<Slice> =>
    keptSlice(`${upstream_id} ${step} ${at} ${members.digest}`, at + long, now, () =>
      readSlice(db, upstream_id, members, { from: at, to: at + long, step }),
    );
  const keep = (slice: Slice): void => {
    for (const [group, found] of slice) {
      for (const [piece, ...counts] of found) {
        if (piece * step < from || piece * step >= until) continue;
        bins[group]?.push([piece - from / step, ...counts]);
      }
    }
  };
  await inBatches(
    starts,
    async (batch) => {
      for (const slice of await Promise.all(batch.map(read))) keep(slice);
    },
    kind === "postgres" ? TOGETHER : 1,
  );
  return {
    from,
    until,
    step,
    groups: members.keys.flatMap((key, group) => {
      const found = bins[group] ?? [];
      return found.length > 0 ? [{ key, bins: found }] : [];
    }),
    unseen: await unseenTime(db, upstream_id, { from, to: until }, now),
    now,
  };
}

async function readSlice(
  db: Db,
  upstream_id: number,
  { ids }: FleetMembers,
  { from, to, step }: { from: number; to: number; step: number },
): Promise<Slice> {
  const count = (which: ReturnType<typeof sql>) => sql`count(*) filter (where ${which})::int`;
  const rows = rowsOf<{ place: number; piece: number; succeeded: number; failed: number; other: number }>(
    await db.execute(sql`
      select m.place, ended.piece, sum(ended.succeeded)::int as succeeded, sum(ended.failed)::int as failed,
        sum(ended.other)::int as other
      from (
        select s.connection_id as id, (s.point / ${step}::bigint)::int as piece,
          ${count(sql`s.outcome = 'succeeded'`)} as succeeded,
          ${count(sql`s.outcome = 'failed'`)} as failed,
          ${count(sql`s.outcome not in ('succeeded', 'failed')`)} as other
        from ${syncs} s
        where s.upstream_id = ${upstream_id} and s.shown and s.outcome <> 'running'
          and s.point >= ${from}::bigint and s.point < ${to}::bigint
        group by 1, 2) ended
      join (
        select (m.place - 1)::int as place, json_array_elements_text(m.ids) as id
        from json_array_elements(${ids}::json) with ordinality m(ids, place)) m on m.id = ended.id
      group by 1, 2 order by 2`),
  );
  const slice = new Map<number, FleetBin[]>();
  for (const { place, piece, succeeded, failed, other } of rows) {
    const known = slice.get(place) ?? [];
    known.push([piece, succeeded, failed, other]);
    slice.set(place, known);
  }
  return slice;
}
