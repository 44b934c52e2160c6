import { expect, test } from "vitest";
import { SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { driftSource } from "@/lib/sandbox/source/drift-source";
import { HOSTILE_SCHEMA, HOSTILE_TABLES } from "@/lib/sandbox/source/hostile-names";
import { reload, switchPolicy } from "@/lib/sandbox/source/reload";
import { tableColumns, toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import { isLarge, schemaConfigChunks } from "@/lib/sandbox/source/schema-config-chunks";
import { editColumn, editSchema, editTable } from "@/lib/sandbox/source/schema-edit";
import { newSchemaState, type SchemaState } from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";

const source = composeSource({ service: "postgres", connection_id: "calm_river", seed: 1, schema: "shop" });
const state = reload(newSchemaState(), source);
const table = (of: SchemaState, from: Source, schema: string, name: string) => {
  const found = toSchemaConfig(of, from).schemas[schema]?.tables[name];
  if (!found) throw new Error(`No table ${name}.`);
  return found;
};
const refused = (status: number, code: string) =>
  expect.objectContaining({ facts: { upstream_status: status, upstream_code: code } });
const caught = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was refused.");
};

test("before the first look there is no schema config", () => {
  const none = newSchemaState();
  for (const act of [
    () => toSchemaConfig(none, source),
    () => schemaConfigChunks(none, source),
    () => tableColumns(none, source, "public", "users"),
    () => editTable(none, source, ["public", "users"], { enabled: false }),
  ]) {
    expect(caught(act)).toEqual(refused(404, "NotFound_SchemaConfig"));
  }
});

test("an untouched config lists all schemas and tables, enabled, without columns", () => {
  const config = SchemaConfig.parse(toSchemaConfig(state, source));
  expect(config).toMatchObject({ schema_change_handling: "ALLOW_ALL", enable_new_by_default: true });
  expect(config.schemas.public).toMatchObject({ enabled: true, name_in_destination: "shop_public" });
  expect(config.schemas.public?.tables.users).toEqual({
    sync_mode: "SOFT_DELETE",
    name_in_destination: "users",
    enabled: true,
    enabled_patch_settings: { allowed: true },
    supports_columns_config: true,
    supports_history_mode: true,
    columns: {},
  });
});

test("locked and deleted items say why", () => {
  expect(table(state, source, "public", "_fivetran_heartbeat")).toMatchObject({
    enabled: true,
    enabled_patch_settings: { allowed: false, reason_code: "SYSTEM_TABLE" },
  });
  expect(table(state, source, "public", "schema_migrations")).toMatchObject({
    enabled: false,
    enabled_patch_settings: { allowed: false, reason_code: "OTHER", reason: expect.any(String) },
  });
  expect(table(state, source, "public", "wishlists").enabled_patch_settings).toEqual({
    allowed: false,
    reason_code: "DELETED",
  });
  const { columns } = TableColumns.parse(tableColumns(state, source, "public", "stores"));
  expect(columns.id?.enabled_patch_settings).toEqual({
    allowed: false,
    reason_code: "SYSTEM_COLUMN",
    reason: expect.stringMatching(/primary key/),
  });
  expect(columns._fivetran_synced?.enabled_patch_settings.reason_code).toBe("SYSTEM_COLUMN");
  expect(columns.opening_hours).toMatchObject({
    enabled: false,
    enabled_patch_settings: { reason_code: "OTHER" },
  });
  expect(columns.fax?.enabled_patch_settings).toEqual({ allowed: false, reason_code: "DELETED" });
});

test("only columns that were set, differ from the policy or are gone show in the config", () => {
  expect(Object.keys(table(state, source, "public", "stores").columns ?? {})).toEqual([
    "opening_hours",
    "fax",
  ]);
  const hashed = editColumn(state, source, ["public", "stores", "manager_email"], { hashed: true });
  const same = editColumn(hashed, source, ["public", "stores", "name"], { enabled: true });
  const { columns } = table(same, source, "public", "stores");
  expect(Object.keys(columns ?? {})).toEqual(["name", "manager_email", "opening_hours", "fax"]);
  expect(columns?.manager_email).toMatchObject({ enabled: true, hashed: true });
});

test("the columns endpoint answers 400 where columns cannot be chosen and 404 for what is unknown", () => {
  const mongo = composeSource({ service: "mongo", connection_id: "calm_river", seed: 1 });
  const read = reload(newSchemaState(), mongo);
  expect(caught(() => tableColumns(read, mongo, "shop", "users"))).toEqual(refused(400, "InvalidInput"));
  expect(caught(() => tableColumns(state, source, "public", "Users"))).toEqual(refused(404, "NotFound"));
  expect(caught(() => tableColumns(state, source, "PUBLIC", "users"))).toEqual(refused(404, "NotFound"));
  expect(caught(() => tableColumns(state, source, "__proto__", "users"))).toEqual(refused(404, "NotFound"));
});

test("locked flags and modes a table does not have are refused, hashing a key is not", () => {
  const locked = [
    () => editTable(state, source, ["public", "_fivetran_heartbeat"], { enabled: false }),
    () => editTable(state, source, ["public", "wishlists"], { enabled: true }),
    () => editColumn(state, source, ["public", "users", "id"], { enabled: false }),
    () => editTable(state, source, ["public", "users"], { sync_mode: "LIVE" }),
  ];
  for (const act of locked) expect(caught(act)).toEqual(refused(400, "InvalidInput"));
  const hashed = editColumn(state, source, ["public", "users", "id"], { hashed: true });
  expect(table(hashed, source, "public", "users").columns?.id?.hashed).toBe(true);
  const live = editTable(state, source, ["public", "stores"], { sync_mode: "LIVE" });
  expect(table(live, source, "public", "stores").sync_mode).toBe("LIVE");
});

test("tables of a disabled schema keep their own flags", () => {
  const off = toSchemaConfig(editSchema(state, source, "billing", false), source);
  expect(off.schemas.billing?.enabled).toBe(false);
  expect(off.schemas.billing?.tables.invoices?.enabled).toBe(true);
});

test("what is new in the source appears at the next look, as the policy says", () => {
  const change = (from: Source) =>
    driftSource(driftSource(from, { kind: "add_table", schema: "public", table: "wallets" }), {
      kind: "add_column",
      schema: "public",
      table: "users",
      column: "nickname",
    });
  const grown = change(source);
  const before = { ALLOW_ALL: true, ALLOW_COLUMNS: false, BLOCK_ALL: false } as const;
  for (const [policy, enabled] of Object.entries(before)) {
    const ruled = switchPolicy(state, source, policy as keyof typeof before);
    expect(toSchemaConfig(ruled, grown).schemas.public?.tables.wallets).toBeUndefined();
    const seen = reload(ruled, grown);
    expect(table(seen, grown, "public", "wallets").enabled, policy).toBe(enabled);
    expect(tableColumns(seen, grown, "public", "users").columns.nickname?.enabled, policy).toBe(
      policy !== "BLOCK_ALL",
    );
    expect(tableColumns(seen, grown, "public", "users").columns.email?.enabled, policy).toBe(true);
  }
});

test("what vanished stays in the config as deleted from the next look on, and comes back when it does", () => {
  const gone = driftSource(driftSource(source, { kind: "drop_table", schema: "public", table: "orders" }), {
    kind: "drop_column",
    schema: "public",
    table: "users",
    column: "phone",
  });
  expect(table(state, gone, "public", "orders").enabled_patch_settings).toEqual({ allowed: true });
  const seen = reload(state, gone);
  const deleted = { allowed: false, reason_code: "DELETED" };
  expect(table(seen, gone, "public", "orders").enabled_patch_settings).toEqual(deleted);
  expect(table(seen, gone, "public", "users").columns?.phone?.enabled_patch_settings).toEqual(deleted);
  const back = driftSource(gone, { kind: "add_table", schema: "public", table: "orders" });
  expect(table(reload(seen, back), back, "public", "orders").enabled_patch_settings).toEqual({
    allowed: true,
  });
});

test("EXCLUDE and INCLUDE switch all schemas and tables; EXCLUDE also the columns a person had set", () => {
  const set = editColumn(state, source, ["public", "users", "email"], { enabled: true, hashed: true });
  const none = reload(set, source, "EXCLUDE");
  const config = toSchemaConfig(none, source);
  expect(Object.values(config.schemas).map(({ enabled }) => enabled)).not.toContain(true);
  expect(config.schemas.public?.tables.orders?.enabled).toBe(false);
  expect(config.schemas.public?.tables._fivetran_heartbeat?.enabled).toBe(true);
  expect(config.schemas.public?.tables.users?.columns?.email).toMatchObject({ enabled: false, hashed: true });
  expect(tableColumns(none, source, "public", "users").columns.phone?.enabled).toBe(true);
  expect(toSchemaConfig(reload(none, source), source)).toEqual(config);

  const all = toSchemaConfig(reload(none, source, "INCLUDE"), source);
  expect(all.schemas.public?.enabled).toBe(true);
  expect(all.schemas.public?.tables.orders?.enabled).toBe(true);
});

test("a switch to BLOCK_ALL stores the columns of tables that stay enabled, and of no others", () => {
  const off = editTable(state, source, ["public", "orders"], { enabled: false });
  const blocked = switchPolicy(off, source, "BLOCK_ALL");
  const users = tableColumns(blocked, source, "public", "users").columns;
  expect(table(blocked, source, "public", "users").columns).toEqual(users);
  expect(Object.values(users).every(({ enabled }) => enabled)).toBe(true);
  expect(Object.keys(table(blocked, source, "public", "orders").columns ?? {})).toEqual([
    "id",
    "_fivetran_deleted",
    "_fivetran_synced",
  ]);
  expect(switchPolicy(blocked, source, "BLOCK_ALL")).toBe(blocked);
});

test("a large source under BLOCK_ALL shows every column and costs one number to store", () => {
  const large = composeSource({
    service: "postgres",
    connection_id: "large",
    seed: 1,
    tables: 600,
    columns: 50,
  });
  const blocked = switchPolicy(reload(newSchemaState(), large), large, "BLOCK_ALL");
  expect(isLarge(large)).toBe(true);
  expect(isLarge(source)).toBe(false);
  expect(blocked.schemas.size).toBe(0);
  const tables = Object.values(toSchemaConfig(blocked, large).schemas).flatMap((schema) =>
    Object.values(schema.tables),
  );
  expect(tables).toHaveLength(600);
  expect(tables.every(({ columns }) => Object.keys(columns ?? {}).length === 50)).toBe(true);
});

test("the pieces of a config join to the same JSON, hostile names included", () => {
  for (const of of [state, switchPolicy(state, source, "BLOCK_ALL")]) {
    const text = [...schemaConfigChunks(of, source)].join("");
    expect(text).toBe(JSON.stringify(toSchemaConfig(of, source)));
  }
  const parsed = JSON.parse([...schemaConfigChunks(state, source)].join(""));
  expect(Object.keys(parsed.schemas[HOSTILE_SCHEMA].tables)).toEqual([...HOSTILE_TABLES]);
});

test("the pieces of a large config stay near 64 KB", () => {
  const large = composeSource({
    service: "postgres",
    connection_id: "large",
    seed: 1,
    tables: 600,
    columns: 50,
  });
  const blocked = switchPolicy(reload(newSchemaState(), large), large, "BLOCK_ALL");
  const pieces = [...schemaConfigChunks(blocked, large)];
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(128 * 1024);
  expect(JSON.parse(pieces.join("")).schemas.public.tables).toBeTypeOf("object");
});
