import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { AppError } from "@/lib/errors";
import { withCopy } from "@/lib/store/backup/folder-copy";
import { lockDataFolder } from "@/lib/store/db";
import type { FolderLock } from "@/lib/store/folder-lock";
import { BYTES } from "@/lib/store/pglite";
import { unusableDatabase } from "@/lib/store/postgres";
import type { RawDb } from "@/lib/store/raw-db";

/**
 * Has work done on the embedded database of a data folder, which nobody else has open meanwhile. Where a running
 * Headgate has, it is done on a copy, as the database was at one moment; what the work writes there is lost.
 * @throws AppError `not_found` where there is none, `unavailable` where a process has it open that gives no copy; else
 *   as the work
 */
export async function withFolder<T>(
  data_dir: string,
  work: (db: RawDb, running: boolean) => Promise<T>,
): Promise<T> {
  const folder = join(data_dir, "db");
  if (!existsSync(folder)) {
    throw new AppError("not_found", `The data folder ${data_dir} holds no database. Nothing was done.`);
  }
  const on = async (path: string, running: boolean): Promise<T> => {
    const lite = await PGlite.create(path, BYTES);
    return work(lite, running).finally(() => lite.close());
  };
  const lock = await lockDataFolder(data_dir).catch((error: unknown) => error);
  if (isLock(lock)) return on(folder, false).finally(() => lock.release());
  const copied = await withCopy(data_dir, (copy) => on(copy, true));
  if (!copied) throw lock;
  return copied.done;
}

const isLock = (it: unknown): it is FolderLock => typeof it === "object" && it !== null && "release" in it;

/** The same on PostgreSQL, over one connection. @throws AppError `unavailable` without the address; else as the work */
export async function withPostgres<T>(url: string, work: (db: RawDb) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "headgate backup" });
  // A server that goes away fails the query under way.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw error instanceof AppError ? error : unusableDatabase(error);
  } finally {
    await client.end().catch(() => {});
  }
}
