import { expect, test } from "vitest";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { driftSource, SourceChange } from "@/lib/sandbox/source/drift-source";
import { goneAt } from "@/lib/sandbox/source/source-lookup";

const source = composeSource({ service: "postgres", connection_id: "calm_river", seed: 1, schema: "shop" });

test("each change makes a source one version on and leaves the one before as it was", () => {
  const next = driftSource(source, { kind: "drop_table", schema: "public", table: "orders" });
  expect([source.version, next.version]).toEqual([0, 1]);
  expect(source.schemas.get("public")?.tables.get("orders")?.turns).toEqual([]);
  expect(next.schemas.get("public")?.tables.get("orders")?.turns).toEqual([1]);
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
  expect(columns(dropped)?.get("email")?.turns).toEqual([1]);
  const back = driftSource(dropped, { ...drop, kind: "add_column" });
  expect(columns(back)?.get("email")).toEqual({ ...columns(source)?.get("email"), turns: [1, 3] });
  const versions = [0, 1, 2, 3, 4];
  const gone = versions.map((version) =>
    goneAt(version, columns(back)?.get("email") ?? { since: 0, turns: [] }),
  );
  expect(gone).toEqual([false, true, true, false, false]);
});

test("what is renamed is gone, and something new with the same facts is there", () => {
  const at = { schema: "public", table: "users" } as const;
  const column = driftSource(source, { kind: "rename_column", ...at, column: "email", to: "__proto__" });
  const columns = (of: typeof source, table: string) =>
    of.schemas.get("public")?.tables.get(table)?.columns();
  expect(columns(column, "users")?.get("email")?.turns).toEqual([1]);
  expect(columns(column, "users")?.get("__proto__")).toMatchObject({
    name: "__proto__",
    since: 1,
    turns: [],
  });
  const both = driftSource(column, { kind: "rename_table", ...at, to: "" });
  expect(both.schemas.get("public")?.tables.get("users")?.turns).toEqual([2]);
  expect(both.schemas.get("public")?.tables.get("")).toMatchObject({ name: "", since: 2, turns: [] });
  expect([...(columns(both, "")?.keys() ?? [])]).toEqual([...(columns(column, "users")?.keys() ?? [])]);
  const back = driftSource(both, { kind: "rename_table", schema: "public", table: "", to: "users" });
  expect(back.schemas.get("public")?.tables.get("users")?.turns).toEqual([2, 3]);
});

test("what is unknown cannot be dropped or given columns", () => {
  for (const change of [
    { kind: "drop_table", schema: "public", table: "nowhere" },
    { kind: "drop_table", schema: "nowhere", table: "orders" },
    { kind: "add_column", schema: "public", table: "nowhere", column: "x" },
    { kind: "drop_column", schema: "public", table: "users", column: "nowhere" },
    { kind: "rename_column", schema: "public", table: "users", column: "nowhere", to: "x" },
    { kind: "rename_table", schema: "public", table: "nowhere", to: "x" },
  ] as const) {
    expect(() => driftSource(source, change)).toThrow("was not found");
  }
});

test("a change is read from JSON strictly", () => {
  const change = { kind: "add_table", schema: "public", table: "wallets" };
  expect(SourceChange.parse(change)).toEqual(change);
  for (const bad of [
    { ...change, kind: "rename_table" },
    { ...change, table: null },
    { ...change, colums: [] },
  ]) {
    expect(SourceChange.safeParse(bad).success).toBe(false);
  }
});
