import "server-only";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** What queries need of a database or of a transaction on it; PGlite's and PostgreSQL's alike. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The rows of `db.execute`, whose type differs between the two drivers while the shape does not. */
export function rowsOf<T>(result: unknown): T[] {
  return (result as { rows: T[] }).rows;
}

export interface Store {
  kind: "pglite" | "postgres";
  db: Db;
  /** Runs SQL as it is, several statements at once too, and gives the rows of the last: for what brings its own. */
  run(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Hears what other processes on this database `tell`; nothing is heard on PGlite, which has one process. */
  listen(hear: (message: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
