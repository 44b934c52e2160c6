import type { SchemaChange, SchemaConfigChange, TableChange } from "@/lib/contract/schema-bodies";
import { checkColumn, checkTable } from "@/lib/sandbox/source/check-edit";
import { capturedVersion } from "@/lib/sandbox/source/effective-state";
import { switchPolicy } from "@/lib/sandbox/source/reload";
import { requireColumns, requireConfig } from "@/lib/sandbox/source/schema-config";
import type { ColumnEdit, SchemaEdit, SchemaState, TableEdit } from "@/lib/sandbox/source/schema-state";
import type { Source, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";
import { columnIn, schemaOf, tableOf } from "@/lib/sandbox/source/source-lookup";

const NO_SCHEMA_EDIT: SchemaEdit = { tables: new Map() };
const NO_TABLE_EDIT: TableEdit = { columns: new Map() };
const NO_COLUMN_EDIT: ColumnEdit = {};

/** What an edit is held against: the source, and the version of it that the config knows. */
interface Seen {
  source: Source;
  version: number;
}

/**
 * The config after a change as `PATCH /connections/{id}/schemas` takes it: the policy first, then what is set by name;
 * absent and null keys stay as they are. All or nothing; the same state where nothing differs. A map is copied once for
 * all that is set in it, so that 100,000 columns cost little more than their names.
 * @throws AppError `not_found` (upstream 404) without a config or for an unknown name, `invalid` (upstream 400
 * InvalidInput) for what `checkTable` and `checkColumn` refuse and for columns of a table without column config.
 */
export function editConfig(state: SchemaState, source: Source, change: SchemaConfigChange): SchemaState {
  requireConfig(state);
  const { schema_change_handling: policy, schemas: changes } = change;
  const ruled = policy ? switchPolicy(state, source, policy) : state;
  const seen = { source, version: capturedVersion(state) };
  const schemas = changed(ruled.schemas, changes, NO_SCHEMA_EDIT, (before, wanted, name) =>
    editedSchema(before, wanted, schemaOf(source, seen.version, name), seen),
  );
  return schemas === ruled.schemas ? ruled : { ...ruled, schemas };
}

function editedSchema(
  before: SchemaEdit,
  { enabled, tables: changes }: SchemaChange,
  schema: SourceSchema,
  seen: Seen,
): SchemaEdit {
  const tables = changed(before.tables, changes, NO_TABLE_EDIT, (edit, wanted, name) =>
    editedTable(edit, wanted, tableOf(schema, seen.version, name), seen),
  );
  return merged(tables === before.tables ? before : { ...before, tables }, { enabled });
}

function editedTable(
  before: TableEdit,
  { enabled, sync_mode, columns: changes }: TableChange,
  table: SourceTable,
  { source, version }: Seen,
): TableEdit {
  checkTable(table, { enabled, sync_mode }, version);
  if (changes && Object.keys(changes).length > 0) requireColumns(table);
  const known = changes ? table.columns() : new Map();
  const columns = changed(before.columns, changes, NO_COLUMN_EDIT, (edit, wanted, name) => {
    checkColumn(columnIn(known, table, source.version, name), wanted, source, version);
    return merged(edit, wanted);
  });
  return merged(columns === before.columns ? before : { ...before, columns }, { enabled, sync_mode });
}

/** The map with what became of the named items, or the same map where all stayed as it was. */
function changed<I, C>(
  before: ReadonlyMap<string, I>,
  changes: Record<string, C> | null | undefined,
  nothing: I,
  change: (item: I, wanted: C, name: string) => I,
): ReadonlyMap<string, I> {
  let after: Map<string, I> | null = null;
  for (const [name, wanted] of Object.entries(changes ?? {})) {
    const item = before.get(name) ?? nothing;
    const next = change(item, wanted, name);
    if (next === item) continue;
    after ??= new Map(before);
    after.set(name, next);
  }
  return after ?? before;
}

/** The edit with the values that are set; the same edit where none differs. */
function merged<E extends object>(edit: E, wanted: { readonly [K in keyof E]?: E[K] | null }): E {
  let next: E | null = null;
  for (const key of Object.keys(wanted) as (keyof E)[]) {
    const value = wanted[key];
    if (value === null || value === undefined || edit[key] === value) continue;
    next ??= { ...edit };
    next[key] = value;
  }
  return next ?? edit;
}
