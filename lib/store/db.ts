import "server-only";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";
import { giveCopies, removeCopies } from "@/lib/store/backup/folder-copy";
import type { Store } from "@/lib/store/database";
import { type FolderLock, lockFolder } from "@/lib/store/folder-lock";
import { openPglite } from "@/lib/store/pglite";
import { openPostgres } from "@/lib/store/postgres";

const held = singleton<{ store: Promise<Store> | null }>("store", () => ({ store: null }));

/** The store that boot opened. @throws AppError `unavailable` before that. */
export async function store(): Promise<Store> {
  if (!held.store) throw new AppError("unavailable", "The database is not open yet.");
  return held.store;
}

/** Makes `opened` what `store()` answers with; null forgets it. */
export function setStore(opened: Promise<Store> | null): void {
  held.store = opened;
}

export interface StoreOptions {
  /** Absolute. */
  data_dir: string;
  database_url: string | null;
}

/**
 * Opens PostgreSQL where an address is given, else the embedded database in `<data_dir>/db` under the folder's
 * exclusive lock, which lasts until `close`.
 * @throws AppError with one sentence: folder not writable, folder in use, server not to be reached.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.database_url) return openPostgres(options.database_url);
  const lock = await lockDataFolder(options.data_dir);
  try {
    await removeCopies(options.data_dir);
    const opened = await openPglite(join(options.data_dir, "db"));
    lock.answer(giveCopies(options.data_dir, opened.hold));
    return { ...opened, close: () => opened.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes the folder if need be and locks it. Throws AppError with one sentence. */
export async function lockDataFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause) => {
    throw new AppError("unavailable", `The data folder ${folder} cannot be made: ${codeOf(cause)}.`, {
      cause,
    });
  });
  return lockFolder(folder);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
}
