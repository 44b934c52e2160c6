import { expect, test } from "vitest";
import { services } from "@/lib/sandbox/catalogue/service";
import { knownApplications } from "@/lib/sandbox/source/compose-application";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { HOSTILE_SCHEMA, HOSTILE_TABLES } from "@/lib/sandbox/source/hostile-names";
import type { Source, SourceColumn, SourceTable } from "@/lib/sandbox/source/source";

const compose = (service: string, more: object = {}) =>
  composeSource({ service, connection_id: "calm_river", seed: 1, ...more });
const tablesOf = (source: Source): SourceTable[] =>
  [...source.schemas.values()].flatMap((schema) => [...schema.tables.values()]);
const columnsOf = (source: Source): SourceColumn[] =>
  tablesOf(source).flatMap((table) => [...table.columns().values()]);
const shown = (source: Source) =>
  JSON.stringify(
    [...source.schemas.values()].map(({ tables, ...schema }) => [
      schema,
      [...tables.values()].map((table) => [{ ...table, columns: [...table.columns()] }]),
    ]),
  );

test("every connector type has a source with tables, columns and keys of its own", () => {
  for (const service of services()) {
    const tables = tablesOf(compose(service));
    expect(tables.length, service).toBeGreaterThan(0);
    for (const table of tables) expect(table.columns().size, `${service} ${table.name}`).toBeGreaterThan(0);
  }
});

test("a source is the same for the same recipe, and databases of two connections differ", () => {
  expect(shown(compose("postgres"))).toBe(shown(compose("postgres")));
  const shapes = ["a", "b", "c", "d"].map((connection_id) => shown(compose("postgres", { connection_id })));
  expect(new Set(shapes).size).toBeGreaterThan(1);
});

test("the applications whose tables are known have just these", () => {
  expect(knownApplications()).toHaveLength(22);
  const stripe = compose("stripe", { schema: "stripe_eu" }).schemas.get("stripe");
  expect(stripe?.name_in_destination).toBe("stripe_eu");
  expect(stripe?.tables.size).toBe(28);
  expect(stripe?.tables.get("customer")?.columns().get("email")).toMatchObject({
    personal: true,
    lock: null,
  });
  expect(stripe?.tables.get("customer")?.columns().get("id")?.lock?.code).toBe("SYSTEM_COLUMN");
});

test("Salesforce and NetSuite have their single schema key, sandboxes too", () => {
  for (const service of ["salesforce", "salesforce_sandbox"]) {
    expect([...compose(service).schemas.keys()]).toEqual(["salesforce"]);
  }
  for (const service of ["netsuite", "netsuite_suiteanalytics"]) {
    expect([...compose(service).schemas.keys()]).toEqual(["netsuite"]);
  }
});

test("a database lands each schema behind the connection's prefix", () => {
  const source = compose("sql_server", { schema: "erp" });
  expect([...source.schemas.values()].map((schema) => schema.name_in_destination)).toEqual(
    expect.arrayContaining(["erp_dbo", "erp_billing", "erp_audit", "erp_legacy_import"]),
  );
});

test("a database holds one of each thing a person cannot switch", () => {
  const source = compose("postgres");
  const locks = new Set([...tablesOf(source), ...columnsOf(source)].map(({ lock }) => lock?.code));
  expect(locks).toEqual(new Set(["SYSTEM_TABLE", "SYSTEM_COLUMN", "OTHER", undefined]));
  expect(tablesOf(source).some(({ turns }) => turns.length > 0)).toBe(true);
  expect(columnsOf(source).some(({ turns }) => turns.length > 0)).toBe(true);
  expect(columnsOf(source).find(({ is_primary_key }) => is_primary_key)?.lock?.reason).toMatch(/primary key/);
});

test("a database holds personal-looking names in several languages", () => {
  const personal = new Set(
    columnsOf(compose("postgres"))
      .filter((column) => column.personal)
      .map(({ name }) => name),
  );
  for (const name of ["email", "telefon", "geburtsdatum", "iban", "ip_address", "straße"])
    expect(personal).toContain(name);
  for (const name of ["id", "status", "_fivetran_synced", "quantity", "rating"])
    expect(personal).not.toContain(name);
});

test("hostile names survive in a database, those that differ in case only included", () => {
  const tables = compose("mysql").schemas.get(HOSTILE_SCHEMA)?.tables;
  expect([...(tables?.keys() ?? [])]).toEqual([...HOSTILE_TABLES]);
  expect(tables?.get("__proto__")?.columns().get("__proto__")?.name).toBe("__proto__");
});

test("a document store has no column config", () => {
  expect(tablesOf(compose("mongo")).some((table) => table.supports_columns_config)).toBe(false);
});

test("a file source is one table named after its group, keyed by file and line", () => {
  const source = compose("s3", { schema: "uploads.orders" });
  expect([...(source.schemas.get("uploads")?.tables.keys() ?? [])]).toEqual(["orders"]);
  expect(
    columnsOf(source)
      .filter((column) => column.is_primary_key)
      .map(({ name }) => name),
  ).toEqual(["_file", "_line"]);
});

test("a large source has the tables and columns asked for and over 20,000 names", () => {
  const source = compose("postgres", { tables: 1000, columns: 100 });
  const columns = columnsOf(source);
  expect(tablesOf(source)).toHaveLength(1000);
  expect(columns).toHaveLength(100_000);
  expect(new Set(columns.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20_000);
  expect(source.schemas.size).toBeGreaterThan(1);
});

test("a large source can be as small as one table of one column", () => {
  expect(columnsOf(compose("postgres", { tables: 1, columns: 1 })).map(({ name }) => name)).toEqual(["id"]);
  expect(columnsOf(compose("postgres", { tables: 3, columns: 30_000 }))).toHaveLength(90_000);
});
