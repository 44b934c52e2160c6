import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import { buildPath, fitsPath } from "@/lib/model/path";
import type { SchemaConfig, Table, TableColumns } from "@/lib/model/schema-config";
import { HOSTILE_COLUMNS, HOSTILE_SCHEMA, HOSTILE_TABLES } from "@/lib/sandbox/source/hostile-names";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const TABLE = "/connections/{connectionId}/schemas/{schema}/tables/{table}";
const COLUMN = `${TABLE}/columns/{column}` as const;
const HOUR = 3_600_000;

let sandbox: TestSandbox;
let id: string;
let path: string;
beforeEach(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 14 });
  id = await idOf("shop_prod");
  path = `/connections/${id}/schemas`;
  await sandbox.data("PATCH", path, { schema_change_handling: "ALLOW_ALL" });
});
afterEach(() => sandbox.close());

async function idOf(schema: string): Promise<string> {
  const { items } = await sandbox.data<{ items: Connection[] }>("GET", `/connections?schema=${schema}`);
  return items[0]?.id ?? "";
}
const patch = (body: unknown, at = path) => sandbox.data<SchemaConfig>("PATCH", at, body);
const read = () => sandbox.data<SchemaConfig>("GET", path);
const refused = async (method: string, at: string, body?: unknown) => {
  const { status, body: told } = await sandbox.call(method, at, body);
  return [status, told.code];
};
const columnOf = (config: SchemaConfig, table: string, column: string) =>
  tableOf(config, table)?.columns?.[column];
const tableOf = (config: SchemaConfig, table: string): Table | undefined =>
  config.schemas.public?.tables[table];
const users = (columns: object) => ({ schemas: { public: { tables: { users: { columns } } } } });

describe("a PATCH", () => {
  test("answers the whole config, whichever part of it stands in the path", async () => {
    const parts: [string, object][] = [
      [path, { schemas: { billing: { enabled: false } } }],
      [`${path}/public`, { tables: { users: { enabled: false } } }],
      [`${path}/public/tables/stores`, { sync_mode: "HISTORY", columns: { name: { hashed: true } } }],
      [`${path}/public/tables/users/columns/email`, { hashed: true, is_primary_key: null }],
    ];
    for (const [at, body] of parts) expect(await patch(body, at)).toEqual(await read());
    const config = await read();
    expect(config.schemas.billing?.enabled).toBe(false);
    expect(tableOf(config, "users")?.enabled).toBe(false);
    expect(tableOf(config, "stores")).toMatchObject({
      sync_mode: "HISTORY",
      columns: { name: { hashed: true } },
    });
    expect(columnOf(config, "users", "email")).toMatchObject({ enabled: true, hashed: true });
  });

  test("takes the policy first and the edits after it", async () => {
    const config = await patch({
      ...users({ email: { enabled: false } }),
      schema_change_handling: "BLOCK_ALL",
    });
    expect(columnOf(config, "users", "email")?.enabled).toBe(false);
    expect(columnOf(config, "users", "phone")?.enabled).toBe(true);
  });

  test("is refused whole: what comes before the fault is not changed either", async () => {
    const before = await read();
    const faults: [number, object][] = [
      [404, { no_such: { enabled: true } }],
      [404, { Public: { enabled: true } }],
      [404, { public: { tables: { Users: { enabled: false } } } }],
      [404, { public: { tables: { users: { columns: { EMAIL: { hashed: true } } } } } }],
      [400, { public: { tables: { _fivetran_heartbeat: { enabled: false } } } }],
      [400, { public: { tables: { wishlists: { enabled: true } } } }],
      [400, { public: { tables: { users: { columns: { id: { enabled: false } } } } } }],
      [400, { public: { tables: { users: { sync_mode: "LIVE" } } } }],
      [400, { public: { tables: { users: { sync_mode: "SOMETIMES" } } } }],
      [400, { public: { tables: { users: { colums: {} } } } }],
      [400, { public: { tables: { stock_levels_view: { columns: { quantity: { hashed: true } } } } } }],
      [400, { public: { tables: { users: { columns: { email: { hashed: "yes" } } } } } }],
    ];
    for (const [status, schemas] of faults) {
      const body = {
        schema_change_handling: "BLOCK_ALL",
        schemas: { billing: { enabled: false }, ...schemas },
      };
      expect((await refused("PATCH", path, body))[0], JSON.stringify(schemas)).toBe(status);
      expect(await read()).toEqual(before);
    }
    expect(await refused("PATCH", path, { schema_change_handling: "SOME" })).toEqual([400, "InvalidInput"]);
  });

  test("cancels the sync that runs, unless it changes nothing", async () => {
    const connection = () => sandbox.data<Connection>("GET", `/connections/${id}`);
    await patch(users({ email: { hashed: true } }));
    await sandbox.data("POST", `/connections/${id}/sync`);
    const before = await connection();
    await patch(users({ email: { hashed: true } }));
    expect((await connection()).status.sync_state).toBe("syncing");
    await patch(users({ email: { hashed: false } }));
    const after = await connection();
    expect(after.status.sync_state).toBe("scheduled");
    expect([after.succeeded_at, after.failed_at]).toEqual([before.succeeded_at, before.failed_at]);
  });

  test("of a connection without a config is 404", async () => {
    const none = await idOf("catalog_events");
    expect(await refused("PATCH", `/connections/${none}/schemas`, { schemas: {} })).toEqual([
      404,
      "NotFound_SchemaConfig",
    ]);
  });
});

test("hostile names pass through GET and PATCH; those that no address can carry are edited by body only", async () => {
  const edited = new Set<string>();
  for (const table of HOSTILE_TABLES) {
    const address = fitsPath(table)
      ? buildPath(TABLE, { connectionId: id, schema: HOSTILE_SCHEMA, table })
      : null;
    if (address) await patch({ columns: { "": { hashed: true } } }, address);
    else
      await patch({
        schemas: { [HOSTILE_SCHEMA]: { tables: { [table]: { columns: { "": { hashed: true } } } } } },
      });
    edited.add(table);
    const tables = Object.entries((await read()).schemas[HOSTILE_SCHEMA]?.tables ?? {});
    const hashed = tables.filter(([, { columns }]) => columns?.[""]?.hashed).map(([name]) => name);
    expect(new Set(hashed)).toEqual(edited);
  }
  for (const column of HOSTILE_COLUMNS.filter(fitsPath)) {
    const at = buildPath(COLUMN, { connectionId: id, schema: HOSTILE_SCHEMA, table: "__proto__", column });
    await patch({ enabled: false }, at);
  }
  const off = new Map(Object.entries((await read()).schemas[HOSTILE_SCHEMA]?.tables ?? {})).get("__proto__");
  const names = Object.entries(off?.columns ?? {}).filter(([, { enabled }]) => !enabled);
  expect(names.map(([name]) => name)).toEqual(HOSTILE_COLUMNS.filter(fitsPath));
  // What an address parser makes of these is another address, at most another thing's.
  for (const odd of ["", ".", "..", "%2E", "%2e%2e"]) {
    await sandbox.call("PATCH", `${path}/legacy%20import/tables/${odd}`, { enabled: false });
  }
  const { tables = {} } = (await read()).schemas[HOSTILE_SCHEMA] ?? {};
  for (const name of ["", ".", ".."]) expect(tables[name]?.enabled).toBe(true);
});

describe("columns that are dropped", () => {
  const drop = (table: string, columns: string[]) => ({
    schemas: { public: { tables: { [table]: { columns } } } },
  });

  test("have to be blocked, all of them, or none is marked", async () => {
    await patch(users({ email: { enabled: false } }));
    expect(await refused("POST", `${path}/drop-columns`, drop("users", ["email", "phone"]))).toEqual([
      409,
      "Conflict",
    ]);
    expect(await refused("POST", `${path}/drop-columns`, drop("users", ["email", "x"]))).toEqual([
      404,
      "NotFound",
    ]);
    expect(await refused("POST", `${path}/drop-columns`, drop("stock_levels_view", ["quantity"]))).toEqual([
      400,
      "InvalidInput",
    ]);
    await patch({ schema_change_handling: "BLOCK_ALL" });
    await syncNow();
    expect(columnOf(await read(), "users", "email")?.enabled).toBe(false);
  });

  test("leave the config at the next sync where the policy keeps them blocked, and come back when enabled", async () => {
    await patch({ ...users({ email: { enabled: false } }), schema_change_handling: "BLOCK_ALL" });
    const told = await sandbox.call("POST", `${path}/drop-columns`, drop("users", ["email"]));
    expect(told).toMatchObject({ status: 200, body: { code: "Success" } });
    expect(told.body).not.toHaveProperty("data");
    expect(columnOf(await read(), "users", "email")?.enabled).toBe(false);
    await syncNow();
    expect(columnOf(await read(), "users", "email")).toBeUndefined();
    const { columns } = await sandbox.data<TableColumns>("GET", `${path}/public/tables/users/columns`);
    expect(columns.email?.enabled).toBe(false);
    expect(columnOf(await patch(users({ email: { enabled: true } })), "users", "email")?.enabled).toBe(true);
  });

  test("stay as blocked where the policy would let them flow again", async () => {
    await patch(users({ email: { enabled: false } }));
    await sandbox.data("DELETE", `${path}/public/tables/users/columns/email`);
    await syncNow();
    expect(columnOf(await read(), "users", "email")?.enabled).toBe(false);
    const gone = { changes: [{ kind: "drop_column", schema: "public", table: "users", column: "email" }] };
    await sandbox.control("POST", `/connections/${id}/source`, gone);
    await sandbox.data("POST", `${path}/reload`, {});
    expect(columnOf(await read(), "users", "email")).toBeUndefined();
    await sandbox.control("POST", `/connections/${id}/source`, {
      changes: [{ kind: "add_column", schema: "public", table: "users", column: "email" }],
    });
    await sandbox.data("POST", `${path}/reload`, {});
    expect(columnOf(await read(), "users", "email")?.enabled).toBe(false);
  });

  async function syncNow() {
    await sandbox.data("POST", `/connections/${id}/sync`);
    await sandbox.control("POST", `/connections/${id}/end-sync`, { outcome: "succeeded" });
    sandbox.pass(HOUR / 60);
  }
});
