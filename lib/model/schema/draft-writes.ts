import { type Draft, SETS_ENABLED, SETS_HASHED, SETS_KEY, withWish } from "@/lib/model/schema/draft";
import type { DraftHistory } from "@/lib/model/schema/draft-history";
import { editable } from "@/lib/model/schema/editable";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { NodeKind } from "@/lib/model/schema/node-ids";
import type { ColumnChange, SchemaChanges, SchemaField } from "@/lib/model/schema/schema-changes";
import { columnsOf, HASHED, KEY, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";

/** Sets one field of one item, unless it is so already or cannot be. `table` is a column's. */
export function setField(
  history: DraftHistory,
  kind: NodeKind,
  place: number,
  table: number,
  field: SchemaField,
  value: boolean | string,
): "changed" | "already" | "locked" | "unsupported" {
  const { draft } = history;
  const answer = editable(draft.tree, kind, place, field, value, kind === "column" ? table : undefined);
  if (answer !== "yes") return answer;
  if (field === "sync_mode") {
    const mode = String(value);
    if (draft.modeOf(place) === mode) return "already";
    history.setMode(place, mode === draft.modeWas(place) ? 0 : draft.modeWish(mode));
    return "changed";
  }
  const on = value === true;
  if (kind === "schema") {
    if (draft.schemaEnabled(place) === on) return "already";
    history.setSchema(place, withWish(draft.schemas[place] ?? 0, SETS_ENABLED, on, draft.schemaWas(place)));
    return "changed";
  }
  if (kind === "table") {
    if (draft.tableEnabled(place) === on) return "already";
    history.setTable(place, withWish(draft.tables[place] ?? 0, SETS_ENABLED, on, draft.tableWas(place)));
    return "changed";
  }
  return setColumnField(history, place, table, field, on);
}

function setColumnField(
  history: DraftHistory,
  column: number,
  table: number,
  field: SchemaField,
  on: boolean,
): "changed" | "already" {
  const { draft } = history;
  const wish = draft.columns[column] ?? 0;
  if (field === "enabled") {
    if (draft.columnEnabled(column, table) === on) return "already";
    history.setColumn(column, table, withWish(wish, SETS_ENABLED, on, draft.columnWas(column, table)));
  } else if (field === "hashed") {
    if (draft.columnHashed(column) === on) return "already";
    history.setColumn(column, table, withWish(wish, SETS_HASHED, on, draft.columnHas(column, HASHED)));
  } else {
    if (draft.columnKey(column) === on) return "already";
    history.setColumn(column, table, withWish(wish, SETS_KEY, on, draft.columnHas(column, KEY)));
  }
  return "changed";
}

/** Takes every wish of the draft back. */
export function discardDraft(history: DraftHistory): void {
  const { draft } = history;
  const { tree } = draft;
  for (let schema = 0; schema < schemaCount(tree); schema += 1) {
    if (draft.schemas[schema]) history.setSchema(schema, 0);
  }
  for (let table = 0; table < tableCount(tree); table += 1) {
    if (draft.tableModes[table]) history.setMode(table, 0);
    const [from, to] = columnsOf(tree, table);
    for (let column = from; column < to; column += 1) {
      if (draft.columns[column]) history.setColumn(column, table, 0);
    }
    for (const name of [...(draft.unknown.get(table)?.keys() ?? [])]) history.setUnknown(table, name, 0);
    if (draft.tables[table]) history.setTable(table, 0);
  }
  if (draft.policy !== null) history.setPolicy(null);
}

/** Writes changes that `bindChanges` found possible on the draft's tree. */
export function writeChanges(history: DraftHistory, changes: SchemaChanges): void {
  const { draft } = history;
  const { tree } = draft;
  if (changes.schema_change_handling) history.setPolicy(changes.schema_change_handling[1]);
  for (const change of changes.schemas) {
    const schema = findSchema(tree, change.name);
    if (schema < 0) continue;
    if (change.enabled) {
      history.setSchema(schema, withWish(0, SETS_ENABLED, change.enabled[1], !change.enabled[1]));
    }
    for (const one of change.tables ?? []) {
      const table = findTable(tree, schema, one.name);
      if (table < 0) continue;
      if (one.enabled) history.setTable(table, withWish(0, SETS_ENABLED, one.enabled[1], !one.enabled[1]));
      if (one.sync_mode) history.setMode(table, draft.modeWish(one.sync_mode[1]));
      if (one.columns) writeColumns(history, draft, table, one.columns);
    }
  }
}

function writeColumns(
  history: DraftHistory,
  { tree }: Draft,
  table: number,
  columns: readonly ColumnChange[],
): void {
  const find = columnFinder(tree, table, columns.length);
  for (const change of columns) {
    const column = find(change.name);
    let wish = 0;
    if (change.enabled) wish = withWish(wish, SETS_ENABLED, change.enabled[1], !change.enabled[1]);
    if (change.hashed) wish = withWish(wish, SETS_HASHED, change.hashed[1], !change.hashed[1]);
    if (change.is_primary_key) {
      wish = withWish(wish, SETS_KEY, change.is_primary_key[1], !change.is_primary_key[1]);
    }
    if (column >= 0) history.setColumn(column, table, wish);
    else history.setUnknown(table, change.name, wish);
  }
}
