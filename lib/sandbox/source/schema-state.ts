import type { EXCLUDE_MODES, SCHEMA_CHANGE_HANDLING } from "@/lib/model/schema-config";
import type { SyncMode } from "@/lib/sandbox/source/source";

export type SchemaChangeHandling = (typeof SCHEMA_CHANGE_HANDLING)[number];
export type ExcludeMode = (typeof EXCLUDE_MODES)[number];

/** What a person set on a column; what is absent was never set. */
export interface ColumnEdit {
  enabled?: boolean | undefined;
  hashed?: boolean | undefined;
  is_primary_key?: boolean | undefined;
  /** Set once a sync has dropped the column from the destination. */
  dropped?: boolean | undefined;
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

/** Names of columns by schema and table. */
export type ColumnNames = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** One look at the source: schemas and tables first seen at this version start with `enabled`. */
export interface Capture {
  version: number;
  enabled: boolean;
}

/**
 * The stored schema config of a connection, as edits over its source. Immutable. Without captures there is no
 * config yet, unless one was pre-created. Maps throughout, since `__proto__` is a legal name of a table.
 */
export interface SchemaState {
  policy: SchemaChangeHandling;
  captures: readonly Capture[];
  /** Whether a client described the config before the first look at the source. */
  pre_created: boolean;
  /** As `TableEdit.pinned`, for all tables at once; a table's own value wins. */
  pinned: number | null;
  schemas: ReadonlyMap<string, SchemaEdit>;
  /** Blocked columns that the next sync drops from the destination. */
  drops: ColumnNames;
}

/** The state of a connection that has not looked at its source yet: Fivetran answers 404 for its schema config. */
export function newSchemaState(policy: SchemaChangeHandling = "ALLOW_ALL"): SchemaState {
  return { policy, captures: [], pre_created: false, pinned: null, schemas: new Map(), drops: new Map() };
}

/** Whether the connection has looked at its source, by a sync or a reload. */
export function hasSchemaConfig(state: SchemaState): boolean {
  return state.captures.length > 0;
}
