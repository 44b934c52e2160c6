import type { ColumnChange, NewSchemaConfig, TableChange } from "@/lib/contract/schema-bodies";
import { SYNC_MODES } from "@/lib/model/schema-config";
import {
  hasSchemaConfig,
  newSchemaState,
  type SchemaState,
  type TableEdit,
} from "@/lib/sandbox/source/schema-state";
import type { Source, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { nameInDestination } from "@/lib/sandbox/source/source-names";
import { composeTable } from "@/lib/sandbox/source/source-table";

/** The state of a connection whose config was described before the first look at its source. */
export function preCreate({ schemas, schema_change_handling }: NewSchemaConfig): SchemaState {
  return {
    ...newSchemaState(schema_change_handling),
    pre_created: true,
    schemas: mapped(schemas, ({ enabled, tables }) => ({
      ...given({ enabled }),
      tables: mapped(tables, tableEdit),
    })),
  };
}

/**
 * State and source as far as Fivetran can tell: before the first look at its source a pre-created config knows exactly
 * the names in it, and nothing is locked.
 */
export function knownOf(state: SchemaState, source: Source): { state: SchemaState; source: Source } {
  if (hasSchemaConfig(state) || !state.pre_created) return { state, source };
  const imagined: Source = { ...source, version: 0, schemas: new Map() };
  const schemas = new Map<string, SourceSchema>();
  for (const [name, { tables }] of state.schemas) {
    const landed = nameInDestination(name);
    schemas.set(name, {
      name,
      name_in_destination: source.prefix === null ? landed : `${source.prefix}_${landed}`,
      since: 0,
      turns: [],
      tables: new Map(Array.from(tables, ([key, edit]) => [key, imaginedTable(key, edit)])),
    });
  }
  const captures = [{ version: 0, enabled: state.policy === "ALLOW_ALL" }];
  return { state: { ...state, captures }, source: { ...imagined, schemas } };
}

function tableEdit({ enabled, sync_mode, columns }: TableChange): TableEdit {
  return { ...given({ enabled, sync_mode }), columns: mapped(columns, (column) => given(column)) };
}

function imaginedTable(name: string, edit: TableEdit): SourceTable {
  const columns = Array.from(edit.columns.keys(), (column) => ({
    ...composeColumn({ name: column, is_primary_key: false }),
    lock: null,
  }));
  return composeTable({ name, columns, sync_modes: SYNC_MODES });
}

/** Without nulls, which stand for absent. */
function given<E extends ColumnChange | Pick<TableChange, "enabled" | "sync_mode">>(change: E) {
  const entries = Object.entries(change).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof E]: Exclude<E[K], null> };
}

function mapped<C, E>(named: Record<string, C> | null | undefined, edit: (change: C) => E): Map<string, E> {
  return new Map(Object.entries(named ?? {}).map(([name, change]) => [name, edit(change)]));
}
