import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { errorText, log } from "@/lib/log";
import { type Db, rowsOf, type Store } from "@/lib/store/database";
import { prune } from "@/lib/sync/prune";
import { someoneReads } from "@/lib/sync/stream";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

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
