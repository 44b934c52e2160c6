import "server-only";
import { existsSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { PGlite, type PGliteOptions, type Transaction, types } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Db, Store } from "@/lib/store/database";
import { MIGRATIONS, refuseNewer } from "@/lib/store/migrations";

/** A migrated, empty database folder made at build time: copying it takes a tenth of creating one. */
export const TEMPLATE = join(process.cwd(), ".next/database-template");

/** PGlite spells bytes out one by one, which held the event loop for 0.15 s with a schema of 0.24 MB. */
export const BYTES: PGliteOptions = {
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}` },
  parsers: { [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex")) },
};

export interface PgliteStore extends Store {
  /** Runs its work while nothing is written and all that was written is in the folder's files. */
  hold(work: () => Promise<void>): Promise<void>;
}

/** Wraps an open PGlite, migrated to this build. */
export async function pgliteStore(lite: PGlite): Promise<PgliteStore> {
  const db = drizzle({ client: letting(lite) });
  const store: PgliteStore = {
    kind: "pglite",
    db: db as unknown as Db,
    run: (text, values) => run(lite, text, values),
    listen: async () => async () => {},
    hold: (work) => hold(lite, work),
    close: () => lite.close(),
  };
  try {
    await refuseNewer(lite);
    await migrate(db, { migrationsFolder: MIGRATIONS });
  } catch (error) {
    await lite.close();
    throw error;
  }
  return store;
}

/** What queries are made of: PGlite and a transaction on it. */
type Asked = Pick<Transaction, "query">;

/**
 * The same database for drizzle. It works on the main thread and answers without ever leaving it, so that queries that
 * follow one another would hold everything else as long as all of them take: here each lets go once it has its answer.
 */
function letting(lite: PGlite): PGlite {
  const asking = (asked: Asked): Asked => ({
    query: async (...query) => {
      try {
        return await asked.query(...query);
      } finally {
        await setImmediate();
      }
    },
  });
  const transaction: PGlite["transaction"] = (act) =>
    lite.transaction((tx) => act(asking(tx) as Transaction));
  // Of all that PGlite can do, drizzle uses these two.
  return { ...asking(lite), transaction } as PGlite;
}

async function run(lite: PGlite, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  if (values.length > 0) return lite.query(text, values);
  // A `BEGIN; ...; COMMIT` that fails must not leave the only connection, and whoever asks next, in its transaction.
  return lite.transaction(async (tx) => (await tx.exec(text)).at(-1) ?? { rows: [] });
}

async function hold(lite: PGlite, work: () => Promise<void>): Promise<void> {
  // Most of it is written out before anyone has to wait.
  await lite.exec("checkpoint");
  await lite.transaction(async (tx) => {
    await tx.exec("checkpoint");
    await work();
  });
}

/**
 * Opens the embedded database in `folder`, made first if absent. It is put together beside its place and
 * renamed, so a process killed meanwhile leaves no half a database. The caller holds the folder's lock.
 */
export async function openPglite(folder: string, template = TEMPLATE): Promise<PgliteStore> {
  if (!existsSync(folder)) {
    const draft = `${folder}.new`;
    await rm(draft, { recursive: true, force: true });
    if (existsSync(join(template, "PG_VERSION"))) await cp(template, draft, { recursive: true });
    else await createPglite(draft);
    await rename(draft, folder);
  }
  return pgliteStore(await PGlite.create(folder, BYTES));
}

/** Makes a migrated, empty database in a folder that does not exist yet; `prepare` adds what migrations do not. */
export async function createPglite(
  folder: string,
  prepare: (store: Store) => Promise<void> = async () => {},
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = await pgliteStore(await PGlite.create(folder, BYTES));
  try {
    await prepare(store);
  } finally {
    await store.close();
  }
}
