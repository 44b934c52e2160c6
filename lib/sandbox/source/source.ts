import type { SYNC_MODES } from "@/lib/model/schema-config";

export type SyncMode = (typeof SYNC_MODES)[number];

/** What kind of thing a connector reads: it decides the shape of its schemas and its setup tests. */
export type SourceKind = "database" | "application" | "file";

/** Why an item cannot be switched by a person, beside having been deleted. */
export interface Lock<C extends string = string> {
  code: C;
  reason: string;
  /** Whether the locked item syncs: system items and keys always do, unreadable ones never. */
  enabled: boolean;
}

/**
 * When an item is there, in versions of its source: `since` is the first that has it; `turns` are those at which it
 * went and came back, by turns. A schema config captured at version v knows exactly the changes up to v.
 */
export interface Lifetime {
  since: number;
  turns: readonly number[];
}

export interface SourceColumn extends Lifetime {
  name: string;
  name_in_destination: string;
  is_primary_key: boolean;
  /** Whether the name suggests data about a person: such columns are the ones worth hashing. */
  personal: boolean;
  lock: Lock<"SYSTEM_COLUMN" | "OTHER"> | null;
}

export interface SourceTable extends Lifetime {
  name: string;
  name_in_destination: string;
  lock: Lock<"SYSTEM_TABLE" | "OTHER"> | null;
  supports_columns_config: boolean;
  supports_history_mode: boolean;
  /** The modes a person may choose from; empty where the connector cannot switch. The first is the default. */
  sync_modes: readonly SyncMode[];
  /** Composed anew at each call where the source is large: keep the answer while you need it. */
  columns(): ReadonlyMap<string, SourceColumn>;
}

export interface SourceSchema extends Lifetime {
  name: string;
  name_in_destination: string;
  tables: ReadonlyMap<string, SourceTable>;
}

/** What a connector finds at the far end. Immutable: a change of the source makes a new one with the next version. */
export interface Source {
  service: string;
  kind: SourceKind;
  /** What the schemas of a database are prefixed with in the destination; null for the rest. */
  prefix: string | null;
  /** 0 as composed, one more with each change. */
  version: number;
  schemas: ReadonlyMap<string, SourceSchema>;
}
