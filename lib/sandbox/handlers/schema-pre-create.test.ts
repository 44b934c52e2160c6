import { afterEach, beforeEach, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { SchemaConfig } from "@/lib/model/schema-config";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
let path: string;
beforeEach(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 1 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  const config = {
    schema_prefix: "tf",
    host: "h.example.com",
    port: 5432,
    user: "u",
    password: "p",
    database: "d",
  };
  const { id } = await sandbox.data<Connection>("POST", "/connections", {
    group_id: items[0]?.id,
    service: "postgres",
    paused: true,
    run_setup_tests: true,
    trust_certificates: true,
    trust_fingerprints: true,
    config,
  });
  path = `/connections/${id}/schemas`;
});
afterEach(() => sandbox.close());

const settings = {
  schema_change_handling: "BLOCK_ALL",
  schemas: {
    public: {
      enabled: true,
      tables: {
        users: { enabled: true, columns: { email: { enabled: true, hashed: true }, id: { enabled: false } } },
        stores: { sync_mode: "LIVE" },
        stock_levels_view: { sync_mode: "HISTORY", columns: { quantity: { enabled: false } } },
        _fivetran_heartbeat: { enabled: false },
        ["__proto__"]: { enabled: true, columns: { "": { hashed: true, is_primary_key: null } } },
      },
    },
    later: { enabled: true },
  },
};

test("a config is described before the first look, echoed, read and changed by the names in it", async () => {
  const told = await sandbox.data<SchemaConfig>("POST", path, settings);
  expect(told.schemas.public).toMatchObject({ enabled: true, name_in_destination: "tf_public" });
  expect(Object.keys(told.schemas)).toEqual(["public", "later"]);
  const tables = new Map(Object.entries(told.schemas.public?.tables ?? {}));
  expect([...tables.keys()]).toEqual(Object.keys(settings.schemas.public.tables));
  expect(tables.get("users")?.columns).toMatchObject({
    email: { enabled: true, hashed: true },
    id: { enabled: false },
  });
  expect(tables.get("stores")?.sync_mode).toBe("LIVE");
  expect(tables.get("_fivetran_heartbeat")?.enabled).toBe(false);
  expect(tables.get("__proto__")?.columns?.[""]?.hashed).toBe(true);
  expect(await sandbox.data("GET", path)).toEqual(told);

  const body = { schemas: { public: { tables: { users: { enabled: false } } } } };
  expect((await sandbox.data<SchemaConfig>("PATCH", path, body)).schemas.public?.tables.users?.enabled).toBe(
    false,
  );
  const unknown = { schemas: { public: { tables: { orders: { enabled: false } } } } };
  expect((await sandbox.call("PATCH", path, unknown)).status).toBe(404);
  const { columns } = await sandbox.data<{ columns: object }>("GET", `${path}/public/tables/users/columns`);
  expect(Object.keys(columns)).toContain("phone");
  expect(Object.keys((await sandbox.data<SchemaConfig>("GET", path)).schemas)).toEqual(["public", "later"]);
});

test("the first look applies what it says, and ignores what cannot be", async () => {
  await sandbox.data("POST", path, settings);
  const config = await sandbox.data<SchemaConfig>("POST", `${path}/reload`, { exclude_mode: "PRESERVE" });
  const { public: schema, billing, later } = config.schemas;
  expect(config.schema_change_handling).toBe("BLOCK_ALL");
  expect(later).toBeUndefined();
  expect([schema?.enabled, billing?.enabled]).toEqual([true, false]);
  expect(schema?.tables.users).toMatchObject({
    enabled: true,
    columns: { email: { enabled: true, hashed: true }, id: { enabled: true } },
  });
  expect(schema?.tables.users?.columns?.phone).toBeUndefined();
  expect(schema?.tables.stores).toMatchObject({ enabled: false, sync_mode: "LIVE" });
  expect(schema?.tables.stock_levels_view).not.toHaveProperty("sync_mode");
  expect(schema?.tables.stock_levels_view?.columns).toEqual({});
  expect(schema?.tables._fivetran_heartbeat?.enabled).toBe(true);
  expect((await sandbox.call("POST", path, settings)).status).toBe(409);
});

test("until then another description takes the place of the first, and a sync is a look too", async () => {
  await sandbox.data("POST", path, settings);
  const told = await sandbox.data<SchemaConfig>("POST", path, { schemas: {} });
  expect(told).toMatchObject({ schema_change_handling: "ALLOW_ALL", schemas: {} });
  expect(await sandbox.data("GET", path)).toEqual(told);
  const connection = path.replace(/\/schemas$/, "");
  await sandbox.data("PATCH", connection, { paused: false, run_setup_tests: false });
  await sandbox.data("POST", `${connection}/sync`);
  sandbox.pass(86_400_000);
  expect(Object.keys((await sandbox.data<SchemaConfig>("GET", path)).schemas)).toContain("public");
});
