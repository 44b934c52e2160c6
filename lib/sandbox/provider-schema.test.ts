import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { goAccount, type Json } from "@/lib/sandbox/go-account";
import * as go from "@/lib/sandbox/go-shapes";

let account: Awaited<ReturnType<typeof goAccount>>;
let path: string;
beforeAll(async () => {
  account = await goAccount();
});
beforeEach(async () => {
  await account.empty();
  const config = {
    schema_prefix: "tf",
    host: "h.example.com",
    port: 5432,
    user: "u",
    password: "p",
    database: "d",
  };
  const tests = { run_setup_tests: true, trust_certificates: true, trust_fingerprints: true };
  const { id } = await account.create({ paused: true, ...tests }, "postgres", config);
  path = `/connections/${id}/schemas`;
});
afterAll(() => account.close());

const shape = go.envelope(go.schemaConfig);
const ask = (method: string, at: string, body?: Json) =>
  account.client.do<SchemaConfig>(method, at, shape, body ? { body } : {});
const tree = async (method: string, at: string, body?: Json) => {
  const told = await ask(method, at, body);
  expect(told).toMatchObject({ status: 200, code: "Success" });
  return told.data;
};
const columns = (table: string) =>
  account.client.do<TableColumns>("GET", `${path}/public/tables/${table}/columns`, go.envelope(go.columns));
/** A column as the SDK sends it: what was not set is null, never absent. */
const sdkColumn = (change: Json) => ({ is_primary_key: null, ...change });

/** Own flags of the columns that the config shows. */
const shownOf = (config: SchemaConfig, table: string) =>
  Object.fromEntries(
    Object.entries(config.schemas.public?.tables[table]?.columns ?? {}).map(([name, it]) => [
      name,
      it.enabled,
    ]),
  );

test("the schema resource under BLOCK_ALL takes a reload, two PATCHes, and then nothing more", async () => {
  expect(await ask("GET", path)).toMatchObject({ status: 404, code: "NotFound_SchemaConfig" });
  const found = await tree("POST", `${path}/reload`, { exclude_mode: "PRESERVE" });
  expect(found.schema_change_handling).toBe("ALLOW_ALL");
  const all = Object.keys((await columns("users")).data.columns);
  expect(all).toContain("email");

  // Of all tables only `users` is wanted, and of it only `email`, hashed.
  const off = Object.entries(found.schemas).map(([name, schema]) => {
    const tables = Object.entries(schema.tables).filter(
      ([table, it]) =>
        it.enabled && it.enabled_patch_settings.allowed && !(name === "public" && table === "users"),
    );
    return [
      name,
      {
        enabled: name === "public",
        tables: Object.fromEntries(tables.map(([t]) => [t, { enabled: false }])),
      },
    ];
  });
  const wanted = Object.fromEntries(off);
  wanted.public.tables.users = {
    enabled: true,
    columns: { email: sdkColumn({ enabled: true, hashed: true }) },
  };
  await tree("PATCH", path, { schema_change_handling: "BLOCK_ALL", schemas: wanted });

  // The switch stored the other columns of the tables that were on, so the second PATCH has to block them.
  const first = await tree("GET", path);
  expect(Object.keys(shownOf(first, "users"))).toEqual(all);
  const locked = (await columns("users")).data.columns;
  const rest = all.filter((name) => name !== "email" && locked[name]?.enabled_patch_settings.allowed);
  expect(rest.length).toBeGreaterThan(0);
  const blocked = Object.fromEntries(rest.map((name) => [name, sdkColumn({ enabled: false })]));
  await tree("PATCH", path, { schemas: { public: { tables: { users: { columns: blocked } } } } });

  const last = await tree("GET", path);
  expect(last.schema_change_handling).toBe("BLOCK_ALL");
  const synced = Object.entries(shownOf(last, "users")).filter(([, enabled]) => enabled);
  expect(synced.map(([name]) => name).filter((name) => locked[name]?.enabled_patch_settings.allowed)).toEqual(
    ["email"],
  );
  expect(last.schemas.public?.tables.users?.columns?.email?.hashed).toBe(true);
  const on = Object.entries(last.schemas).flatMap(([schema, { tables }]) =>
    Object.entries(tables)
      .filter(([, it]) => it.enabled && it.enabled_patch_settings.allowed)
      .map(([table]) => `${schema}.${table}`),
  );
  expect(on).toEqual(["public.users"]);
  expect(await tree("GET", path)).toEqual(last);
});

test("under ALLOW_COLUMNS table and schema objects without `enabled` change their columns only", async () => {
  const before = await tree("POST", `${path}/reload`, {});
  const tables = { users: { columns: { email: sdkColumn({ enabled: false }) } } };
  const after = await tree("PATCH", path, {
    schema_change_handling: "ALLOW_COLUMNS",
    schemas: { public: { tables } },
  });
  expect(after.schemas.public?.enabled).toBe(before.schemas.public?.enabled);
  expect(after.schemas.public?.tables.users?.enabled).toBe(true);
  expect(shownOf(after, "users")).toEqual({ email: false });
});

test("validation off: one POST before the first look is all that it takes", async () => {
  const body = {
    schema_change_handling: "BLOCK_ALL",
    schemas: { public: { enabled: true, tables: { users: { enabled: true } } } },
  };
  const told = await tree("POST", path, body);
  expect(told).toMatchObject(body);
  expect(await tree("GET", path)).toEqual(told);
});

test("the SDK's calls with names in the path, and its drops", async () => {
  await tree("POST", `${path}/reload`, { exclude_mode: "PRESERVE" });
  const schema = `${path}/public`;
  const table = `${schema}/tables/users`;
  expect((await tree("PATCH", schema, { enabled: false })).schemas.public?.enabled).toBe(false);
  const history = await tree("PATCH", table, { enabled: true, sync_mode: "HISTORY" });
  expect(history.schemas.public?.tables.users?.sync_mode).toBe("HISTORY");
  const email = sdkColumn({ enabled: false, hashed: true });
  expect(shownOf(await tree("PATCH", `${table}/columns/email`, email), "users")).toEqual({ email: false });
  const done = { status: 200, code: "Success" };
  const plain = go.envelope("any");
  expect(await account.client.do("DELETE", `${table}/columns/email`, plain)).toMatchObject(done);
  const drop = { schemas: { public: { tables: { users: { columns: ["email"] } } } } };
  expect(await account.client.do("POST", `${path}/drop-columns`, plain, { body: drop })).toMatchObject(done);
  const phone = { schemas: { public: { tables: { users: { columns: ["phone"] } } } } };
  expect(await account.client.do("POST", `${path}/drop-columns`, plain, { body: phone })).toMatchObject({
    status: 409,
    code: "Conflict",
  });
});
