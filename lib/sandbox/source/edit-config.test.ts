import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnChange, SchemaConfigChange, TableChange } from "@/lib/contract/schema-bodies";
import { rounds } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { SCHEMA_CHANGE_HANDLING, SYNC_MODES } from "@/lib/model/schema-config";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { editConfig } from "@/lib/sandbox/source/edit-config";
import { HOSTILE_COLUMNS, HOSTILE_SCHEMA, HOSTILE_TABLES } from "@/lib/sandbox/source/hostile-names";
import { reload } from "@/lib/sandbox/source/reload";
import { toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import { newSchemaState, type SchemaState } from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";

const source = composeSource({ service: "postgres", connection_id: "calm_river", seed: 1, schema: "shop" });
const state = reload(newSchemaState(), source);

const flag = fc.option(fc.boolean());
const named = <V>(names: readonly string[], value: fc.Arbitrary<V>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), value), { selector: ([name]) => name, maxLength: 4 })
    .map((entries): Record<string, V> => Object.fromEntries(entries));
const column: fc.Arbitrary<ColumnChange> = fc.record({ enabled: flag, hashed: flag }, { requiredKeys: [] });
const columnNames = ["__proto__", "", ".", "name", "Name", "manager_email", "id", "fax", "no_such"];
const table: fc.Arbitrary<TableChange> = fc.record(
  {
    enabled: flag,
    sync_mode: fc.option(fc.constantFrom(...SYNC_MODES), { freq: 2 }),
    columns: fc.option(named(columnNames, column)),
  },
  { requiredKeys: [] },
);
const tableNames = ["__proto__", "", ".", "orders", "Orders", "stores", "stock_levels_view", "no_such"];
const schema = fc.record(
  { enabled: flag, tables: fc.option(named(tableNames, table)) },
  { requiredKeys: [] },
);
const body: fc.Arbitrary<SchemaConfigChange> = fc.record(
  {
    schema_change_handling: fc.constantFrom(...SCHEMA_CHANGE_HANDLING),
    schemas: named(["public", HOSTILE_SCHEMA, "no_such"], schema),
  },
  { requiredKeys: [] },
);

/** The same change, one thing at a time. */
function singly({ schema_change_handling, schemas }: SchemaConfigChange): SchemaConfigChange[] {
  const parts: SchemaConfigChange[] = schema_change_handling ? [{ schema_change_handling }] : [];
  for (const [s, { enabled, tables }] of Object.entries(schemas ?? {})) {
    parts.push({ schemas: { [s]: { enabled } } });
    for (const [t, { columns, ...own }] of Object.entries(tables ?? {})) {
      parts.push({ schemas: { [s]: { tables: { [t]: own } } } });
      for (const [c, change] of Object.entries(columns ?? {})) {
        parts.push({ schemas: { [s]: { tables: { [t]: { columns: { [c]: change } } } } } });
      }
    }
  }
  return parts;
}

function attempt(from: SchemaState, changes: readonly SchemaConfigChange[]): SchemaState | "refused" {
  try {
    return changes.reduce((before, change) => editConfig(before, source, change), from);
  } catch (error) {
    if (error instanceof AppError) return "refused";
    throw error;
  }
}

const shown = (of: SchemaState, from: Source = source) => JSON.stringify(toSchemaConfig(of, from));

test("one body does what its parts do one by one, or nothing where one of them is refused", () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 3 }), body, (before, change) => {
      const from = before.reduce((at, one) => {
        const next = attempt(at, [one]);
        return next === "refused" ? at : next;
      }, state);
      const was = shown(from);
      const whole = attempt(from, [change]);
      const steps = attempt(from, singly(change));
      if (whole === "refused" || steps === "refused") expect([whole, steps]).toEqual(["refused", "refused"]);
      else expect(shown(whole)).toBe(shown(steps));
      expect(shown(from)).toBe(was);
    }),
    { numRuns: rounds(400, 10_000), seed: 11 },
  );
}, 600_000);

test("a change that changes nothing is the same state", () => {
  const change: SchemaConfigChange = {
    schema_change_handling: "ALLOW_COLUMNS",
    schemas: { public: { enabled: true, tables: { users: { columns: { email: { hashed: true } } } } } },
  };
  const once = editConfig(state, source, change);
  expect(once).not.toBe(state);
  expect(editConfig(once, source, change)).toBe(once);
  const nothing = { enabled: null, hashed: null, is_primary_key: null };
  const left = { enabled: null, tables: { users: { sync_mode: null, columns: { email: nothing } } } };
  expect(editConfig(once, source, { schemas: { public: left } })).toBe(once);
  expect(editConfig(once, source, { is_type_locked: true })).toBe(once);
});

test("every hostile name is edited by name in the body, its neighbours are left alone", () => {
  for (const name of HOSTILE_TABLES) {
    for (const columnName of HOSTILE_COLUMNS) {
      const tables = { [name]: { columns: { [columnName]: { hashed: true } } } };
      const edited = editConfig(state, source, { schemas: { [HOSTILE_SCHEMA]: { tables } } });
      const config = toSchemaConfig(edited, source).schemas[HOSTILE_SCHEMA]?.tables ?? {};
      const touched = Object.entries(config).filter(([, { columns }]) => Object.keys(columns ?? {}).length);
      expect(touched.map(([key, { columns }]) => [key, Object.keys(columns ?? {})])).toEqual([
        [name, [columnName]],
      ]);
    }
  }
});

test("where the connector cannot hash or the key is the source's, neither can be set", () => {
  const refused = (change: ColumnChange, of: Source, [s, t, c]: readonly [string, string, string]) => {
    const read = reload(newSchemaState(), of);
    const tables = { [t]: { columns: { [c]: change } } };
    try {
      editConfig(read, of, { schemas: { [s]: { tables } } });
    } catch (error) {
      return (error as AppError).facts.upstream_code;
    }
    return null;
  };
  const users = ["public", "users", "email"] as const;
  expect(refused({ is_primary_key: true }, source, users)).toBe("InvalidInput");
  expect(refused({ is_primary_key: false }, source, users)).toBe(null);
  const files = composeSource({ service: "s3", connection_id: "calm_river", seed: 1, schema: "a.b" });
  expect(refused({ is_primary_key: true }, files, ["a", "b", "article"])).toBe(null);
});
