import { expect, test } from "vitest";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { driftSource, SourceChange } from "@/lib/sandbox/source/drift-source";

const source = composeSource({ service: "postgres", connection_id: "calm_river", seed: 1, schema: "shop" });

test("each change makes a source one version on and leaves the one before as it was", () => {
  const next = driftSource(source, { kind: "drop_table", schema: "public", table: "orders" });
  expect([source.version, next.version]).toEqual([0, 1]);
  expect(source.schemas.get("public")?.tables.get("orders")?.deleted_at).toBeNull();
  expect(next.schemas.get("public")?.tables.get("orders")?.deleted_at).toBe(1);
});

test("a table can appear in a schema that was not there, under the connection's prefix", () => {
  const next = driftSource(source, {
    kind: "add_table",
    schema: "__proto__",
    table: "..",
    columns: ["id", "e-mail"],
  });
  const schema = next.schemas.get("__proto__");
  expect(schema).toMatchObject({ name_in_destination: "shop___proto", since: 1 });
  const columns = schema?.tables.get("..")?.columns();
  expect(columns?.get("id")?.is_primary_key).toBe(true);
  expect(columns?.get("e-mail")).toMatchObject({ personal: true, since: 1 });
});

test("a column that is dropped and added again is the column it was", () => {
  const drop = { kind: "drop_column", schema: "public", table: "users", column: "email" } as const;
  const dropped = driftSource(driftSource(source, drop), drop);
  const columns = (of: typeof source) => of.schemas.get("public")?.tables.get("users")?.columns();
  expect(columns(dropped)?.get("email")?.deleted_at).toBe(1);
  const back = driftSource(dropped, { ...drop, kind: "add_column" });
  expect(columns(back)?.get("email")).toEqual(columns(source)?.get("email"));
});

test("what is unknown cannot be dropped or given columns", () => {
  for (const change of [
    { kind: "drop_table", schema: "public", table: "nowhere" },
    { kind: "drop_table", schema: "nowhere", table: "orders" },
    { kind: "add_column", schema: "public", table: "nowhere", column: "x" },
    { kind: "drop_column", schema: "public", table: "users", column: "nowhere" },
  ] as const) {
    expect(() => driftSource(source, change)).toThrow("was not found");
  }
});

test("a change is read from JSON strictly", () => {
  const change = { kind: "add_table", schema: "public", table: "wallets" };
  expect(SourceChange.parse(change)).toEqual(change);
  for (const bad of [
    { ...change, kind: "rename_table" },
    { ...change, table: "" },
    { ...change, colums: [] },
  ]) {
    expect(SourceChange.safeParse(bad).success).toBe(false);
  }
});
