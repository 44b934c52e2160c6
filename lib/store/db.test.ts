import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore, setStore } from "@/lib/store/db";
import { createPglite, openPglite } from "@/lib/store/pglite";
import { openPostgres } from "@/lib/store/postgres";
import { readiness } from "@/lib/store/readiness";
import { upstreams } from "@/lib/store/tables/upstreams";
import { hasPostgres, postgresServer } from "@/lib/store/test-postgres";
import { testUpstream } from "@/lib/store/test-store";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "headgate-db-"));
});
afterEach(() => {
  setStore(null);
  rmSync(folder, { recursive: true, force: true });
});

test("the embedded database is made on first start, kept, and held by one process at a time", async () => {
  const options = { data_dir: join(folder, "deep", "data"), database_url: null };
  const first = await openStore(options);
  await testUpstream(first.db);
  await expect(openStore(options)).rejects.toThrow(/in use by another Headgate/);
  await first.close();
  const second = await openStore(options);
  expect(await second.db.select().from(upstreams)).toHaveLength(1);
  await second.close();
});

test("a template made at build time is copied, and half a copy left by a killed process is thrown away", async () => {
  const template = join(folder, "template");
  await createPglite(template);
  writeFileSync(join(template, "copied"), "");
  const place = join(folder, "db");
  mkdirSync(`${place}.new`);
  writeFileSync(join(`${place}.new`, "half"), "");
  const store = await openPglite(place, template);
  await testUpstream(store.db);
  await store.close();
  expect(existsSync(join(place, "copied"))).toBe(true);
  expect(existsSync(join(place, "half"))).toBe(false);
});

test("a database of a newer build is refused in one sentence, and left as it is", async () => {
  const place = join(folder, "db");
  const store = await openPglite(place);
  await store.db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`,
  );
  await store.close();
  cpSync(place, join(folder, "again"), { recursive: true });
  await expect(openPglite(place)).rejects.toThrow(/^This database belongs to a newer Headgate: .*\.$/);
});

test("readiness names the part that is not ready", async () => {
  expect(await readiness()).toEqual({ database: "unavailable", migrations: "unknown" });
  const store = await openPglite(join(folder, "db"));
  setStore(Promise.resolve(store));
  expect(await readiness()).toEqual({ database: "ok", migrations: "ok" });
  await store.db.execute(sql`delete from drizzle.__drizzle_migrations`);
  expect(await readiness()).toEqual({ database: "ok", migrations: "unavailable" });
  await store.close();
  expect(await readiness()).toEqual({ database: "unavailable", migrations: "unknown" });
});

test("a database server that is not there is named in one sentence, without its password", async () => {
  const url = "postgres://me:hunter22@127.0.0.1:1/db";
  const error = await openPostgres(url).catch((thrown: Error) => thrown);
  expect(String(error)).toMatch(/The database of DATABASE_URL cannot be used: .*ECONNREFUSED.*\./);
  expect(String(error)).not.toContain("hunter22");
});

describe.skipIf(!hasPostgres())("on PostgreSQL", () => {
  test("instances that start together on a new database all start", async () => {
    const server = await postgresServer({ migrated: false });
    const stores = await Promise.all([1, 2, 3, 4].map(() => server.open()));
    for (const store of stores) await store.close();
    await server.stop();
  });
});
