import { capturedVersion, tableEnabled } from "@/lib/sandbox/source/effective-state";
import type {
  ExcludeMode,
  SchemaChangeHandling,
  SchemaEdit,
  SchemaState,
  TableEdit,
} from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";
import { goneAt, knownAt } from "@/lib/sandbox/source/source-lookup";

/**
 * Looks at the source and takes up what is new, as a reload does and, with PRESERVE, as each sync does. New schemas and
 * tables start as the policy says; what vanished shows as deleted. EXCLUDE and INCLUDE also disable or enable all
 * schemas and tables; EXCLUDE moreover disables the columns that a person had set, and no others
 * (D: rest-api/faq/exclude-mode-parameter).
 */
export function reload(
  state: SchemaState,
  { version }: Pick<Source, "version">,
  mode: ExcludeMode = "PRESERVE",
): SchemaState {
  if (mode !== "PRESERVE") {
    const enabled = mode === "INCLUDE";
    return { ...state, captures: [{ version, enabled }], schemas: forgetSwitches(state.schemas, enabled) };
  }
  if (version <= capturedVersion(state)) return state;
  return { ...state, captures: [...state.captures, { version, enabled: state.policy === "ALLOW_ALL" }] };
}

/**
 * Changes how new items are treated. A switch to BLOCK_ALL stores the columns of all tables that are enabled at that
 * moment as enabled, so that what syncs goes on; they then show in the schema config.
 */
export function switchPolicy(state: SchemaState, source: Source, policy: SchemaChangeHandling): SchemaState {
  if (policy === state.policy) return state;
  const next = { ...state, policy };
  const version = capturedVersion(state);
  if (policy !== "BLOCK_ALL" || version < 0) return next;

  const enabled = new Map<string, string[]>();
  let all = true;
  for (const schema of source.schemas.values()) {
    const edit = state.schemas.get(schema.name);
    const names: string[] = [];
    for (const table of schema.tables.values()) {
      if (!knownAt(version, table)) continue;
      const on = !goneAt(version, table) && tableEnabled(state, edit?.tables.get(table.name), table);
      if (on) names.push(table.name);
      else all = false;
    }
    enabled.set(schema.name, names);
  }
  return all
    ? { ...next, pinned: version, schemas: unpin(state.schemas) }
    : { ...next, schemas: pin(state.schemas, enabled, version) };
}

function forgetSwitches(schemas: SchemaState["schemas"], included: boolean): SchemaState["schemas"] {
  return mapTables(
    schemas,
    (table) => ({
      ...table,
      enabled: undefined,
      columns: included
        ? table.columns
        : new Map(
            [...table.columns].map(([name, column]) => [
              name,
              column.enabled === undefined ? column : { ...column, enabled: false },
            ]),
          ),
    }),
    { enabled: undefined },
  );
}

function unpin(schemas: SchemaState["schemas"]): SchemaState["schemas"] {
  return mapTables(schemas, (table) => ({ ...table, pinned: undefined }));
}

function pin(
  schemas: SchemaState["schemas"],
  enabled: ReadonlyMap<string, readonly string[]>,
  version: number,
): SchemaState["schemas"] {
  const next = new Map(schemas);
  for (const [name, tables] of enabled) {
    const edit: SchemaEdit = next.get(name) ?? { tables: new Map() };
    const pinned = new Map(edit.tables);
    for (const table of tables) {
      pinned.set(table, { ...(pinned.get(table) ?? { columns: new Map() }), pinned: version });
    }
    next.set(name, { ...edit, tables: pinned });
  }
  return next;
}

function mapTables(
  schemas: SchemaState["schemas"],
  change: (table: TableEdit) => TableEdit,
  set: Partial<SchemaEdit> = {},
): SchemaState["schemas"] {
  return new Map(
    [...schemas].map(([name, schema]) => [
      name,
      { ...schema, ...set, tables: new Map([...schema.tables].map(([key, table]) => [key, change(table)])) },
    ]),
  );
}
