import "server-only";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { AppError } from "@/lib/errors";
import { readBackupFile, writeBackupFile } from "@/lib/store/backup/backup-file";
import type { BackupLine } from "@/lib/store/backup/backup-line";
import { headOfBackup, loadBackup } from "@/lib/store/backup/load-backup";
import { withFolder, withPostgres } from "@/lib/store/backup/open-raw";
import { readBackup } from "@/lib/store/backup/read-backup";
import { lockDataFolder, type StoreOptions } from "@/lib/store/db";
import { BYTES } from "@/lib/store/pglite";
import type { RawDb } from "@/lib/store/raw-db";

/** Writes all that is kept to a new file. @returns rows @throws AppError whose sentence says that nothing was written */
export async function backup({ data_dir, database_url }: StoreOptions, path: string): Promise<number> {
  const sandbox = await sandboxOf(data_dir);
  let rows = 0;
  const write = async (db: RawDb): Promise<void> => {
    const lines = readBackup(db, { taken_at: Date.now(), sandbox });
    await writeBackupFile(
      path,
      counted(lines, (count) => (rows = count)),
    );
  };
  await (database_url ? withPostgres(database_url, write) : withFolder(data_dir, write));
  return rows;
}

/**
 * Puts a backup where nothing is yet: a database that is empty, or a data folder without one, which it enters whole at
 * its end.
 * @throws AppError whose sentence says that nothing was changed
 */
export async function restore(
  { data_dir, database_url }: StoreOptions,
  path: string,
): Promise<{ rows: number; taken_at: number }> {
  if (database_url) {
    const { head, rows } = await withPostgres(database_url, (db) => loadBackup(db, readBackupFile(path)));
    return { rows, taken_at: head.taken_at };
  }
  const lock = await lockDataFolder(data_dir);
  try {
    return await restoreFolder(data_dir, path);
  } finally {
    await lock.release();
  }
}

async function restoreFolder(data_dir: string, path: string): Promise<{ rows: number; taken_at: number }> {
  const folder = join(data_dir, "db");
  if (existsSync(folder)) throw holdsSomething(data_dir);
  // To make a database takes seconds.
  await headOfBackup(readBackupFile(path));
  const draft = `${folder}.restored`;
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(draft, { mode: 0o700 });
    const lite = await PGlite.create(draft, BYTES);
    const { head, rows } = await loadBackup(lite, readBackupFile(path)).finally(() => lite.close());
    await putSandbox(data_dir, head.sandbox);
    await rename(draft, folder);
    return { rows, taken_at: head.taken_at };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Brings the embedded database into an empty one of PostgreSQL; it stays as it was itself.
 * @returns how many rows, and whether a running Headgate goes on with the folder
 */
export async function moveToPostgres({
  data_dir,
  database_url,
}: StoreOptions): Promise<{ rows: number; running: boolean }> {
  if (!database_url) {
    throw new AppError(
      "invalid",
      "DATABASE_URL is not set: give it the address of an empty PostgreSQL database to move to. Nothing was done.",
    );
  }
  return withFolder(data_dir, async (from, running) => {
    const { rows } = await withPostgres(database_url, (to) =>
      loadBackup(to, readBackup(from, { taken_at: Date.now(), sandbox: null })),
    );
    return { rows, running };
  });
}

const sandboxPath = (data_dir: string) => join(data_dir, "sandbox.json");

async function sandboxOf(data_dir: string): Promise<string | null> {
  return existsSync(sandboxPath(data_dir)) ? readFile(sandboxPath(data_dir), "utf8") : null;
}

/** One that is the same already was put there by a restore that was killed. */
async function putSandbox(data_dir: string, text: string | null): Promise<void> {
  const old = await sandboxOf(data_dir);
  if (old === text || text === null) return;
  if (old !== null) throw holdsSomething(data_dir);
  const path = sandboxPath(data_dir);
  await writeFile(`${path}.restored`, text, { mode: 0o600 });
  await rename(`${path}.restored`, path);
}

function holdsSomething(data_dir: string): AppError {
  return new AppError(
    "conflict",
    `The data folder ${data_dir} holds something already. Nothing was changed; set DATA_DIR to a new folder.`,
  );
}

async function* counted(
  lines: AsyncIterable<BackupLine>,
  tell: (rows: number) => void,
): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    if ("rows" in line) tell(line.rows);
    yield line;
  }
}
