import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/lib/store/database";
import { inBatches } from "@/lib/store/in-batches";
import { syncs } from "@/lib/store/tables/syncs";
import { type DerivedSync, deriveSyncs, factsOfSync } from "@/lib/sync/derive-syncs";
import { rewriteSyncs } from "@/lib/sync/rewrite-syncs";
import { pointOf, type SeenSync, type SyncFact, seenFactsOf, seenSyncs } from "@/lib/sync/sync-facts";
import { REACH_MS, timeOf } from "@/lib/sync/told-syncs";

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
  const told = [...facts].flatMap(([id, list]) => {
    // A word about a sync that gives no time has no place in the order.
    const placed = list.filter((fact) => fact.kind !== "told" || timeOf(fact) !== null);
    return placed.length > 0 ? [[id, placed] as const] : [];
  });
  if (told.length === 0) return;
  const nearby = await loadNearby(db, upstream_id, told);
  const parts = await loadParts(db, upstream_id, nearby);
  const added: (typeof syncs.$inferInsert)[] = [];
  const changed: { id: number; sync: DerivedSync }[] = [];
  const gone: number[] = [];
  for (const [connection_id, list] of told) {
    const stored = nearby.get(connection_id) ?? [];
    const derived = deriveSyncs([...stored.flatMap(factsOfSync), ...list], parts.get(connection_id));
    const left = [...stored];
    for (const sync of derived) {
      const at = left.findIndex((row) => sameFacts(row, sync));
      const [row] = at < 0 ? [] : left.splice(at, 1);
      if (!row) added.push({ upstream_id, connection_id, ...sync });
      else if (differs(row, sync)) changed.push({ id: row.id, sync });
    }
    gone.push(...left.map((row) => row.id));
  }
  await rewriteSyncs(db, changed);
  if (gone.length > 0) {
    await db.delete(syncs).where(and(eq(syncs.upstream_id, upstream_id), inArray(syncs.id, gone)));
  }
  await inBatches(added, async (batch) => {
    await db.insert(syncs).values([...batch]);
  });
}

/**
 * The rows that new facts can change: of looks those from the last exact end before the earliest fact on; of named
 * syncs those that reach there, and the last one before, whose end may be among them.
 */
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
        at: Math.min(...list.map(earliest)),
        ends: list.flatMap((fact) => ("at" in fact ? [fact.at] : [])),
        names: list.flatMap((fact) => (fact.kind === "told" ? [fact.sync_id] : [])),
      })),
    );
    const own = sql`s.upstream_id = ${upstream_id} and s.connection_id =`;
    const ids = rowsOf<{ id: number }>(
      await db.execute(sql`
        with told as (
          select id, at, ends, names
          from json_to_recordset(${wanted}::json) as w(id text, at bigint, ends json, names json)
        ), earliest as (
          select told.id, least(
            told.at,
            (select min(s.point) from ${syncs} s
              where ${own} told.id and s.sync_id is null
                and s.end_exact in (select value::bigint from json_array_elements_text(told.ends))),
            (select min(s.since) from ${syncs} s
              where ${own} told.id
                and s.sync_id in (select value from json_array_elements_text(told.names))) - ${REACH_MS}::bigint
          ) as at
          from told
        ), cut as (
          select earliest.id, coalesce((
            select max(s.point) from ${syncs} s
            where ${own} earliest.id and s.point < earliest.at and s.end_exact is not null), 0) as at
          from earliest
        )
        select s.id from cut join ${syncs} s on ${own} cut.id
        where s.point >= cut.at - ${REACH_MS}::bigint and (s.sync_id is not null or s.point >= cut.at)
        union
        select before.id from cut cross join lateral (
          select s.id from ${syncs} s
          where ${own} cut.id and s.sync_id is not null and s.since < cut.at - ${REACH_MS}::bigint
          order by s.since desc, s.sync_id collate "C" desc limit 1) before`),
    );
    for (const row of await rowsWith(
      db,
      inArray(
        syncs.id,
        ids.map((row) => row.id),
      ),
      ids.length,
    )) {
      const list = nearby.get(row.connection_id) ?? [];
      list.push(row);
      nearby.set(row.connection_id, list);
    }
  });
  return nearby;
}

/** What looks saw, before the rows at hand, of the named syncs among them. */
async function loadParts(
  db: Db,
  upstream_id: number,
  nearby: ReadonlyMap<string, readonly Stored[]>,
): Promise<Map<string, SeenSync[]>> {
  const parts = new Map<string, SeenSync[]>();
  const named = [...nearby].filter(([, rows]) => rows.some((row) => row.sync_id !== null));
  await inBatches(named, async (batch) => {
    const loaded = new Set(batch.flatMap(([, rows]) => rows.map((row) => row.id)));
    const which = and(
      eq(syncs.upstream_id, upstream_id),
      inArray(
        syncs.connection_id,
        batch.map(([id]) => id),
      ),
      inArray(
        syncs.part_of,
        batch.flatMap(([, rows]) => rows.flatMap((row) => row.sync_id ?? [])),
      ),
    );
    for (const row of await rowsWith(db, which, batch.length)) {
      if (loaded.has(row.id)) continue;
      parts.set(row.connection_id, [...(parts.get(row.connection_id) ?? []), ...seenSyncs(seenFactsOf(row))]);
    }
  });
  return parts;
}

async function rowsWith(db: Db, which: SQL | undefined, some: number): Promise<Stored[]> {
  return some === 0 ? [] : db.select().from(syncs).where(which);
}

function earliest(fact: SyncFact): number {
  if (fact.kind !== "told") return pointOf(fact);
  return (timeOf(fact) ?? 0) - REACH_MS;
}

/** A row stays the same row while it keeps its start, or, where only one of the two has a start, its end. */
function sameFacts(row: Stored, sync: DerivedSync): boolean {
  if (row.sync_id !== null || sync.sync_id !== null) return row.sync_id === sync.sync_id;
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
  return names.some((name) =>
    name === "told" ? JSON.stringify(row.told) !== JSON.stringify(sync.told) : row[name] !== sync[name],
  );
}
