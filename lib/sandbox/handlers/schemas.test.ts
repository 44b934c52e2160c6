import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import { buildPath, fitsPath } from "@/lib/model/path";
import type { SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off" });
});
afterAll(() => sandbox.close());

const idOf = async (box: TestSandbox, schema: string): Promise<string> => {
  const { items } = await box.data<{ items: Connection[] }>("GET", `/connections?schema=${schema}`);
  if (!items[0]) throw new Error(`No connection ${schema}.`);
  return items[0].id;
};
const COLUMNS = "/connections/{connectionId}/schemas/{schema}/tables/{table}/columns";

test("as the Terraform provider asks: no config, reload, config, columns of a table", async () => {
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
    data_delay_sensitivity: null,
    config,
  });
  const path = `/connections/${id}/schemas`;
  expect(await sandbox.call("GET", path)).toMatchObject({
    status: 404,
    body: { code: "NotFound_SchemaConfig" },
  });
  const reloaded = await sandbox.data<SchemaConfig>("POST", `${path}/reload`, { exclude_mode: "PRESERVE" });
  expect(reloaded.schema_change_handling).toBe("ALLOW_ALL");
  expect(await sandbox.data("GET", path)).toEqual(reloaded);
  for (const [schema, { tables }] of Object.entries(reloaded.schemas)) {
    for (const [table, { supports_columns_config }] of Object.entries(tables)) {
      if (!fitsPath(schema) || !fitsPath(table)) continue;
      const told = await sandbox.call("GET", buildPath(COLUMNS, { connectionId: id, schema, table }));
      if (supports_columns_config)
        expect(Object.keys((told.body.data as TableColumns).columns)).not.toEqual([]);
      else expect(told).toMatchObject({ status: 400, body: { code: "InvalidInput" } });
    }
  }
});

describe("columns", () => {
  test("of an unknown schema or table are 404", async () => {
    const connectionId = await idOf(sandbox, "shop_prod");
    for (const [schema, table] of [
      ["nowhere", "users"],
      ["public", "nothing"],
      ["public", "Users"],
    ] as const) {
      const told = await sandbox.call("GET", buildPath(COLUMNS, { connectionId, schema, table }));
      expect(told).toMatchObject({ status: 404, body: { code: "NotFound" } });
    }
  });

  test("of a connection that is not connected are refused", async () => {
    const connectionId = await idOf(sandbox, "billing_prod");
    const told = await sandbox.call(
      "GET",
      buildPath(COLUMNS, { connectionId, schema: "public", table: "users" }),
    );
    expect(told.status).toBe(409);
  });
});

test("a reload of a source that cannot be reached is 409 with the cause", async () => {
  const told = await sandbox.call(
    "POST",
    `/connections/${await idOf(sandbox, "billing_prod")}/schemas/reload`,
    {},
  );
  expect(told).toMatchObject({ status: 409, body: { message: expect.stringContaining("host key") } });
});

test("what the source gains and loses shows after the next sync or reload, not before", async () => {
  const id = await idOf(sandbox, "ledger");
  const path = `/connections/${id}/schemas`;
  const before = await sandbox.data<SchemaConfig>("GET", path);
  const [schema = ""] = Object.keys(before.schemas);
  const lost =
    Object.entries(before.schemas[schema]?.tables ?? {}).find(
      ([, table]) => table.enabled_patch_settings.allowed,
    )?.[0] ?? "";
  const told = await sandbox.control("POST", `/connections/${id}/source`, {
    changes: [
      { kind: "add_table", schema, table: "__proto__" },
      { kind: "drop_table", schema, table: lost },
    ],
  });
  expect(told.status).toBe(200);
  expect(await sandbox.data("GET", path)).toEqual(before);
  await sandbox.data("POST", `/connections/${id}/sync`);
  sandbox.pass(3_600_000);
  const after = await sandbox.data<SchemaConfig>("GET", path);
  const now = new Map(Object.entries(after.schemas[schema]?.tables ?? {}));
  expect(now.get("__proto__")?.enabled).toBe(before.schema_change_handling === "ALLOW_ALL");
  expect(now.get(lost)?.enabled_patch_settings).toMatchObject({ allowed: false, reason_code: "DELETED" });
  const missing = { changes: [{ kind: "drop_table", schema, table: "no such" }] };
  expect((await sandbox.control("POST", `/connections/${id}/source`, missing)).status).toBe(404);
});

test("large_schema stands under BLOCK_ALL with all its columns, over 20,000 names, and lets others in between", async () => {
  const large = await testSandbox({ connections: 1, tables: 600, columns: 50 });
  const id = await idOf(large, "large_schema");
  let others = 0;
  const asking = large.data<SchemaConfig>("GET", `/connections/${id}/schemas`).finally(() => {
    others = Number.POSITIVE_INFINITY;
  });
  let answered = 0;
  while (others === 0) {
    await large.call("GET", "/account/info");
    answered += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(answered).toBeGreaterThan(5);
  const { schema_change_handling, schemas } = await asking;
  expect(schema_change_handling).toBe("BLOCK_ALL");
  const tables = Object.values(schemas).flatMap((schema) => Object.values(schema.tables));
  expect(tables).toHaveLength(600);
  const names = tables.flatMap(({ columns }) => Object.keys(columns ?? {}));
  expect(names).toHaveLength(30_000);
  expect(new Set(names).size).toBeGreaterThanOrEqual(20_000);
  await large.close();
});
