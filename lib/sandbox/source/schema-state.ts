import type { EXCLUDE_MODES, SCHEMA_CHANGE_HANDLING } from "@/lib/model/schema-config";
import type { SyncMode } from "@/lib/sandbox/source/source";

export type SchemaChangeHandling = (typeof SCHEMA_CHANGE_HANDLING)[number];
export type ExcludeMode = (typeof EXCLUDE_MODES)[number];

/** What a person set on a column; what is absent was never set. */
export interface ColumnEdit {
  enabled?: boolean | undefined;
  hashed?: boolean | undefined;
  is_primary_key?: boolean | undefined;
}

export interface TableEdit {
  enabled?: boolean | undefined;
  sync_mode?: SyncMode | undefined;
  /** Source version at which BLOCK_ALL stored all columns of this table as enabled. */
  pinned?: number | undefined;
  columns: ReadonlyMap<string, ColumnEdit>;
}

export interface SchemaEdit {
  enabled?: boolean | undefined;
  tables: ReadonlyMap<string, TableEdit>;
}

/** One look at the source: schemas and tables first seen at this version start with `enabled`. */
export interface Capture {
  version: number;
  enabled: boolean;
}

/**
 * The stored schema config of a connection, as edits over its source. Immutable. Without captures there is no
 * config yet. Maps throughout, since `__proto__` is a legal name of a table.
 */
export interface SchemaState {
  policy: SchemaChangeHandling;
  captures: readonly Capture[];
  /** As `TableEdit.pinned`, for all tables at once; a table's own value wins. */
  pinned: number | null;
  schemas: ReadonlyMap<string, SchemaEdit>;
}

/** The state of a connection that has not looked at its source yet: Fivetran answers 404 for its schema config. */
export function newSchemaState(policy: SchemaChangeHandling = "ALLOW_ALL"): SchemaState {
  return { policy, captures: [], pinned: null, schemas: new Map() };
}

/** Whether the connection has a schema config, that is, has looked at its source by a sync or a reload. */
export function hasSchemaConfig(state: SchemaState): boolean {
  return state.captures.length > 0;
}
