import { AppError } from "@/lib/errors";
import { capturedVersion } from "@/lib/sandbox/source/effective-state";
import { requireColumns, requireConfig } from "@/lib/sandbox/source/schema-config";
import type { ColumnEdit, SchemaEdit, SchemaState, TableEdit } from "@/lib/sandbox/source/schema-state";
import type { Lifetime, Lock, Source } from "@/lib/sandbox/source/source";
import { columnOf, goneAt, schemaOf, tableOf } from "@/lib/sandbox/source/source-lookup";

const NO_SCHEMA_EDIT: SchemaEdit = { tables: new Map() };
const NO_TABLE_EDIT: TableEdit = { columns: new Map() };

/**
 * Stores what a person sets on a schema; children keep their own flags.
 * @throws AppError `not_found` (upstream 404) without a config or for an unknown name.
 */
export function editSchema(state: SchemaState, source: Source, name: string, enabled: boolean): SchemaState {
  requireConfig(state);
  schemaOf(source, capturedVersion(state), name);
  const edit = state.schemas.get(name) ?? NO_SCHEMA_EDIT;
  return { ...state, schemas: new Map(state.schemas).set(name, { ...edit, enabled }) };
}

/**
 * Stores what a person sets on a table; absent keys stay as they are.
 * @throws AppError `not_found` (upstream 404) as above, `invalid` (upstream 400 InvalidInput) for the flag of a locked
 * or deleted table or a sync mode it does not have.
 */
export function editTable(
  state: SchemaState,
  source: Source,
  [schemaName, tableName]: readonly [schema: string, table: string],
  change: Pick<TableEdit, "enabled" | "sync_mode">,
): SchemaState {
  requireConfig(state);
  const version = capturedVersion(state);
  const table = tableOf(schemaOf(source, version, schemaName), version, tableName);
  if (change.enabled !== undefined) requireUnlocked(version, `Table '${tableName}'`, table);
  if (change.sync_mode !== undefined && !table.sync_modes.includes(change.sync_mode)) {
    throw refusal(`Table '${tableName}' cannot sync in mode ${change.sync_mode}.`);
  }
  return withTable(state, schemaName, tableName, (edit) => ({ ...edit, ...given(change) }));
}

/**
 * Stores what a person sets on a column; absent keys stay as they are.
 * @throws AppError as `editTable`, and `invalid` for a table that has no column config.
 */
export function editColumn(
  state: SchemaState,
  source: Source,
  [schemaName, tableName, name]: readonly [schema: string, table: string, column: string],
  change: ColumnEdit,
): SchemaState {
  requireConfig(state);
  const version = capturedVersion(state);
  const table = tableOf(schemaOf(source, version, schemaName), version, tableName);
  requireColumns(table);
  const column = columnOf(table, source.version, name);
  if (change.enabled !== undefined) requireUnlocked(version, `Column '${name}'`, column);
  return withTable(state, schemaName, tableName, (edit) => ({
    ...edit,
    columns: new Map(edit.columns).set(name, { ...edit.columns.get(name), ...given(change) }),
  }));
}

function withTable(
  state: SchemaState,
  schema: string,
  table: string,
  change: (edit: TableEdit) => TableEdit,
): SchemaState {
  const edit = state.schemas.get(schema) ?? NO_SCHEMA_EDIT;
  const tables = new Map(edit.tables).set(table, change(edit.tables.get(table) ?? NO_TABLE_EDIT));
  return { ...state, schemas: new Map(state.schemas).set(schema, { ...edit, tables }) };
}

function given<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function requireUnlocked(version: number, what: string, item: Lifetime & { lock: Lock | null }): void {
  if (goneAt(version, item)) throw refusal(`${what} is gone from the source.`);
  if (item.lock) throw refusal(`${what} cannot be switched. ${item.lock.reason}`);
}

function refusal(message: string): AppError {
  return new AppError("invalid", message, { facts: { upstream_code: "InvalidInput", upstream_status: 400 } });
}
