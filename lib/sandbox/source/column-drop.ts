import type { DropColumns } from "@/lib/contract/schema-bodies";
import { AppError } from "@/lib/errors";
import { capturedVersion, columnEnabled } from "@/lib/sandbox/source/effective-state";
import { requireColumns, requireConfig } from "@/lib/sandbox/source/schema-config";
import type { ColumnNames, SchemaState, TableEdit } from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";
import { columnIn, schemaOf, tableOf } from "@/lib/sandbox/source/source-lookup";

/**
 * Marks blocked columns, all or none, to be dropped from the destination at the next sync.
 * @throws AppError `not_found` (upstream 404) without a config or for an unknown name, `invalid` (upstream 400) for a
 * table without column config, `conflict` (upstream 409) for a column that is not blocked.
 */
export function markDrops(state: SchemaState, source: Source, { schemas }: DropColumns): SchemaState {
  requireConfig(state);
  const version = capturedVersion(state);
  const drops = new Map(state.drops);
  for (const [schemaName, { tables }] of Object.entries(schemas)) {
    const schema = schemaOf(source, version, schemaName);
    const marked = new Map(drops.get(schemaName));
    for (const [tableName, { columns }] of Object.entries(tables)) {
      const table = tableOf(schema, version, tableName);
      requireColumns(table);
      const known = table.columns();
      const edit = state.schemas.get(schemaName)?.tables.get(tableName);
      for (const name of columns) {
        if (columnEnabled(state, edit, columnIn(known, table, source.version, name))) throw notBlocked(name);
      }
      marked.set(tableName, new Set([...(marked.get(tableName) ?? []), ...columns]));
    }
    drops.set(schemaName, marked);
  }
  return { ...state, drops };
}

/** What a sync does about the marks: columns that are still blocked are dropped, the others keep syncing. */
export function dropMarked(state: SchemaState, source: Source): SchemaState {
  if (state.drops.size === 0) return state;
  const schemas = new Map(state.schemas);
  for (const [name, marks] of state.drops) {
    const tables = new Map(schemas.get(name)?.tables);
    for (const [key, columns] of marks) {
      tables.set(key, withoutDropped(state, source, [name, key, columns], tables.get(key)));
    }
    schemas.set(name, { ...schemas.get(name), tables });
  }
  return { ...state, schemas, drops: NO_DROPS };
}

const NO_DROPS: ColumnNames = new Map();

function withoutDropped(
  state: SchemaState,
  source: Source,
  [schema, table, names]: readonly [schema: string, table: string, names: ReadonlySet<string>],
  edit: TableEdit = { columns: new Map() },
): TableEdit {
  const known = source.schemas.get(schema)?.tables.get(table)?.columns();
  const columns = new Map(edit.columns);
  for (const name of names) {
    const column = known?.get(name);
    if (!column || columnEnabled(state, edit, column)) continue;
    columns.set(name, { ...columns.get(name), enabled: false, dropped: true });
  }
  return { ...edit, columns };
}

function notBlocked(name: string): AppError {
  return new AppError("conflict", `Column '${name}' is not blocked.`, {
    facts: { upstream_code: "Conflict", upstream_status: 409 },
  });
}
