import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { SchemaConfigChange } from "@/lib/contract/schema-bodies";
import { rounds } from "@/lib/env";
import { bindChanges } from "@/lib/model/schema/bind-changes";
import { blockAgain } from "@/lib/model/schema/block-again";
import { buildTree } from "@/lib/model/schema/build-tree";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { compareTrees } from "@/lib/model/schema/compare-trees";
import { nodeCount } from "@/lib/model/schema/node-ids";
import { patchOf } from "@/lib/model/schema/patch-of";
import type { TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges, SchemaField } from "@/lib/model/schema/schema-changes";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { applyChanges } from "@/lib/model/schema/test-apply-changes";
import { undoOf } from "@/lib/model/schema/way-back";
import { withColumnLists } from "@/lib/model/schema/with-columns";
import { SCHEMA_CHANGE_HANDLING } from "@/lib/model/schema-config";
import { atOnce } from "@/lib/model/steps";
import { driftSource } from "@/lib/sandbox/source/drift-source";
import { editConfig } from "@/lib/sandbox/source/edit-config";
import { columnEnabled } from "@/lib/sandbox/source/effective-state";
import { reload } from "@/lib/sandbox/source/reload";
import { tableColumns, toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import {
  newSchemaState,
  type SchemaChangeHandling,
  type SchemaState,
} from "@/lib/sandbox/source/schema-state";
import type { Source, SourceTable, SyncMode } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { composeTable } from "@/lib/sandbox/source/source-table";

const RUNS = { numRuns: rounds(250, 10_000), seed: 11 };
vi.setConfig({ testTimeout: rounds(30_000, 1_200_000) });

/** Fivetran as the sandbox plays it: a source and what is set about it. */
interface Far {
  source: Source;
  state: SchemaState;
}

const hostile = [
  "",
  ".",
  "..",
  "...",
  "__proto__",
  "constructor",
  "toString",
  "a/b",
  'a"b\\',
  "Name",
  "name",
  "🎂",
  "\u202Ex",
  "\ud800",
  "n".repeat(1000),
  "ключ",
  "0",
  "-1",
];
const name = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "grapheme", maxLength: 12 }));
const few = <T>(arbitrary: fc.Arbitrary<T>, key: (item: T) => string, maxLength: number) =>
  fc.uniqueArray(arbitrary, { selector: key, minLength: 1, maxLength });

const column = fc
  .record({ name, kind: fc.constantFrom("plain", "plain", "plain", "key", "unreadable", "deleted") })
  .map(({ name, kind }) =>
    composeColumn({
      name,
      is_primary_key: kind === "key",
      deleted: kind === "deleted",
      ...(kind === "unreadable" && { unreadable: "No rights." }),
    }),
  );
const table: fc.Arbitrary<SourceTable> = fc
  .record({
    name,
    columns: few(column, (one) => one.name, 5),
    kind: fc.constantFrom("plain", "plain", "plain", "system", "unreadable", "deleted", "whole"),
    modes: fc.constantFrom<SyncMode[]>([], ["SOFT_DELETE", "LIVE"], ["SOFT_DELETE", "HISTORY", "LIVE"]),
  })
  .map(({ name, columns, kind, modes }) =>
    composeTable({
      name,
      columns,
      system: kind === "system",
      deleted: kind === "deleted",
      supports_columns_config: kind !== "whole",
      sync_modes: modes,
      ...(kind === "unreadable" && { unreadable: "No rights." }),
    }),
  );
const source = few(fc.record({ name, tables: few(table, (one) => one.name, 4) }), (one) => one.name, 3).map(
  (schemas): Source => ({
    service: "postgres",
    kind: "database",
    prefix: "p",
    version: 0,
    schemas: new Map(
      schemas.map(({ name, tables }) => [
        name,
        {
          // Of a column only its name and that it was there from the start.
          ...composeColumn({ name }),
          tables: new Map(tables.map((one) => [one.name, one])),
        },
      ]),
    ),
  }),
);

interface Edit {
  nodes: number[];
  field: SchemaField;
  value: boolean | string;
}
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    nodes: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    field: fc.constantFrom("enabled" as const, "enabled" as const, "hashed" as const),
    value: fc.boolean(),
  }),
  fc.record({
    nodes: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    field: fc.constant("sync_mode" as const),
    value: fc.constantFrom("SOFT_DELETE", "LIVE", "HISTORY"),
  }),
);
const policy = fc.constantFrom(...SCHEMA_CHANGE_HANDLING);
/** What someone does in the editor before applying once. */
const session = fc.record({
  policy: fc.option(policy, { freq: 2 }),
  first: fc.array(edit, { maxLength: 5 }),
  last: fc.array(edit, { maxLength: 5 }),
});
type Session = typeof session extends fc.Arbitrary<infer S> ? S : never;
const far: fc.Arbitrary<Far> = fc
  .record({ source, policy, past: fc.array(session, { maxLength: 3 }) })
  .map(({ source, policy, past }) => {
    const start: Far = { source, state: reload(newSchemaState(policy), source) };
    return past.reduce((at, one) => send(at, changesOf(all(at), one)), start);
  });

function send({ source, state }: Far, changes: SchemaChanges): Far {
  const body = SchemaConfigChange.parse(JSON.parse(patchOf(changes)));
  return { source, state: settled(editConfig(state, source, body), source) };
}

/**
 * Fivetran does not say whether a column that is stored for its hash alone goes on following the policy, and no answer
 * tells it from one whose flag was set. Here it keeps the flag that it shows, as the model takes it.
 */
function settled(state: SchemaState, source: Source): SchemaState {
  const schemas = new Map(state.schemas);
  for (const [s, schema] of schemas) {
    const tables = new Map(schema.tables);
    for (const [t, edit] of tables) {
      const columns = new Map(edit.columns);
      for (const [c, own] of columns) {
        const column = source.schemas.get(s)?.tables.get(t)?.columns().get(c);
        if (column && !column.lock) columns.set(c, { enabled: columnEnabled(state, edit, column), ...own });
      }
      tables.set(t, { ...edit, columns });
    }
    schemas.set(s, { ...schema, tables });
  }
  return { ...state, schemas };
}

const config = ({ source, state }: Far): SchemaTree => buildTree(toSchemaConfig(state, source));

function lists({ source, state }: Far): TableColumnsAnswer[] {
  const answers: TableColumnsAnswer[] = [];
  for (const schema of source.schemas.values()) {
    for (const table of schema.tables.values()) {
      if (!table.supports_columns_config) continue;
      const { columns } = tableColumns(state, source, schema.name, table.name);
      answers.push({
        schema: schema.name,
        table: table.name,
        read_at: 1_000_000,
        columns: Object.entries(columns).map(([name, one]) => ({
          name,
          name_in_destination: one.name_in_destination,
          enabled: one.enabled,
          hashed: one.hashed,
          is_primary_key: one.is_primary_key === true,
          lock: one.enabled_patch_settings.allowed
            ? null
            : {
                code: one.enabled_patch_settings.reason_code ?? "",
                reason: one.enabled_patch_settings.reason ?? "",
              },
          is_new: false,
        })),
      });
    }
  }
  return answers;
}

/** The tree with all columns of all tables. */
const all = (at: Far): SchemaTree => withColumnLists(config(at), lists(at), "newer");

/** The tree with the lists of every other table. */
const some = (at: Far): SchemaTree =>
  withColumnLists(
    config(at),
    lists(at).filter((_, index) => index % 2 === 0),
    "newer",
  );

/** Every value that Fivetran has, of every item that the source has, known to the editor or not. */
function truth(at: Far): Map<string, unknown> {
  const values = new Map<string, unknown>([["policy", at.state.policy]]);
  const { schemas } = toSchemaConfig(at.state, at.source);
  for (const [s, schema] of Object.entries(schemas)) {
    values.set(JSON.stringify([s]), schema.enabled);
    for (const [t, one] of Object.entries(schema.tables)) {
      const lost = one.enabled_patch_settings.reason_code === "DELETED";
      values.set(JSON.stringify([s, t]), lost ? "lost" : [one.enabled, one.sync_mode ?? ""]);
    }
  }
  for (const answer of lists(at)) {
    for (const one of answer.columns) {
      const lost =
        one.lock?.code === "DELETED" || values.get(JSON.stringify([answer.schema, answer.table])) === "lost";
      if (lost) continue;
      values.set(JSON.stringify([answer.schema, answer.table, one.name]), [one.enabled, one.hashed]);
    }
  }
  return values;
}

function work(editor: SchemaEditor, edits: readonly Edit[]): void {
  const count = nodeCount(editor.tree);
  for (const { nodes, field, value } of edits)
    editor.set(
      nodes.map((node) => node % count),
      field,
      value,
    );
}

function run(editor: SchemaEditor, { policy, first, last }: Session): SchemaEditor {
  work(editor, first);
  if (policy) editor.setPolicy(policy);
  work(editor, last);
  return editor;
}

const changesOf = (tree: SchemaTree, one: Session): SchemaChanges =>
  run(new SchemaEditor(tree, ""), one).changes();

/** What the editor shows of every node. */
function shown(editor: SchemaEditor): Map<string, unknown> {
  const values = new Map<string, unknown>([["policy", editor.policy()]]);
  for (let node = 0; node < nodeCount(editor.tree); node += 1) {
    const kind = editor.kindOf(node);
    const on = editor.isEnabled(node);
    const lost = editor.lockOf(node)?.code === "DELETED";
    if (lost && kind === "column") continue;
    const value =
      kind === "schema" ? on : [on, kind === "table" ? editor.modeOf(node) : editor.isHashed(node)];
    values.set(JSON.stringify(editor.pathOf(node)), lost ? "lost" : value);
  }
  return values;
}

const NOTHING: SchemaChanges = { schemas: [] };

test("what the editor shows is what Fivetran has after one request", () => {
  fc.assert(
    fc.property(far, session, fc.constantFrom(all, some), (at, one, look) => {
      const editor = run(new SchemaEditor(look(at), ""), one);
      const after = send(at, editor.changes());
      const real = truth(after);
      for (const [path, value] of shown(editor)) expect([path, value]).toEqual([path, real.get(path)]);
      expect(bindChanges(look(after), editor.changes())).toMatchObject({ changes: NOTHING, conflicts: [] });
      // Of a locked column nobody can tell before it is known.
      const expected = applyChanges(editor.tree, editor.changes());
      if (look === all) expect(compareTrees(expected, all(after))).toEqual(NOTHING);
    }),
    RUNS,
  );
});

test("the difference of two states, applied to the one, gives the other", () => {
  fc.assert(
    fc.property(far, fc.array(session, { maxLength: 3 }), (a, sessions) => {
      const b = sessions.reduce((at, one) => send(at, changesOf(all(at), one)), a);
      const difference = compareTrees(all(a), all(b));
      const bound = bindChanges(all(a), difference);
      expect(bound).toEqual({ changes: difference, conflicts: [], already: 0 });
      expect(truth(send(a, difference))).toEqual(truth(b));
      expect(compareTrees(applyChanges(all(a), difference), all(b))).toEqual(NOTHING);
    }),
    RUNS,
  );
});

test("columns that become known, or unknown, are no difference", () => {
  fc.assert(
    fc.property(
      far,
      fc.constantFrom(config, some, all),
      fc.constantFrom(config, some, all),
      (at, one, two) => {
        expect(compareTrees(one(at), two(at))).toEqual(NOTHING);
        expect(compareTrees(config(at), withColumnLists(config(at), lists(at), "older"))).toEqual(NOTHING);
      },
    ),
    RUNS,
  );
});

/** The part of some changes whose item `keep` picks, a table's own fields and each column being items. */
function part(changes: SchemaChanges, keep: (path: readonly string[]) => boolean): SchemaChanges {
  return {
    schemas: changes.schemas.map(({ tables = [], enabled, name: s }) => ({
      name: s,
      ...(enabled && keep([s]) && { enabled }),
      tables: tables.map(({ columns = [], enabled, sync_mode, name: t }) => ({
        name: t,
        ...(enabled && keep([s, t]) && { enabled }),
        ...(sync_mode && keep([s, t]) && { sync_mode }),
        columns: columns.filter((one) => keep([s, t, one.name])),
      })),
    })),
  };
}

test("changes that do not meet merge, whoever is first", () => {
  fc.assert(
    fc.property(far, session, fc.nat(6), (at, one, salt) => {
      const changes = changesOf(all(at), { ...one, policy: null });
      const mine = (path: readonly string[]) => (JSON.stringify(path).length + salt) % 2 === 0;
      const left = part(changes, mine);
      const right = part(changes, (path) => !mine(path));
      const both = (first: SchemaChanges, second: SchemaChanges) => {
        const between = send(at, first);
        const bound = bindChanges(all(between), second);
        expect(bound.conflicts).toEqual([]);
        expect(bound.already).toBe(0);
        return truth(send(between, bound.changes));
      };
      expect(both(left, right)).toEqual(both(right, left));
      expect(both(left, right)).toEqual(truth(send(at, changes)));
    }),
    RUNS,
  );
});

const applied = (changes: SchemaChanges) => ({ number: 1, cause: "apply" as const, actor: "me", changes });

test("taking changes back gives the state before, the columns that BLOCK_ALL held back included", () => {
  fc.assert(
    fc.property(far, session, (at, one) => {
      const changes = changesOf(all(at), one);
      const after = send(at, changes);
      const back = bindChanges(config(after), undoOf(applied(changes), [], "me").changes);
      expect(back.conflicts).toEqual([]);
      let undone = send(after, back.changes);
      if (back.changes.schema_change_handling?.[1] === "BLOCK_ALL") {
        undone = send(undone, atOnce(blockAgain(config(after), config(undone))));
      }
      expect(truth(undone)).toEqual(truth(at));
    }),
    RUNS,
  );
});

describe("nothing locked is sent", () => {
  test("by a draft, whatever was drafted and wherever it is bound", () => {
    fc.assert(
      fc.property(far, far, session, (at, other, one) => {
        const changes = changesOf(all(at), one);
        // The sandbox refuses a whole request for one locked item in it.
        expect(() => send(at, changes)).not.toThrow();
        expect(() => send(other, bindChanges(all(other), changes).changes)).not.toThrow();
        expect(() => send(other, bindChanges(config(other), NOTHING).changes)).not.toThrow();
      }),
      RUNS,
    );
  });
});

test("a draft survives a rebase onto any later state, what cannot be kept being told", () => {
  fc.assert(
    fc.property(far, session, session, fc.constantFrom(config, some, all), (at, mine, theirs, look) => {
      const editor = run(new SchemaEditor(all(at), ""), mine);
      const before = changeCounts(editor.changes()).total;
      const later = send(at, changesOf(all(at), theirs));
      const bound = bindChanges(look(later), editor.changes());
      const conflicts = editor.rebase(look(later), "", 0);
      expect(conflicts).toEqual(bound.conflicts);
      // Beside a change of the policy the flag of a column may have to be settled that had not to be before.
      const total = changeCounts(editor.changes()).total + conflicts.length + bound.already;
      if (mine.policy) expect(total).toBeGreaterThanOrEqual(before);
      else expect(total).toBe(before);
      expect(editor.changes()).toEqual(new SchemaEditor(look(later), "", bound.changes).changes());
      expect(editor.counts()).toEqual(changeCounts(editor.changes()));
    }),
    RUNS,
  );
});

test("undo and redo walk the same states, lists arriving and trees changing between", () => {
  fc.assert(
    fc.property(far, session, fc.boolean(), (at, one, moved) => {
      const editor = new SchemaEditor(config(at), "");
      const states = [editor.changes()];
      const steps = [...one.first, ...(one.policy ? [one.policy] : []), ...one.last];
      for (const step of steps) {
        const before = editor.getVersion();
        if (typeof step === "string") editor.setPolicy(step as SchemaChangeHandling);
        else work(editor, [step]);
        if (editor.getVersion() > before) states.push(editor.changes());
      }
      for (const answer of lists(at)) editor.withColumns(answer);
      if (moved) editor.rebase(all(at), "", 0);
      for (const state of states.toReversed()) {
        expect(editor.changes()).toEqual(state);
        editor.undo();
      }
      expect(editor.canUndo).toBe(false);
      expect(editor.changes()).toEqual(NOTHING);
      for (const state of states.slice(1)) {
        editor.redo();
        expect(editor.changes()).toEqual(state);
      }
      expect(editor.counts()).toEqual(changeCounts(editor.changes()));
    }),
    RUNS,
  );
});

test("what the source gains and loses is told as that", () => {
  fc.assert(
    fc.property(far, name, name, (at, t, c) => {
      const [s] = at.source.schemas.keys();
      fc.pre(s !== undefined && !at.source.schemas.get(s)?.tables.has(t) && s !== "" && t !== "" && c !== "");
      const source = driftSource(at.source, { kind: "add_table", schema: s ?? "", table: t, columns: [c] });
      const after = { source, state: reload(at.state, source) };
      const on = at.state.policy === "ALLOW_ALL";
      expect(compareTrees(config(at), config(after)).schemas).toEqual([
        { name: s, tables: [{ name: t, seen: "appeared", ...(on && { enabled: [false, true] }) }] },
      ]);
      const dropped = driftSource(source, { kind: "drop_table", schema: s ?? "", table: t });
      const gone = { source: dropped, state: reload(after.state, dropped) };
      expect(compareTrees(config(after), config(gone)).schemas).toMatchObject([
        { name: s, tables: [{ name: t, seen: "deleted" }] },
      ]);
    }),
    RUNS,
  );
});
