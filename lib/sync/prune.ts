import "server-only";
import { setTimeout as rest, setImmediate as turn } from "node:timers/promises";
import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type Db, rowsOf } from "@/lib/store/database";
import { inBatches } from "@/lib/store/in-batches";
import { connections } from "@/lib/store/tables/connections";
import { leases } from "@/lib/store/tables/leases";
import { upstreams } from "@/lib/store/tables/upstreams";
import { ALIVE_PREFIX } from "@/lib/sync/alive";
import { HISTORY_MS, OF_ACCOUNT, OF_CONNECTIONS, TABLES_OF_CONNECTION } from "@/lib/sync/retention";

const DAY = 86_400_000;
/** Rows that one statement takes: PGlite runs on the main thread. */
const MOST = 200;

/**
 * Forgets what is older than it is kept (`retention.ts`), of every account in the database, a few rows at a time.
 * Running twice or in two processes at once is harmless. Ends early when `signal` aborts.
 * @param rests how many times as long as a statement took nothing is asked after it
 * @returns how many rows went
 */
export async function prune(
  db: Db,
  now = Date.now(),
  { signal, rests = 0 }: { signal?: AbortSignal; rests?: number } = {},
): Promise<number> {
  let gone = 0;
  const drop = async (table: PgTable, which: SQL | undefined): Promise<void> => {
    while (!signal?.aborted) {
      const began = performance.now();
      const rows = await db.execute(sql`
        delete from ${table} where ctid in (select old.ctid from ${table} old where ${which} limit ${MOST})
        returning 1`);
      const { length } = rowsOf(rows);
      gone += length;
      await (rests > 0 ? rest(rests * (performance.now() - began)) : turn());
      if (length < MOST) return;
    }
  };
  for (const { id } of await db.select({ id: upstreams.id }).from(upstreams)) {
    const account = sql`old.upstream_id = ${id}`;
    for (const { table, old } of OF_ACCOUNT) await drop(table, sql`${account} and ${old(now)}`);
    const known = await db
      .select({ id: connections.id, vanished_at: connections.vanished_at })
      .from(connections)
      .where(eq(connections.upstream_id, id))
      .orderBy(asc(connections.id));
    await inBatches(known, async (batch) => {
      const those = of(batch.map((it) => it.id));
      for (const { table, old } of OF_CONNECTIONS)
        await drop(table, sql`${account} and ${those} and ${old(now)}`);
    });
    const before = now - HISTORY_MS;
    const left = known.filter((it) => it.vanished_at !== null && it.vanished_at < before);
    await inBatches(left, async (batch) => {
      const ids = batch.map((it) => it.id);
      for (const table of TABLES_OF_CONNECTION) await drop(table, sql`${account} and ${of(ids)}`);
      if (signal?.aborted) return;
      const still = and(
        eq(connections.upstream_id, id),
        inArray(connections.id, ids),
        lt(connections.vanished_at, before),
      );
      gone += (await db.delete(connections).where(still).returning({ id: connections.id })).length;
    });
  }
  // A process that ended left the word that it lives.
  await drop(leases, sql`old.name like ${`${ALIVE_PREFIX}%`} and old.expires_at < ${now - DAY}`);
  return gone;
}

const of = (ids: readonly string[]): SQL => inArray(sql`old.connection_id`, [...ids]);
