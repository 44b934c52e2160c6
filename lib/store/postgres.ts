import "server-only";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client, Pool, type QueryResult } from "pg";
import { AppError } from "@/lib/errors";
import type { Db, Store } from "@/lib/store/database";
import { MIGRATIONS, refuseNewer } from "@/lib/store/migrations";

/** One number for all of Headgate: instances that start together on a new database must not migrate together. */
export const MIGRATION_LOCK = 7001;
export const CHANNEL = "headgate";

/**
 * Opens a PostgreSQL database, migrated to this build.
 * @throws AppError `unavailable` with one sentence when the server cannot be reached or refuses.
 */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new Pool({ connectionString: url, max: 10, application_name: "headgate" });
  // An idle client whose server went away: the pool makes a new one at the next query.
  pool.on("error", () => {});
  try {
    await migratePool(pool);
  } catch (cause) {
    await pool.end();
    if (cause instanceof AppError) throw cause;
    throw unusableDatabase(cause);
  }
  return {
    kind: "postgres",
    db: drizzle(pool) as unknown as Db,
    run: (text, values) => run(pool, text, values),
    listen: (hear) => listen(url, hear),
    close: () => pool.end(),
  };
}

async function run(pool: Pool, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  if (values.length > 0) return pool.query(text, values);
  const client = await pool.connect();
  try {
    const answer = (await client.query(text)) as QueryResult | QueryResult[];
    return Array.isArray(answer) ? (answer.at(-1) ?? { rows: [] }) : answer;
  } catch (error) {
    // A failed `BEGIN; ...; COMMIT` leaves the connection in a transaction that takes nothing more.
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function migratePool(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    try {
      await refuseNewer(client);
      await migrate(db, { migrationsFolder: MIGRATIONS });
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    }
  } finally {
    client.release();
  }
}

/** The sentence for a server that cannot be reached or refuses. */
export function unusableDatabase(cause: unknown): AppError {
  return new AppError("unavailable", `The database of DATABASE_URL cannot be used: ${reason(cause)}.`, {
    cause,
  });
}

/** The driver's words without the connection string, which holds a password. */
function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return "it gave no reason";
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  const first = inner instanceof AggregateError ? inner.errors[0] : inner;
  const message = first instanceof Error ? first.message : inner.message;
  return message.replace(/postgres(ql)?:\/\/\S+/g, "(address)") || "it gave no reason";
}

const RECONNECT_MS = 2000;

/** Holds one client that listens, and a new one whenever it is lost; `hear("")` after each gap. */
async function listen(url: string, hear: (message: string) => void): Promise<() => Promise<void>> {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const again = (): void => {
    client = null;
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      connect().then(() => hear(""), again);
    }, RECONNECT_MS);
  };
  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, application_name: "headgate events", keepAlive: true });
    fresh.on("error", () => {});
    fresh.on("notification", (note) => hear(note.payload ?? ""));
    await fresh.connect();
    await fresh.query(`listen ${CHANNEL}`);
    client = fresh;
    fresh.on("end", again);
    if (closed) await fresh.end();
  };
  await connect();
  return async () => {
    closed = true;
    if (timer) clearTimeout(timer);
    await client?.end();
  };
}
