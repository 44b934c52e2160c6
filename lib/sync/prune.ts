import "server-only";
import { setTimeout as rest, setImmediate as turn } from "node:timers/promises";
import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { errorText, log } from "@/lib/log";
import { type Db, rowsOf, type Store } from "@/lib/store/database";
import { inBatches } from "@/lib/store/in-batches";
import { connections } from "@/lib/store/tables/connections";
import { leases } from "@/lib/store/tables/leases";
import { upstreams } from "@/lib/store/tables/upstreams";
import { ALIVE_PREFIX } from "@/lib/sync/alive";
import { HISTORY_MS, OF_ACCOUNT, OF_CONNECTIONS, TABLES_OF_CONNECTION } from "@/lib/sync/retention";
import { someoneReads } from "@/lib/sync/stream";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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
  await drop(leases, sql`old.name like ${`${ALIVE_PREFIX}%`} and old.expires_at < ${now - 24 * HOUR}`);
  return gone;
}

/**
 * Frees the room of rows that were deleted or written anew, table by table. A server does that by itself; the
 * embedded database never does.
 */
async function freeRoom(db: Db, signal?: AbortSignal): Promise<void> {
  const tables = rowsOf<{ schema: string; name: string }>(
    await db.execute(sql`select schemaname as schema, relname as name from pg_stat_user_tables`),
  );
  for (const { schema, name } of tables) {
    if (signal?.aborted) return;
    await db.execute(sql`vacuum ${sql.identifier(schema)}.${sql.identifier(name)}`);
    await turn();
  }
}

const of = (ids: readonly string[]): SQL => inArray(sql`old.connection_id`, [...ids]);

/**
 * When the lease's holder prunes: a minute after it began, then once an hour, beside whatever else it does. The embedded
 * database's room is freed while nobody reads: once more than some two percent of a million syncs went, that holds
 * everything for half a second. It waits for a day at most.
 */
export class Pruning {
  #due: number;
  #freed: number;
  #running: Promise<void> | null = null;

  constructor(
    began: number,
    private readonly isRead: () => boolean = someoneReads,
  ) {
    this.#due = began + MINUTE;
    this.#freed = began;
  }

  /** Begins to prune if it is time. A failure is logged and waits for the next hour. */
  step(store: Pick<Store, "kind" | "db">, now: number, signal: AbortSignal): void {
    if (this.#running || now < this.#due) return;
    this.#due = now + HOUR;
    this.#running = this.#prune(store, now, signal).finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when what was begun has ended. */
  async ended(): Promise<void> {
    await this.#running;
  }

  async #prune({ kind, db }: Pick<Store, "kind" | "db">, now: number, signal: AbortSignal): Promise<void> {
    try {
      // Whoever asks the embedded database meanwhile gets two thirds of its time.
      const rows = await prune(db, now, { signal, rests: kind === "pglite" ? 2 : 0 });
      if (kind === "pglite" && (!this.isRead() || now - this.#freed >= 24 * HOUR)) {
        await freeRoom(db, signal);
        this.#freed = now;
      }
      if (rows > 0) log.info({ rows }, "pruned");
    } catch (error) {
      log.warn({ error: errorText(error) }, "pruning failed");
    }
  }
}
