import type { SchemaEdit, SchemaState, TableEdit } from "@/lib/sandbox/source/schema-state";
import type { SourceColumn, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";

/** The source version that the stored config knows; -1 before the first look. */
export function capturedVersion(state: SchemaState): number {
  return state.captures.at(-1)?.version ?? -1;
}

/** Whether the schema syncs: as a person set it, else as the policy of the day it was first seen. */
export function schemaEnabled(
  state: SchemaState,
  edit: SchemaEdit | undefined,
  schema: SourceSchema,
): boolean {
  return edit?.enabled ?? enabledWhenFirstSeen(state, schema.since);
}

/** The table's own flag, whatever its schema says: children of a disabled schema keep theirs. */
export function tableEnabled(state: SchemaState, edit: TableEdit | undefined, table: SourceTable): boolean {
  return table.lock?.enabled ?? edit?.enabled ?? enabledWhenFirstSeen(state, table.since);
}

/** The column's own flag, whatever its table says. */
export function columnEnabled(
  state: SchemaState,
  edit: TableEdit | undefined,
  column: SourceColumn,
): boolean {
  return (
    column.lock?.enabled ??
    edit?.columns.get(column.name)?.enabled ??
    (columnPinned(state, edit, column) || columnsFollow(state))
  );
}

/** What becomes of a column nobody set: synced with its table unless the policy blocks all. */
export function columnsFollow(state: SchemaState): boolean {
  return state.policy !== "BLOCK_ALL";
}

/** Whether a switch to BLOCK_ALL stored this column as enabled. */
export function columnPinned(state: SchemaState, edit: TableEdit | undefined, column: SourceColumn): boolean {
  const pinned = edit?.pinned ?? state.pinned;
  return pinned !== null && column.since <= pinned;
}

function enabledWhenFirstSeen(state: SchemaState, since: number): boolean {
  const capture = state.captures.find(({ version }) => version >= since);
  return capture?.enabled ?? state.policy === "ALLOW_ALL";
}
