import "server-only";

/** One connection to a database, PGlite's or PostgreSQL's: statements go to it in turn, as a transaction needs. */
export interface RawDb {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export async function rowsOf<T>(db: RawDb, text: string, values?: unknown[]): Promise<T[]> {
  return (await db.query(text, values)).rows as T[];
}

/** A name as SQL spells it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
