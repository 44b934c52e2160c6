import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { EXCLUDE_MODES, SCHEMA_CHANGE_HANDLING, type SchemaConfig } from "@/lib/model/schema-config";
import { dropMarked, markDrops } from "@/lib/sandbox/source/column-drop";
import { driftSource, type SourceChange } from "@/lib/sandbox/source/drift-source";
import { reload, switchPolicy } from "@/lib/sandbox/source/reload";
import { toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import { editColumn, editSchema, editTable } from "@/lib/sandbox/source/schema-edit";
import { SchemaLedger } from "@/lib/sandbox/source/schema-ledger";
import {
  type ExcludeMode,
  newSchemaState,
  type SchemaChangeHandling,
  type SchemaState,
} from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { composeTable } from "@/lib/sandbox/source/source-table";
import { restoreSchemaState, storeSchemaState } from "@/lib/sandbox/source/stored-schema-state";

type Step =
  | { kind: "reload"; mode: ExcludeMode }
  | { kind: "policy"; policy: SchemaChangeHandling }
  | { kind: "drift"; change: SourceChange }
  | { kind: "schema"; schema: string; enabled: boolean }
  | { kind: "table"; schema: string; table: string; enabled: boolean }
  | { kind: "column"; schema: string; table: string; column: string; enabled?: boolean; hashed?: boolean }
  | { kind: "drop"; schema: string; table: string; column: string }
  | { kind: "sync" };

// A small world, so that steps meet; its names are those that plain objects lose.
const schema = fc.constantFrom("__proto__", "s");
const table = fc.constantFrom("__proto__", "t", "T", "a.b/c");
const column = fc.constantFrom("id", "__proto__", "x", "X", "locked", "");
const named = column.filter((name) => name !== "");
const change: fc.Arbitrary<SourceChange> = fc.oneof(
  fc.record({ kind: fc.constant("add_table" as const), schema, table }),
  fc.record({ kind: fc.constant("drop_table" as const), schema, table }),
  fc.record({ kind: fc.constant("add_column" as const), schema, table, column: named }),
  fc.record({ kind: fc.constant("drop_column" as const), schema, table, column: named }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("reload" as const), mode: fc.constantFrom(...EXCLUDE_MODES) }),
  fc.record({ kind: fc.constant("reload" as const), mode: fc.constant("PRESERVE" as const) }),
  fc.record({ kind: fc.constant("policy" as const), policy: fc.constantFrom(...SCHEMA_CHANGE_HANDLING) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("drift" as const), change }) },
  fc.record({ kind: fc.constant("schema" as const), schema, enabled: fc.boolean() }),
  fc.record({ kind: fc.constant("table" as const), schema, table, enabled: fc.boolean() }),
  fc.record(
    {
      kind: fc.constant("column" as const),
      schema,
      table,
      column,
      enabled: fc.boolean(),
      hashed: fc.boolean(),
    },
    { requiredKeys: ["kind", "schema", "table", "column"] },
  ),
  fc.record({ kind: fc.constant("drop" as const), schema, table, column }),
  fc.record({ kind: fc.constant("sync" as const) }),
);

const origin: Source = {
  service: "postgres",
  kind: "database",
  prefix: "p",
  version: 0,
  schemas: new Map([
    [
      "s",
      {
        name: "s",
        name_in_destination: "p_s",
        since: 0,
        turns: [],
        tables: new Map(
          [
            composeTable({
              name: "t",
              columns: [
                composeColumn({ name: "id" }),
                composeColumn({ name: "x" }),
                composeColumn({ name: "locked", unreadable: "No." }),
              ],
            }),
            composeTable({ name: "__proto__", columns: [composeColumn({ name: "__proto__" })] }),
            composeTable({ name: "T", columns: [composeColumn({ name: "id" })], system: true }),
          ].map((item) => [item.name, item]),
        ),
      },
    ],
  ]),
};

function flags(config: SchemaConfig): Map<string, unknown> {
  const view = new Map<string, unknown>();
  for (const [s, { enabled, tables }] of Object.entries(config.schemas)) {
    view.set(s, enabled);
    for (const [t, item] of Object.entries(tables)) {
      const key = JSON.stringify([s, t]);
      view.set(key, item.enabled);
      for (const [c, { enabled: on, hashed, enabled_patch_settings }] of Object.entries(item.columns ?? {})) {
        const gone = enabled_patch_settings.reason_code === "DELETED";
        view.set(JSON.stringify([key, c]), { enabled: on, hashed, gone });
      }
    }
  }
  return view;
}

const refusalIsFine = <T>(act: () => T): T | null => {
  try {
    return act();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
};

function live(steps: readonly Step[]): { state: SchemaState; source: Source; ledger: SchemaLedger } {
  let source = origin;
  let state = newSchemaState();
  const ledger = new SchemaLedger();
  for (const one of steps) {
    if (one.kind === "reload") {
      state = reload(state, source, one.mode);
      ledger.look(source, one.mode);
    } else if (one.kind === "policy") {
      state = switchPolicy(state, source, one.policy);
      ledger.rule(one.policy);
    } else if (one.kind === "sync") {
      state = dropMarked(reload(state, source), source);
      ledger.sync(source);
    } else if (one.kind === "drop") {
      const schemas = { [one.schema]: { tables: { [one.table]: { columns: [one.column] } } } };
      const next = refusalIsFine(() => markDrops(state, source, { schemas }));
      if (next) ledger.marked.add(JSON.stringify([JSON.stringify([one.schema, one.table]), one.column]));
      state = next ?? state;
    } else if (one.kind === "drift") {
      source = refusalIsFine(() => driftSource(source, one.change)) ?? source;
    } else if (one.kind === "schema") {
      const next = refusalIsFine(() => editSchema(state, source, one.schema, one.enabled));
      if (next) ledger.schemas.set(one.schema, one.enabled);
      state = next ?? state;
    } else if (one.kind === "table") {
      const next = refusalIsFine(() =>
        editTable(state, source, [one.schema, one.table], { enabled: one.enabled }),
      );
      if (next) ledger.tables.set(JSON.stringify([one.schema, one.table]), one.enabled);
      state = next ?? state;
    } else {
      const { enabled, hashed } = one;
      const next = refusalIsFine(() =>
        editColumn(state, source, [one.schema, one.table, one.column], { enabled, hashed }),
      );
      // To set nothing is to set nothing.
      if (next && (enabled ?? hashed) !== undefined) {
        const path = JSON.stringify([JSON.stringify([one.schema, one.table]), one.column]);
        const own = ledger.set.get(path) ?? {};
        ledger.set.set(path, { enabled: enabled ?? own.enabled, hashed: hashed ?? own.hashed });
      }
      state = next ?? state;
    }
  }
  return { state, source, ledger };
}

test("after any history the config shows what the rules, applied step by step, say", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { state, source, ledger } = live([{ kind: "reload", mode: "PRESERVE" }, ...steps]);
      expect(flags(toSchemaConfig(state, source))).toEqual(ledger.show());
    }),
    { numRuns: rounds(1500, 20_000), seed: 7 },
  );
}, 600_000);

test("any state survives JSON", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { state, source } = live([{ kind: "reload", mode: "PRESERVE" }, ...steps]);
      const restored = restoreSchemaState(JSON.parse(JSON.stringify(storeSchemaState(state))));
      expect(storeSchemaState(restored)).toEqual(storeSchemaState(state));
      expect(toSchemaConfig(restored, source)).toEqual(toSchemaConfig(state, source));
    }),
  );
});

test("any names survive in the state and on the wire", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(name, name, name, (s, t, c) => {
      const source = driftSource(origin, { kind: "add_table", schema: s, table: t, columns: [c] });
      const read = reload(newSchemaState(), source);
      const state = editColumn(read, source, [s, t, c], { hashed: true });
      const restored = restoreSchemaState(JSON.parse(JSON.stringify(storeSchemaState(state))));
      const wire = JSON.parse(JSON.stringify(toSchemaConfig(restored, source)));
      const path = [s, "tables", t, "columns", c, "hashed"];
      expect(path.reduce((node, key) => new Map(Object.entries(node)).get(key) as object, wire.schemas)).toBe(
        true,
      );
    }),
  );
});

test("a stored state that is none of ours is refused", () => {
  for (const stored of [null, {}, { ...storeSchemaState(newSchemaState()), policy: "MAYBE" }]) {
    expect(() => restoreSchemaState(stored)).toThrow();
  }
});
