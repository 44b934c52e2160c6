import "server-only";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { AppError } from "@/lib/errors";
import { type RawDb, rowsOf } from "@/lib/store/raw-db";

// Written in one piece so that Next's file tracing finds the folder.
export const MIGRATIONS = join(process.cwd(), "lib/store/migrations");

/** When the newest migration of this build was written, in epoch milliseconds: drizzle's own order. */
export function newestMigration(): number {
  return Math.max(...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map((it) => it.folderMillis));
}

/** The newest migration the database has; null where it has none. */
export async function appliedMigration(db: RawDb): Promise<number | null> {
  const [table] = await rowsOf<{ name: string | null }>(
    db,
    "select to_regclass('drizzle.__drizzle_migrations')::text as name",
  );
  if (!table?.name) return null;
  const [row] = await rowsOf<{ newest: string | null }>(
    db,
    "select max(created_at)::text as newest from drizzle.__drizzle_migrations",
  );
  return row?.newest ? Number(row.newest) : null;
}

/** @throws AppError `unavailable` for a database that a newer Headgate has migrated already. */
export async function refuseNewer(db: RawDb): Promise<void> {
  const applied = await appliedMigration(db);
  if (applied !== null && applied > newestMigration()) {
    throw new AppError(
      "unavailable",
      "This database belongs to a newer Headgate: start that version, or one newer still.",
    );
  }
}

/**
 * Runs the migrations up to one, in drizzle's own way but within the caller's transaction: for what has to happen
 * between two of them.
 */
export async function migrateTo(db: RawDb, newest: number): Promise<void> {
  await db.query("create schema if not exists drizzle");
  await db.query(`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`);
  const applied = (await appliedMigration(db)) ?? 0;
  for (const { folderMillis, hash, sql: statements } of readMigrationFiles({
    migrationsFolder: MIGRATIONS,
  })) {
    if (folderMillis <= applied || folderMillis > newest) continue;
    for (const statement of statements) await db.query(statement);
    await db.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
      hash,
      folderMillis,
    ]);
  }
}
