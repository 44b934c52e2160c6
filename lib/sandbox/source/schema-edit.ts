import { editConfig } from "@/lib/sandbox/source/edit-config";
import type { ColumnEdit, SchemaState, TableEdit } from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";

/** As `editConfig`, for one schema's own flag; children keep theirs. */
export function editSchema(state: SchemaState, source: Source, name: string, enabled: boolean): SchemaState {
  return editConfig(state, source, { schemas: { [name]: { enabled } } });
}

/** As `editConfig`, for one table. */
export function editTable(
  state: SchemaState,
  source: Source,
  [schema, table]: readonly [schema: string, table: string],
  change: Pick<TableEdit, "enabled" | "sync_mode">,
): SchemaState {
  return editConfig(state, source, { schemas: { [schema]: { tables: { [table]: change } } } });
}

/** As `editConfig`, for one column. */
export function editColumn(
  state: SchemaState,
  source: Source,
  [schema, table, column]: readonly [schema: string, table: string, column: string],
  change: ColumnEdit,
): SchemaState {
  const tables = { [table]: { columns: { [column]: change } } };
  return editConfig(state, source, { schemas: { [schema]: { tables } } });
}
