import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { backup, moveToPostgres, restore } from "@/lib/store/backup/keep";
import { withFolder, withPostgres } from "@/lib/store/backup/open-raw";
import { readBackup } from "@/lib/store/backup/read-backup";
import { lockDataFolder, openStore } from "@/lib/store/db";
import { runFixture } from "@/lib/store/fixture-process";
import { askHolder } from "@/lib/store/lock-socket";
import { MIGRATIONS, migrateTo, newestMigration } from "@/lib/store/migrations";
import { BYTES } from "@/lib/store/pglite";
import { type RawDb, rowsOf } from "@/lib/store/raw-db";
import { hasPostgres, postgresServer, type TestServer } from "@/lib/store/test-postgres";

const SANDBOX = '{"a":1}';
const NAMES = ["__proto__", 'a "quoted" {1,2} \\ name', "two\nlines", "\u2028", "NULL", ""];

const ROWS = 2 + NAMES.length;

let folder = "";
/** A backup of the data folder "used", what that holds, and its rows. */
let used: { data_dir: string; database_url: null };
let file = "";
let content: unknown[] = [];

beforeAll(async () => {
  const place = mkdtempSync(join(tmpdir(), "headgate-used-"));
  used = { data_dir: join(place, "used"), database_url: null };
  file = join(place, "kept.gz");
  await fill(used);
  writeFileSync(join(used.data_dir, "sandbox.json"), SANDBOX);
  expect(await backup(used, file)).toBe(ROWS);
  content = await contentOf(used);
}, 300_000);
afterAll(() => rmSync(join(used.data_dir, ".."), { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "headgate-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => ({ data_dir: join(folder, name), database_url: null });

/** The backup less its last bytes. */
function cutOff(): string {
  const path = join(folder, "cut.gz");
  copyFileSync(file, path);
  truncateSync(path, statSync(path).size - 20);
  return path;
}

/** A data folder as one that was used: rows of several tables with hostile names, bytes, and a number given out. */
async function fill(options: { data_dir: string; database_url: string | null }): Promise<void> {
  const store = await openStore(options);
  try {
    const upstreams = await store.run(
      `insert into upstreams (url, account_id, key_kind, key_digest, denied, seen_at)
        select 'https://api', 'acct_' || n, 'scoped', 'digest', '[]', n from generate_series(1, 3) n returning id`,
    );
    expect(upstreams.rows).toHaveLength(3);
    for (const [place, name] of NAMES.entries()) {
      await store.run(
        `insert into schema_configs (upstream_id, connection_id, hash, body, upstream_bytes, read_started_at, read_at)
          values (2, $1, 'hash', $2, 7, 1, $3)`,
        [name, new Uint8Array([0, 255, place]), 9_007_199_254_740_991],
      );
    }
    await store.db.execute(sql`delete from upstreams where account_id = 'acct_3'`);
  } finally {
    await store.close();
  }
}

/** All that a data folder holds, less when it was taken. */
const contentOf = (options: { data_dir: string }) => withFolder(options.data_dir, linesOf);

async function linesOf(db: RawDb): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of readBackup(db, { taken_at: 0, sandbox: null })) lines.push(line);
  return lines;
}

function made(name: string, text: string): string {
  writeFileSync(join(folder, name), gzipSync(text));
  return join(folder, name);
}

const HEAD = { headgate: "backup", form: 1, migration: newestMigration(), taken_at: 1, sandbox: null };

describe("a backup", { timeout: 300_000 }, () => {
  test("of a data folder, restored where a restore was killed, holds all of it, and numbers go on", async () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    await mkdir(join(folder, "new/db.restored/base"), { recursive: true });
    writeFileSync(join(folder, "new/sandbox.json"), SANDBOX);
    expect(await restore(at("new"), file)).toMatchObject({ rows: ROWS });
    expect(await contentOf(at("new"))).toEqual(content);
    expect(readFileSync(join(folder, "new/sandbox.json"), "utf8")).toBe(SANDBOX);
    expect(existsSync(join(folder, "new/db.restored"))).toBe(false);
    const store = await openStore(at("new"));
    const next = await store.run(
      `insert into upstreams (url, account_id, key_kind, key_digest, denied, seen_at)
        values ('https://api', 'next', 'scoped', 'digest', '[]', 1) returning id`,
    );
    await store.close();
    expect(next.rows).toEqual([{ id: 3 }]);
  });

  test("of an earlier version is brought to this one", async () => {
    const before = earlierMigration();
    await mkdir(join(folder, "old"));
    const lite = await PGlite.create(join(folder, "old/db"), BYTES);
    await migrateTo(lite, before);
    await lite.query(
      `insert into upstreams (url, account_id, key_kind, key_digest, denied, seen_at)
        values ('https://api', 'acct', 'scoped', 'digest', '[]', 1)`,
    );
    await lite.close();
    const kept = join(folder, "kept.gz");
    await backup(at("old"), kept);
    await restore(at("new"), kept);
    for (const name of ["new", "old"]) {
      // The old folder itself is brought there by a start.
      const store = await openStore(at(name));
      const { rows } = await store.run("select account_id from upstreams");
      expect(rows).toEqual([{ account_id: "acct" }]);
      const applied = await store.run(
        "select max(created_at)::text as newest, count(*)::int as count from drizzle.__drizzle_migrations",
      );
      const all = readMigrationFiles({ migrationsFolder: MIGRATIONS });
      expect(applied.rows).toEqual([{ newest: String(newestMigration()), count: all.length }]);
      await store.close();
    }
  });

  test("goes over no file, and nothing is left where it cannot be made", async () => {
    const mine = join(folder, "mine");
    writeFileSync(mine, "mine");
    await expect(backup(used, mine)).rejects.toThrow(/is there already. Nothing was written/);
    expect(readFileSync(mine, "utf8")).toBe("mine");
    await expect(backup(used, join(folder, "nowhere/kept.gz"))).rejects.toThrow(/cannot be written/);
    await expect(backup(at("empty"), join(folder, "other.gz"))).rejects.toThrow(/holds no database/);
    const lock = await lockDataFolder(used.data_dir);
    await expect(backup(used, join(folder, "other.gz"))).rejects.toThrow(/in use by another Headgate/);
    await lock.release();
    expect(readdirSync(folder)).toEqual(["mine"]);
  });
});

describe("a running Headgate", { timeout: 300_000 }, () => {
  test("gives a backup of one moment while it writes, and is asked for nothing else", async () => {
    const data_dir = join(folder, "busy");
    const writer = runFixture("write-rows.fixture.ts", data_dir);
    const acknowledged: number[] = [];
    for (let row = 0; row < 20; row += 1) acknowledged.push(Number(await writer.line()));
    const kept = join(folder, "kept.gz");
    await backup({ data_dir, database_url: null }, kept);
    for (let row = 0; row < 5; row += 1) expect(Number(await writer.line())).toBeGreaterThan(0);
    expect(await askHolder(join(data_dir, "lock.sock"), "something else")).toBeNull();
    await vi.waitFor(() => expect(readdirSync(data_dir).filter((name) => /copy/.test(name))).toEqual([]));
    await writer.kill();
    await restore(at("new"), kept);
    const ids = await withFolder(join(folder, "new"), (db) =>
      rowsOf<{ id: number }>(db, "select id from audit order by id"),
    );
    expect(ids.map(({ id }) => id)).toEqual(ids.map((_, place) => place + 1));
    expect(ids.length).toBeGreaterThanOrEqual(Math.max(...acknowledged));
  });

  test("answers its own queries meanwhile, and removes what a killed one left", async () => {
    await mkdir(join(folder, "own/db.copy-old/base"), { recursive: true });
    const store = await openStore(at("own"));
    expect(readdirSync(join(folder, "own")).filter((name) => /copy/.test(name))).toEqual([]);
    let answered = 0;
    const all = await Promise.all([
      backup(at("own"), join(folder, "kept.gz")),
      ...Array.from({ length: 20 }, () => store.run("select 1").then(() => (answered += 1))),
    ]);
    expect([all[0], answered]).toEqual([0, 20]);
    await store.close();
  });
});

describe("a restore leaves everything as it was", { timeout: 300_000 }, () => {
  const refused = async (path: string, words: RegExp) => {
    await expect(restore(at("new"), path)).rejects.toThrow(words);
    expect(readdirSync(join(folder, "new")).filter((name) => !name.startsWith("lock"))).toEqual([]);
  };
  test("for what is no backup, is newer or is cut off", async () => {
    await refused(join(folder, "none.gz"), /There is no file/);
    writeFileSync(join(folder, "text"), "text");
    await refused(join(folder, "text"), /is not a backup of Headgate/);
    await refused(made("json", '{"a":1}\n'), /is not a backup of Headgate/);
    await refused(made("nothing", ""), /is not a backup of Headgate/);
    await refused(
      made("newer", `${JSON.stringify({ ...HEAD, migration: newestMigration() + 1 })}\n`),
      /newer Headgate/,
    );
    await refused(cutOff(), /cut off/);
  });

  test("where something is already", async () => {
    await expect(restore(used, file)).rejects.toThrow(/holds something already. Nothing was changed/);
    expect(await contentOf(used)).toEqual(content);
  });
});

describe.skipIf(!hasPostgres())("PostgreSQL", { timeout: 300_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await postgresServer();
  }, 60_000);
  afterAll(() => server?.stop());

  /** An empty database of its own. */
  async function empty(name: string): Promise<string> {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  test("takes the embedded database over, gives a backup while it is open, and takes that too", async () => {
    const to = { ...used, database_url: await empty("moved") };
    expect(await moveToPostgres(to)).toEqual({ rows: ROWS, running: false });
    const open = await openStore(to);
    const kept = join(folder, "kept.gz");
    await backup(to, kept);
    await open.close();
    const again = { ...to, database_url: await empty("again") };
    await restore(again, kept);
    expect(await withPostgres(again.database_url, linesOf)).toEqual(content);
    await expect(moveToPostgres(to)).rejects.toThrow(/holds something already/);
  });

  test("is left empty by what fails, and its password is not told", async () => {
    const to = { data_dir: join(folder, "none"), database_url: await empty("half") };
    const lines = (...all: unknown[]) => all.map((line) => `${JSON.stringify(line)}\n`).join("");
    const hostile = { table: "upstreams", columns: [["id", "int); drop table upstreams; --"]] };
    await expect(restore(to, cutOff())).rejects.toThrow(/cut off/);
    await expect(restore(to, made("half", lines(HEAD)))).rejects.toThrow(/cut off/);
    const bad = made("hostile", lines(HEAD, hostile, ["1"], { rows: 1 }));
    await expect(restore(to, bad)).rejects.toThrow(/not a backup/);
    const client = new Client({ connectionString: to.database_url });
    await client.connect();
    const tables = await rowsOf(client, "select 1 from pg_class where relnamespace = 'public'::regnamespace");
    await client.end();
    expect(tables).toEqual([]);
    await expect(backup(to, join(folder, "other.gz"))).rejects.toThrow(/holds nothing of Headgate/);
    const wrong = { ...used, database_url: "postgres://me:hunter2@127.0.0.1:1/none" };
    const said = await moveToPostgres(wrong).catch((error: Error) => error.message);
    expect(said).toMatch(/cannot be used/);
    expect(said).not.toContain("hunter2");
    await expect(moveToPostgres(used)).rejects.toThrow(/DATABASE_URL is not set/);
  });
});

/** The last but one of this build's migrations. */
function earlierMigration(): number {
  const times = readMigrationFiles({ migrationsFolder: MIGRATIONS }).map((it) => it.folderMillis);
  return times.sort((a, b) => a - b).at(-2) ?? 0;
}
