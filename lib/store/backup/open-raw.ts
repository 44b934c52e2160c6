import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { AppError } from "@/lib/errors";
import { lockDataFolder } from "@/lib/store/db";
import { BYTES } from "@/lib/store/pglite";
import { unusableDatabase } from "@/lib/store/postgres";
import type { RawDb } from "@/lib/store/raw-db";

/**
 * Has work done on the embedded database of a data folder, which nobody else has open meanwhile.
 * @throws AppError `not_found` where there is none, `unavailable` where another process has it open; else as the work
 */
export async function withFolder<T>(data_dir: string, work: (db: RawDb) => Promise<T>): Promise<T> {
  const folder = join(data_dir, "db");
  if (!existsSync(folder)) {
    throw new AppError("not_found", `The data folder ${data_dir} holds no database. Nothing was done.`);
  }
  const lock = await lockDataFolder(data_dir);
  try {
    const lite = await PGlite.create(folder, BYTES);
    return await work(lite).finally(() => lite.close());
  } finally {
    await lock.release();
  }
}

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
