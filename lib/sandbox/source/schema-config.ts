import { AppError } from "@/lib/errors";
import type { Column, SchemaConfig, Table, TableColumns } from "@/lib/model/schema-config";
import {
  capturedVersion,
  columnEnabled,
  columnPinned,
  columnsFollow,
  schemaEnabled,
  tableEnabled,
} from "@/lib/sandbox/source/effective-state";
import { hasSchemaConfig, type SchemaState, type TableEdit } from "@/lib/sandbox/source/schema-state";
import type { Lock, Source, SourceColumn, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";
import { goneAt, knownAt, schemaOf, tableOf } from "@/lib/sandbox/source/source-lookup";

/**
 * The schema config as `GET /connections/{id}/schemas` answers it: all schemas and tables, and of the columns those that
 * a person or a switch to BLOCK_ALL ever set, that differ from the policy, or that are gone from the source. An
 * untouched table has `columns: {}`.
 * @throws AppError `not_found` (upstream 404 NotFound_SchemaConfig) before the first look at the source.
 */
export function toSchemaConfig(state: SchemaState, source: Source): SchemaConfig {
  requireConfig(state);
  return {
    ...configHead(state),
    schemas: named(knownSchemas(state, source), (schema) => ({
      ...schemaHead(state, schema),
      tables: named(knownTables(state, schema), (table) => tableOfConfig(state, schema, table)),
    })),
  };
}

/**
 * All columns of one table, as the columns endpoint reads them from the source now.
 * @throws AppError `not_found` (upstream 404) without a config or for an unknown name, `invalid` (upstream 400
 * InvalidInput) for a table that has no column config.
 */
export function tableColumns(
  state: SchemaState,
  source: Source,
  schemaName: string,
  tableName: string,
): TableColumns {
  requireConfig(state);
  const schema = schemaOf(source, capturedVersion(state), schemaName);
  const table = tableOf(schema, capturedVersion(state), tableName);
  requireColumns(table);
  const edit = state.schemas.get(schemaName)?.tables.get(tableName);
  return {
    columns: named(table.columns().values(), (column) => columnOfConfig(state, edit, column, source.version)),
  };
}

/** @throws AppError `not_found` (upstream 404 NotFound_SchemaConfig). */
export function requireConfig(state: SchemaState): void {
  if (hasSchemaConfig(state)) return;
  throw new AppError("not_found", "The connection has no schema config yet.", {
    facts: { upstream_code: "NotFound_SchemaConfig", upstream_status: 404 },
  });
}

/** @throws AppError `invalid` (upstream 400 InvalidInput). */
export function requireColumns(table: SourceTable): void {
  if (table.supports_columns_config) return;
  throw new AppError("invalid", `Table '${table.name}' has no column config.`, {
    facts: { upstream_code: "InvalidInput", upstream_status: 400 },
  });
}

export function configHead(state: SchemaState): Omit<SchemaConfig, "schemas"> {
  return { schema_change_handling: state.policy, enable_new_by_default: state.policy === "ALLOW_ALL" };
}

export function schemaHead(state: SchemaState, schema: SourceSchema) {
  return {
    name_in_destination: schema.name_in_destination,
    enabled: schemaEnabled(state, state.schemas.get(schema.name), schema),
  };
}

export function* knownSchemas(state: SchemaState, source: Source): Generator<SourceSchema> {
  const version = capturedVersion(state);
  for (const schema of source.schemas.values()) if (knownAt(version, schema)) yield schema;
}

export function* knownTables(state: SchemaState, schema: SourceSchema): Generator<SourceTable> {
  const version = capturedVersion(state);
  for (const table of schema.tables.values()) if (knownAt(version, table)) yield table;
}

export function tableOfConfig(state: SchemaState, schema: SourceSchema, table: SourceTable): Table {
  const version = capturedVersion(state);
  const edit = state.schemas.get(schema.name)?.tables.get(table.name);
  // What was pre-created may name a mode that the table turned out not to have.
  const sync_mode = table.sync_modes.find((mode) => mode === edit?.sync_mode) ?? table.sync_modes[0];
  return {
    ...(sync_mode && { sync_mode }),
    name_in_destination: table.name_in_destination,
    enabled: tableEnabled(state, edit, table),
    enabled_patch_settings: patchSettings(goneAt(version, table), table.lock),
    supports_columns_config: table.supports_columns_config,
    supports_history_mode: table.supports_history_mode,
    columns: table.supports_columns_config
      ? named(shownColumns(state, edit, table, version), (column) =>
          columnOfConfig(state, edit, column, version),
        )
      : {},
  };
}

function* shownColumns(state: SchemaState, edit: TableEdit | undefined, table: SourceTable, version: number) {
  const follow = columnsFollow(state);
  for (const column of table.columns().values()) {
    if (!knownAt(version, column) || columnHidden(state, edit, column, version)) continue;
    if (
      edit?.columns.has(column.name) ||
      columnPinned(state, edit, column) ||
      columnEnabled(state, edit, column) !== follow ||
      goneAt(version, column)
    ) {
      yield column;
    }
  }
}

/** Whether a dropped column left the config: where it would follow the policy again it stays, as blocked. */
function columnHidden(
  state: SchemaState,
  edit: TableEdit | undefined,
  column: SourceColumn,
  version: number,
): boolean {
  if (!edit?.columns.get(column.name)?.dropped || columnEnabled(state, edit, column)) return false;
  return goneAt(version, column) || !columnsFollow(state);
}

function columnOfConfig(
  state: SchemaState,
  edit: TableEdit | undefined,
  column: SourceColumn,
  version: number,
): Column {
  const own = edit?.columns.get(column.name);
  return {
    name_in_destination: column.name_in_destination,
    enabled: columnEnabled(state, edit, column),
    hashed: own?.hashed ?? false,
    enabled_patch_settings: patchSettings(goneAt(version, column), column.lock),
    is_primary_key: own?.is_primary_key ?? column.is_primary_key,
  };
}

function patchSettings<C extends string>(gone: boolean, lock: Lock<C> | null) {
  if (gone) return { allowed: false, reason_code: "DELETED" as const };
  if (lock) return { allowed: false, reason_code: lock.code, reason: lock.reason };
  return { allowed: true };
}

/** A map of the wire: `Object.fromEntries` makes `__proto__` an ordinary key. */
function named<I extends { name: string }, V>(items: Iterable<I>, view: (item: I) => V): Record<string, V> {
  return Object.fromEntries(Array.from(items, (item) => [item.name, view(item)]));
}
