import type { SCHEMA_CHANGE_HANDLING } from "@/lib/model/schema-config";

export type SchemaChangeHandling = (typeof SCHEMA_CHANGE_HANDLING)[number];

/** Bits of `flags`. A schema has ENABLED and NEW; COLUMNS_CONFIG and HISTORY_MODE are a table's, HASHED, KEY and STORED a column's. */
export const ENABLED = 1;
/** `enabled_patch_settings.allowed` is false; `lock` says why. */
export const LOCKED = 2;
/** First seen within the last days. */
export const NEW = 4;
export const HASHED = 8;
/** `is_primary_key`. */
export const KEY = 16;
/** The column stands in the schema config itself; one that does not follows `schema_change_handling`. */
export const STORED = 32;
/** `supports_columns_config` */
export const COLUMNS_CONFIG = 64;
/** `supports_history_mode` */
export const HISTORY_MODE = 128;

/** Why an item cannot be switched. */
export interface Lock {
  /** SYSTEM_TABLE, SYSTEM_COLUMN, DELETED, OTHER or what Fivetran adds some day; empty where it gave none. */
  code: string;
  /** Fivetran's own words; empty where it gave none. */
  reason: string;
}

/**
 * Each distinct pair of a name and its `name_in_destination`, by its place in the two lists. Trees derived from one
 * another only ever add to them, so a place stays good.
 */
export interface Labels {
  names: readonly string[];
  destinations: readonly string[];
}

/**
 * A schema config as columns of typed arrays: a million columns take 7 MB where Fivetran's JSON takes 150. Immutable;
 * tables of schema s are `schemas.first_table[s] .. schemas.first_table[s + 1]`, likewise columns of a table.
 */
export interface SchemaTree {
  schema_change_handling: SchemaChangeHandling;
  labels: Labels;
  /** Distinct locks; `lock` of a table or column is a place in it, 0 for none. */
  locks: readonly Lock[];
  /** Distinct sync modes; `mode` of a table is a place in it, 0 ("") where it cannot be switched. */
  modes: readonly string[];
  schemas: {
    label: Uint32Array;
    flags: Uint8Array;
    /** One longer than the others. */
    first_table: Uint32Array;
  };
  tables: {
    schema: Uint32Array;
    label: Uint32Array;
    flags: Uint8Array;
    mode: Uint8Array;
    lock: Uint16Array;
    /** One longer than the others. */
    first_column: Uint32Array;
    /**
     * Epoch seconds at which all columns of the table were read from the columns endpoint; 0 where only those are
     * known that stand in the schema config, so that nothing may be guessed about the rest.
     */
    columns_read_at: Uint32Array;
  };
  columns: {
    label: Uint32Array;
    flags: Uint8Array;
    lock: Uint16Array;
  };
}

export const schemaCount = (tree: SchemaTree): number => tree.schemas.label.length;
export const tableCount = (tree: SchemaTree): number => tree.tables.label.length;
export const columnCount = (tree: SchemaTree): number => tree.columns.label.length;

export const nameAt = (tree: SchemaTree, label: number | undefined): string =>
  tree.labels.names[label ?? -1] ?? "";
export const destinationAt = (tree: SchemaTree, label: number | undefined): string =>
  tree.labels.destinations[label ?? -1] ?? "";

export const schemaName = (tree: SchemaTree, schema: number): string =>
  nameAt(tree, tree.schemas.label[schema]);
export const tableName = (tree: SchemaTree, table: number): string => nameAt(tree, tree.tables.label[table]);
export const columnName = (tree: SchemaTree, column: number): string =>
  nameAt(tree, tree.columns.label[column]);

/** The places of a schema's tables: from the first to before the second. */
export function tablesOf(tree: SchemaTree, schema: number): [from: number, to: number] {
  const { first_table } = tree.schemas;
  return [first_table[schema] ?? 0, first_table[schema + 1] ?? 0];
}

/** The places of a table's known columns: from the first to before the second. */
export function columnsOf(tree: SchemaTree, table: number): [from: number, to: number] {
  const { first_column } = tree.tables;
  return [first_column[table] ?? 0, first_column[table + 1] ?? 0];
}

/** Whether every column of the table is known, not only those in the schema config. */
export const isComplete = (tree: SchemaTree, table: number): boolean =>
  (tree.tables.columns_read_at[table] ?? 0) > 0;
