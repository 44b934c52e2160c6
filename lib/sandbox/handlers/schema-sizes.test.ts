import { expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

async function opened(options: Parameters<typeof testSandbox>[0], schema = "large_schema") {
  const sandbox = await testSandbox({ quota: "off", ...options });
  const { items } = await sandbox.data<{ items: Connection[] }>("GET", `/connections?schema=${schema}`);
  const id = items[0]?.id ?? "";
  return { sandbox, id, path: `/connections/${id}/schemas` };
}

/** Other calls answered while `asking` runs. */
async function othersDuring(sandbox: TestSandbox, asking: Promise<unknown>): Promise<number> {
  let answered = 0;
  let done = false;
  const finished = asking.finally(() => {
    done = true;
  });
  while (!done) {
    await sandbox.call("GET", "/account/info");
    answered += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await finished;
  return answered;
}

test("one PATCH edits 30,000 columns, answers the whole config in pieces and lets others in between", async () => {
  const { sandbox, path } = await opened({ connections: 1, tables: 600, columns: 51 });
  const before = await sandbox.data<SchemaConfig>("GET", path);
  const schemas = Object.entries(before.schemas).map(([schema, { tables }]) => [
    schema,
    {
      tables: Object.fromEntries(
        Object.entries(tables).map(([table, { columns }]) => [
          table,
          { columns: Object.fromEntries(Object.keys(columns ?? {}).map((name) => [name, { hashed: true }])) },
        ]),
      ),
    },
  ]);
  const patching = sandbox.data<SchemaConfig>("PATCH", path, { schemas: Object.fromEntries(schemas) });
  expect(await othersDuring(sandbox, patching)).toBeGreaterThan(5);
  const after = await patching;
  const columns = Object.values(after.schemas)
    .flatMap(({ tables }) => Object.values(tables))
    .flatMap((table) => Object.values(table.columns ?? {}));
  expect(columns).toHaveLength(30_600);
  expect(columns.every(({ hashed, enabled }) => hashed && enabled)).toBe(true);
  expect(await sandbox.data("GET", path)).toEqual(after);
  await sandbox.close();
}, 60_000);

test("one table of 20,000 columns: all of them in the config, at the columns endpoint and after an edit", async () => {
  const { sandbox, path } = await opened({ connections: 1, tables: 1, columns: 20_000 });
  const { schemas } = await sandbox.data<SchemaConfig>("GET", path);
  const [schema = "", { tables = {} } = {}] = Object.entries(schemas)[0] ?? [];
  const [table = "", { columns: shown } = {}] = Object.entries(tables)[0] ?? [];
  const names = Object.keys(shown ?? {});
  expect(names).toHaveLength(20_000);
  const at = `${path}/${schema}/tables/${table}`;
  const { columns } = await sandbox.data<TableColumns>("GET", `${at}/columns`);
  expect(Object.keys(columns)).toEqual(names);
  const last = names.at(-1) ?? "";
  await sandbox.data("PATCH", at, { columns: { [last]: { enabled: false } } });
  const edited = await sandbox.data<TableColumns>("GET", `${at}/columns`);
  const off = Object.entries(edited.columns).filter(([, { enabled }]) => !enabled);
  expect(off.map(([name]) => name)).toEqual([last]);
  await sandbox.close();
});

test("a source without a table has a config all the same, and takes a policy", async () => {
  const { sandbox, path } = await opened({}, "partner_share");
  const tables = ({ schemas }: SchemaConfig) =>
    Object.values(schemas).flatMap((it) => Object.keys(it.tables));
  expect(tables(await sandbox.data("GET", path))).toEqual([]);
  const body = { schema_change_handling: "BLOCK_ALL" };
  expect(await sandbox.data("PATCH", path, body)).toMatchObject(body);
  expect(tables(await sandbox.data("POST", `${path}/reload`, { exclude_mode: "INCLUDE" }))).toEqual([]);
  await sandbox.close();
});

test("tables and columns of a large source come, go and change their names", async () => {
  const { sandbox, path, id } = await opened({ connections: 1, tables: 600, columns: 10 });
  const { schemas } = await sandbox.data<SchemaConfig>("GET", path);
  const [schema = "", { tables = {} } = {}] = Object.entries(schemas)[0] ?? [];
  const [first = "", second = "", third = ""] = Object.keys(tables);
  const changes = [
    { kind: "add_table", schema, table: "__proto__" },
    { kind: "drop_table", schema, table: first },
    { kind: "rename_table", schema, table: second, to: "" },
    { kind: "rename_column", schema, table: third, column: "email", to: "e-mail" },
    { kind: "add_column", schema, table: third, column: "fresh" },
  ];
  expect((await sandbox.control("POST", `/connections/${id}/source`, { changes })).status).toBe(200);
  expect(Object.keys((await sandbox.data<SchemaConfig>("GET", path)).schemas[schema]?.tables ?? {})).toEqual(
    Object.keys(tables),
  );
  const after = await sandbox.data<SchemaConfig>("POST", `${path}/reload`, {});
  const now = new Map(Object.entries(after.schemas[schema]?.tables ?? {}));
  expect(now.size).toBe(Object.keys(tables).length + 2);
  expect(now.get("__proto__")).toMatchObject({ enabled: false, enabled_patch_settings: { allowed: true } });
  for (const gone of [first, second]) {
    expect(now.get(gone)?.enabled_patch_settings).toEqual({ allowed: false, reason_code: "DELETED" });
  }
  // Under BLOCK_ALL what is new stays off and only what is locked shows.
  expect(now.get("")?.enabled).toBe(false);
  expect(Object.keys(now.get("")?.columns ?? {})).toEqual(["id", "_fivetran_synced"]);
  expect(now.get(third)?.columns?.email?.enabled_patch_settings.reason_code).toBe("DELETED");
  expect(Object.keys(now.get(third)?.columns ?? {})).not.toContain("e-mail");
  const { columns } = await sandbox.data<TableColumns>("GET", `${path}/${schema}/tables/${third}/columns`);
  expect(columns["e-mail"]).toMatchObject({ enabled: false, name_in_destination: "e_mail" });
  expect(columns.fresh?.enabled).toBe(false);
  await sandbox.close();
});
