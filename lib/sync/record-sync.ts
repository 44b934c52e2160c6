import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/lib/store/database";
import { inBatches } from "@/lib/store/in-batches";
import { syncs } from "@/lib/store/tables/syncs";
import { type DerivedSync, deriveSyncs, factsOfSync, pointOf, type SyncFact } from "@/lib/sync/sync-facts";

type Stored = typeof syncs.$inferSelect;

/**
 * Writes facts about syncs down, by connection. Any order, any number of times, in one call or many: the same
 * rows follow. `db` is the caller's transaction, which holds the upstream's row.
 */
export async function recordSync(
  db: Db,
  upstream_id: number,
  facts: ReadonlyMap<string, readonly SyncFact[]>,
): Promise<void> {
  const told = [...facts].filter(([, list]) => list.length > 0);
  if (told.length === 0) return;
  const nearby = await loadNearby(db, upstream_id, told);
  const added: (typeof syncs.$inferInsert)[] = [];
  const gone: number[] = [];
  for (const [connection_id, list] of told) {
    const stored = nearby.get(connection_id) ?? [];
    const derived = deriveSyncs([...stored.flatMap(factsOfSync), ...list]);
    const left = [...stored];
    for (const sync of derived) {
      const at = left.findIndex((row) => sameFacts(row, sync));
      const [row] = at < 0 ? [] : left.splice(at, 1);
      if (!row) added.push({ upstream_id, connection_id, ...sync });
      else if (differs(row, sync)) await db.update(syncs).set(sync).where(eq(syncs.id, row.id));
    }
    gone.push(...left.map((row) => row.id));
  }
  if (gone.length > 0) {
    await db.delete(syncs).where(and(eq(syncs.upstream_id, upstream_id), inArray(syncs.id, gone)));
  }
  await inBatches(added, async (batch) => {
    await db.insert(syncs).values([...batch]);
  });
}

/** The rows that new facts can change: from the last exact end before the earliest of them on. */
async function loadNearby(
  db: Db,
  upstream_id: number,
  told: readonly (readonly [string, readonly SyncFact[]])[],
): Promise<Map<string, Stored[]>> {
  const nearby = new Map<string, Stored[]>();
  await inBatches(told, async (batch) => {
    const wanted = JSON.stringify(
      batch.map(([id, list]) => ({
        id,
        at: Math.min(...list.map(pointOf)),
        ends: list.flatMap((fact) => ("at" in fact ? [fact.at] : [])),
      })),
    );
    const ids = rowsOf<{ id: number }>(
      await db.execute(sql`
        with told as (
          select id, at, ends from json_to_recordset(${wanted}::json) as w(id text, at bigint, ends json)
        ), earliest as (
          select told.id, least(told.at, (
            select min(s.point) from ${syncs} s
            where s.upstream_id = ${upstream_id} and s.connection_id = told.id
              and s.end_exact in (select value::bigint from json_array_elements_text(told.ends)))) as at
          from told
        )
        select s.id from earliest
        join ${syncs} s on s.upstream_id = ${upstream_id} and s.connection_id = earliest.id
        where s.point >= coalesce((
          select max(e.point) from ${syncs} e
          where e.upstream_id = ${upstream_id} and e.connection_id = earliest.id
            and e.point < earliest.at and e.end_exact is not null), 0)`),
    );
    if (ids.length === 0) return;
    const rows = await db
      .select()
      .from(syncs)
      .where(
        inArray(
          syncs.id,
          ids.map((row) => row.id),
        ),
      );
    for (const row of rows) {
      const list = nearby.get(row.connection_id) ?? [];
      list.push(row);
      nearby.set(row.connection_id, list);
    }
  });
  return nearby;
}

/** A row stays the same row while it keeps its start, or, where only one of the two has a start, its end. */
function sameFacts(row: Stored, sync: DerivedSync): boolean {
  if (row.start_seen === null || sync.start_seen === null) return sameEnd(row, sync);
  return row.start_seen === sync.start_seen && row.start_not_before === sync.start_not_before;
}

function sameEnd(row: Stored, sync: DerivedSync): boolean {
  return (
    row.end_kind !== null &&
    row.end_kind === sync.end_kind &&
    row.end_exact === sync.end_exact &&
    (sync.end_exact !== null ||
      (row.end_seen === sync.end_seen && row.end_not_before === sync.end_not_before))
  );
}

function differs(row: Stored, sync: DerivedSync): boolean {
  const names = Object.keys(sync) as (keyof DerivedSync)[];
  return names.some((name) => row[name] !== sync[name]);
}
