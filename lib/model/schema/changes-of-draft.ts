import {
  type Draft,
  ENABLED_CHANGES,
  HASHED_CHANGES,
  KEY_CHANGES,
  TO_HASHED,
  TO_KEY,
} from "@/lib/model/schema/draft";
import type {
  Change,
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  TableChange,
} from "@/lib/model/schema/schema-changes";
import {
  columnName,
  columnsOf,
  ENABLED,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";
import type { Tally } from "@/lib/model/schema/tally";

/**
 * A draft by name, in the order of its tree. Looks only where something is changed.
 * @param without tables with a place of 0 or more here are left out
 */
export function changesOfDraft(draft: Draft, tally: Tally, without?: Int32Array): SchemaChanges {
  const { tree, policy } = draft;
  const shared: SharedChanges = new Map();
  const schemas: SchemaChange[] = [];
  for (let schema = 0; schema < schemaCount(tree); schema += 1) {
    const on = draft.schemaEnabled(schema);
    const was = draft.schemaWas(schema);
    const below = (tally.schemaChanged[schema] ?? 0) > 0;
    if (on === was && !below) continue;
    const change: SchemaChange = { name: schemaName(tree, schema) };
    if (on !== was) change.enabled = [was, on];
    if (below) change.tables = tablesOfDraft(draft, tally, schema, shared, without);
    schemas.push(change);
  }
  const policyWas = tree.schema_change_handling;
  if (policy === null || policy === policyWas) return { schemas };
  return { schema_change_handling: [policyWas, policy], schemas };
}

function tablesOfDraft(
  draft: Draft,
  tally: Tally,
  schema: number,
  shared: SharedChanges,
  without: Int32Array | undefined,
): TableChange[] {
  const { tree } = draft;
  const tables: TableChange[] = [];
  const [from, to] = tablesOf(tree, schema);
  for (let table = from; table < to; table += 1) {
    if (without && (without[table] ?? -1) >= 0) continue;
    const on = draft.tableEnabled(table);
    const was = draft.tableWas(table);
    const moved = (draft.tableModes[table] ?? 0) > 0 && draft.modeOf(table) !== draft.modeWas(table);
    const below = (tally.tableChanged[table] ?? 0) > 0;
    if (on === was && !moved && !below) continue;
    const change: TableChange = { name: tableName(tree, table) };
    if (on !== was) change.enabled = [was, on];
    if (moved) change.sync_mode = [draft.modeWas(table), draft.modeOf(table)];
    if (below) change.columns = columnsOfDraft(draft, table, shared);
    tables.push(change);
  }
  return tables;
}

/** Changes made so far by the label of their column and what they change: there may be a million, of few names. */
type SharedChanges = Map<number, ColumnChange>;

/** The same of the columns of one table. */
export function columnsOfDraft(
  draft: Draft,
  table: number,
  shared: SharedChanges = new Map(),
): ColumnChange[] {
  const { tree, columns: wishes } = draft;
  const columns: ColumnChange[] = [];
  const [from, to] = columnsOf(tree, table);
  for (let column = from; column < to; column += 1) {
    const wish = wishes[column] ?? 0;
    if (wish === 0) continue;
    const change = draft.columnChange(column, table);
    if (change === 0) continue;
    const is = draft.columnHas(column, ENABLED);
    const on = (change & ENABLED_CHANGES) !== 0 && draft.columnEnabled(column, table);
    const key = (tree.columns.label[column] ?? 0) * KINDS + kindOf(change, wish, is, on);
    let made = shared.get(key);
    if (!made) {
      made = named(columnName(tree, column), change, wish, is, on);
      shared.set(key, made);
    }
    columns.push(made);
  }
  for (const [name, wish] of draft.unknown.get(table) ?? []) {
    const change = draft.unknownChange(wish, table);
    if (change === 0) continue;
    columns.push(named(name, change, wish, draft.unknownIs(table), draft.unknownEnabled(wish, table)));
  }
  return columns;
}

const KINDS = 128;

/** A number below `KINDS` for all that `named` looks at but the name. */
const kindOf = (change: number, wish: number, is: boolean, on: boolean): number =>
  change |
  ((wish & TO_HASHED) !== 0 ? 8 : 0) |
  ((wish & TO_KEY) !== 0 ? 16 : 0) |
  (is ? 32 : 0) |
  (on ? 64 : 0);

/** @param is whether the column is on, and `on` whether it will be */
function named(name: string, change: number, wish: number, is: boolean, on: boolean): ColumnChange {
  const toHashed = (wish & TO_HASHED) !== 0;
  const hashed = flip(!toHashed, toHashed);
  // Made with all that they hold: to give a hundred thousand a field more takes as long again.
  if (change === HASHED_CHANGES) return { name, hashed };
  const enabled = flip(is, on);
  if (change === ENABLED_CHANGES) return { name, enabled };
  const key = (wish & TO_KEY) !== 0;
  return {
    name,
    ...((change & ENABLED_CHANGES) !== 0 && { enabled }),
    ...((change & HASHED_CHANGES) !== 0 && { hashed }),
    ...((change & KEY_CHANGES) !== 0 && { is_primary_key: flip(!key, key) }),
  };
}

/** One pair for each kind of change: there may be a million. */
function flip(from: boolean, to: boolean): Change<boolean> {
  return FLIPS[(from ? 2 : 0) + (to ? 1 : 0)] ?? [from, to];
}

const FLIPS: readonly Change<boolean>[] = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
];
