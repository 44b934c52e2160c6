import { expect, test } from "vitest";
import { riskOf } from "@/lib/contract/endpoint";
import { rowOf } from "@/lib/contract/table";

const config = rowOf("modify_connection_schema_config");
const column = (change: object) => ({
  schemas: { s: { tables: { ["__proto__"]: { columns: { ["__proto__"]: change } } } } },
});

test("what makes personal data flow is a matter of privacy, at any depth and under any name", () => {
  for (const body of [
    column({ hashed: false }),
    column({ enabled: true }),
    column({ enabled: true, hashed: true }),
    { schema_change_handling: "ALLOW_ALL" },
    { ...column({ enabled: false }), schema_change_handling: "ALLOW_ALL" },
  ]) {
    expect(riskOf(config, body), JSON.stringify(body)).toBe("privacy");
    expect(riskOf(rowOf("pre_create_connection_schema_config"), body)).toBe("privacy");
  }
  expect(riskOf(rowOf("modify_connection_database_schema_config"), column({ hashed: false }).schemas.s)).toBe(
    "privacy",
  );
  expect(riskOf(rowOf("modify_connection_table_config"), { columns: { c: { enabled: true } } })).toBe(
    "privacy",
  );
  expect(riskOf(rowOf("modify_connection_column_config"), { hashed: false })).toBe("privacy");
});

test("everything else can be taken back, but for drops", () => {
  for (const body of [
    {},
    column({ hashed: true, enabled: null }),
    column({ enabled: false, hashed: null, is_primary_key: null }),
    { schema_change_handling: "BLOCK_ALL", schemas: { s: { enabled: true, tables: null } } },
    { schemas: { s: { tables: { t: { enabled: true, sync_mode: "LIVE", columns: null } } } } },
  ]) {
    expect(riskOf(config, body), JSON.stringify(body)).toBe("reversible");
  }
  for (const operation of [
    "delete_multiple_columns_connection_config",
    "delete_column_connection_config",
  ] as const) {
    expect(riskOf(rowOf(operation), undefined)).toBe("destructive");
  }
});

test("a body holds what the row knows, and nothing else", () => {
  const fits = (body: unknown) => config.body?.safeParse(body).success;
  expect(fits(column({ enabled: null, hashed: true }))).toBe(true);
  expect(fits(column({ enabeld: true }))).toBe(false);
  expect(fits(column({ enabled: "true" }))).toBe(false);
  expect(fits({ schemas: [] })).toBe(false);
  expect(fits({ schemas: { s: { tables: { t: { sync_mode: "SOMETIMES" } } } } })).toBe(false);
});
