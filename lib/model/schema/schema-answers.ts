import type { SchemaChanges, SchemaConflict } from "@/lib/model/schema/schema-changes";

/** One request that an apply would send, exactly. */
export interface PlannedRequest {
  method: "PATCH" | "POST" | "DELETE";
  /** Below the base that ends in /v1, encoded. */
  path: string;
  /** JSON text as it would be sent. */
  body: string;
}

/** Confirmations that a change needs in typed words, most serious first. */
export type Confirmation = "unhash" | "unblock" | "allow_all" | "exclude";

/** What a review is asked of: changes, or the way back from a revision or to the state after one. */
export type ReviewAsk = { changes: SchemaChanges } | { undo: number } | { restore: number };

/** `POST /api/connections/ID/schema/review`: the changes against a fresh read; nothing has been sent. */
export interface SchemaReview {
  /** Of the fresh read. */
  hash: string;
  read_at: number;
  /** What would really change; what others did already is not in it. */
  changes: SchemaChanges;
  conflicts: SchemaConflict[];
  /** Changes that Fivetran has already, whoever made them. */
  already: number;
  /** Whether someone else changed anything since the changes were made from their base. */
  moved: boolean;
  requests: PlannedRequest[];
  confirmations: Confirmation[];
}

/** A stored draft. `version` grows with each save, so that two tabs cannot overwrite one another unseen. */
export interface SchemaDraft {
  version: number;
  /** Of the tree that it was made from. */
  base_hash: string;
  changes: SchemaChanges;
  saved_at: number;
}

/** What a revision came from; `elsewhere` was found, not made here. */
export type RevisionCause = "apply" | "undo" | "restore" | "reload" | "drop_columns" | "elsewhere";

/** A stored change of the schema config: by an apply here, or found to have been made elsewhere. */
export interface SchemaRevision {
  id: number;
  connection_id: string;
  /** 1 for the connection's first. */
  number: number;
  cause: RevisionCause;
  /** `Actor.id`; null where nobody here made it. */
  actor: string | null;
  /** What the person wrote when applying; empty for nothing. */
  why: string;
  /** Seen in Fivetran's answer then; a change made elsewhere took place between `not_before` and `at`. */
  at: number;
  not_before: number | null;
  changes: SchemaChanges;
  /** The revision it takes back or returns to. */
  of: number | null;
}

/** Without its changes, for lists. */
export type SchemaRevisionHead = Omit<SchemaRevision, "changes"> & { counts: ChangeCounts };

/** How many of what a set of changes holds. */
export interface ChangeCounts {
  total: number;
  schemas_enabled: number;
  schemas_disabled: number;
  tables_enabled: number;
  tables_disabled: number;
  columns_enabled: number;
  columns_disabled: number;
  hashed: number;
  unhashed: number;
  modes: number;
  keys: number;
  policy: number;
  appeared: number;
  deleted: number;
}

/** All columns of one table, read from the columns endpoint. */
export interface TableColumnsAnswer {
  schema: string;
  table: string;
  /** Epoch milliseconds. */
  read_at: number;
  columns: ColumnAnswer[];
}

export interface ColumnAnswer {
  name: string;
  name_in_destination: string;
  enabled: boolean;
  hashed: boolean;
  is_primary_key: boolean;
  /** Null where it may be switched. */
  lock: { code: string; reason: string } | null;
  is_new: boolean;
}

/**
 * What became of an apply. What was asked is `already`, or stands in one of `applied`, `left` and `unknown`: each
 * field is in Fivetran now, is not, or nobody can say.
 */
export interface ApplyResult {
  applied: ChangeCounts;
  /** Not applied; the draft they came from still holds them. */
  left: SchemaChanges;
  /** Sent, and whether they were made could not be looked up. */
  unknown: SchemaChanges;
  /** Why parts of `left` cannot be made as they were meant. */
  conflicts: SchemaConflict[];
  /** Fields that Fivetran had already, whoever set them. */
  already: number;
  /** The revision that tells of it; null where nothing was changed. */
  revision: number | null;
}

/** What a reload found. */
export interface ReloadResult {
  changes: SchemaChanges;
  counts: ChangeCounts;
  /** Null where nothing changed, or where there was no schema config before. */
  revision: number | null;
  /** What the schema config holds after it; null where it could not be read. */
  holds: { schemas: number; tables: number } | null;
}

/** How far the columns of tables were read. */
export interface LoadColumnsResult {
  /** Tables that were asked for. */
  tables: number;
  read: number;
  /** In the tables that were read. */
  columns: number;
  failed: number;
  /** The first hundred of them. */
  failures: { schema: string; table: string; message: string }[];
  /** Tables whose names Fivetran's API has no address for. */
  unaddressed: number;
}

/** What `POST /api/connections/ID/schema/jobs` starts. */
export type SchemaJobAsk =
  | {
      kind: "apply_schema";
      changes: SchemaChanges;
      /** The person's own words; empty for none. */
      why: string;
      confirmed: Confirmation[];
      cause?: { undo?: number; restore?: number };
    }
  | { kind: "reload_schema"; exclude_mode: "PRESERVE" | "INCLUDE" | "EXCLUDE"; confirmed: Confirmation[] }
  | { kind: "load_columns"; tables: (readonly [schema: string, table: string])[] | "all" };
