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

/** A draft by name, in the order of its tree. Looks only where something is changed. */
export function changesOfDraft(draft: Draft, tally: Tally): SchemaChanges {
  const { tree, policy } = draft;
  const schemas: SchemaChange[] = [];
  for (let schema = 0; schema < schemaCount(tree); schema += 1) {
    const on = draft.schemaEnabled(schema);
    const was = draft.schemaWas(schema);
    const below = (tally.schemaChanged[schema] ?? 0) > 0;
    if (on === was && !below) continue;
    const change: SchemaChange = { name: schemaName(tree, schema) };
    if (on !== was) change.enabled = [was, on];
    if (below) change.tables = tablesOfDraft(draft, tally, schema);
    schemas.push(change);
  }
  const policyWas = tree.schema_change_handling;
  if (policy === null || policy === policyWas) return { schemas };
  return { schema_change_handling: [policyWas, policy], schemas };
}

function tablesOfDraft(draft: Draft, tally: Tally, schema: number): TableChange[] {
  const { tree } = draft;
  const tables: TableChange[] = [];
  const [from, to] = tablesOf(tree, schema);
  for (let table = from; table < to; table += 1) {
    const on = draft.tableEnabled(table);
    const was = draft.tableWas(table);
    const moved = (draft.tableModes[table] ?? 0) > 0 && draft.modeOf(table) !== draft.modeWas(table);
    const below = (tally.tableChanged[table] ?? 0) > 0;
    if (on === was && !moved && !below) continue;
    const change: TableChange = { name: tableName(tree, table) };
    if (on !== was) change.enabled = [was, on];
    if (moved) change.sync_mode = [draft.modeWas(table), draft.modeOf(table)];
    if (below) change.columns = columnsOfDraft(draft, table);
    tables.push(change);
  }
  return tables;
}

/** The same of the columns of one table. */
export function columnsOfDraft(draft: Draft, table: number): ColumnChange[] {
  const { tree, columns: wishes } = draft;
  const columns: ColumnChange[] = [];
  const [from, to] = columnsOf(tree, table);
  for (let column = from; column < to; column += 1) {
    const wish = wishes[column] ?? 0;
    if (wish === 0) continue;
    const change = draft.columnChange(column, table);
    if (change === 0) continue;
    const named: ColumnChange = { name: columnName(tree, column) };
    if ((change & ENABLED_CHANGES) !== 0) {
      named.enabled = flip(draft.columnHas(column, ENABLED), draft.columnEnabled(column, table));
    }
    setRest(named, change, wish);
    columns.push(named);
  }
  for (const [name, wish] of draft.unknown.get(table) ?? []) {
    const change = draft.unknownChange(wish, table);
    if (change === 0) continue;
    const named: ColumnChange = { name };
    if ((change & ENABLED_CHANGES) !== 0) {
      named.enabled = flip(draft.unknownIs(table), draft.unknownEnabled(wish, table));
    }
    setRest(named, change, wish);
    columns.push(named);
  }
  return columns;
}

function setRest(named: ColumnChange, change: number, wish: number): void {
  const hashed = (wish & TO_HASHED) !== 0;
  if ((change & HASHED_CHANGES) !== 0) named.hashed = flip(!hashed, hashed);
  const key = (wish & TO_KEY) !== 0;
  if ((change & KEY_CHANGES) !== 0) named.is_primary_key = flip(!key, key);
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
