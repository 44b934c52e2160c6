import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { Store } from "@/lib/store/database";
import { setStore } from "@/lib/store/db";
import { MIGRATIONS } from "@/lib/store/migrations";
import { BYTES, pgliteStore } from "@/lib/store/pglite";
import { hasPostgres, postgresServer, type TestServer } from "@/lib/store/test-postgres";
import { rememberUpstream, setUpstream } from "@/lib/store/upstream";

let embedded: Promise<Store> | undefined;
let server: Promise<TestServer> | undefined;

/** The process's embedded database, in memory, cloned from one migrated snapshot that all test runs share. */
export function testStore(): Promise<Store> {
  embedded ??= migrated().then(async (loadDataDir) =>
    pgliteStore(await PGlite.create({ ...BYTES, loadDataDir })),
  );
  return embedded;
}

async function migrated(): Promise<Blob> {
  const hash = createHash("sha256").update(readFileSync(join(MIGRATIONS, "meta/_journal.json")));
  for (const { hash: file } of readMigrationFiles({ migrationsFolder: MIGRATIONS })) hash.update(file);
  const name = hash.digest("hex").slice(0, 16);
  const path = join(tmpdir(), `headgate-test-store-${name}.tar`);
  if (!existsSync(path)) {
    const lite = await PGlite.create();
    const store = await pgliteStore(lite);
    const dump = await lite.dumpDataDir("none");
    await store.close();
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, new Uint8Array(await dump.arrayBuffer()));
    renameSync(draft, path);
  }
  const bytes = new Uint8Array(readFileSync(path));
  // A Blob of 40 MB hands its bytes out in many small copies; PGlite asks for nothing but this.
  return Object.assign(new Blob(), { arrayBuffer: async () => bytes.buffer });
}

/**
 * Runs a suite on the embedded database and, where a server's programs are installed, on PostgreSQL; suites of one
 * process share both. Each test finds `store()` empty. `open` opens one more connection to the same database as another
 * process would.
 */
export function onEachStore(name: string, suite: (kind: Store["kind"]) => void): void {
  describe(`${name} (PGlite)`, () => {
    holdStore(testStore);
    suite("pglite");
  });
  describe.skipIf(!hasPostgres())(`${name} (PostgreSQL)`, () => {
    holdStore(async () => {
      server ??= postgresServer();
      return (await server).open();
    });
    suite("postgres");
  });
}

/** Opens a store for the tests of the present `describe` and makes it the process's, emptied before each test. */
export function holdStore(open: () => Promise<Store>): void {
  let opened: Store | undefined;
  beforeAll(async () => {
    opened = await open();
    setStore(Promise.resolve(opened));
  });
  beforeEach(async () => {
    setUpstream(null);
    await opened?.db.execute(sql`delete from upstreams`);
  });
  afterAll(async () => {
    setStore(null);
    // Opening the embedded one takes longer than most suites, so those after it go on with it.
    if (opened?.kind === "postgres") await opened.close();
  });
}

/** An account to write rows under; also makes it the present one. */
export async function testUpstream(db: Store["db"], account_id = "acme"): Promise<number> {
  const { id } = await rememberUpstream(db, {
    url: "http://127.0.0.1/v1",
    key: "key",
    account_id,
    account_name: account_id,
    key_kind: "scoped",
  });
  setUpstream(id);
  return id;
}
