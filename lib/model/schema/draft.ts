import { columnUnder, unknownColumnUnder } from "@/lib/model/schema/effective";
import { tableOfColumn } from "@/lib/model/schema/node-ids";
import {
  columnCount,
  ENABLED,
  HASHED,
  KEY,
  type SchemaChangeHandling,
  type SchemaTree,
  schemaCount,
  tableCount,
} from "@/lib/model/schema/schema-tree";

/** Bits of a wish: which fields of an item are set, and to what. A wish that equals what is there is no change. */
export const SETS_ENABLED = 1;
export const TO_ENABLED = 2;
export const SETS_HASHED = 4;
export const TO_HASHED = 8;
export const SETS_KEY = 16;
export const TO_KEY = 32;

/** Bits that say which fields of a column really change. */
export const ENABLED_CHANGES = 1;
export const HASHED_CHANGES = 2;
export const KEY_CHANGES = 4;

/** Edits over a tree: one byte for each item, so that a million edits take a megabyte. */
export class Draft {
  policy: SchemaChangeHandling | null = null;
  readonly schemas: Uint8Array;
  readonly tables: Uint8Array;
  /** A place in `modes`, one more; 0 where the mode is not set. */
  readonly tableModes: Uint8Array;
  readonly columns: Uint8Array;
  /** Wishes for columns that the tree does not know, by table place and name. */
  readonly unknown: Map<number, Map<string, number>>;

  constructor(
    readonly tree: SchemaTree,
    /** Modes that were ever wished for. */
    readonly modes: string[] = [],
    /** A draft over a tree of the same schemas and tables that this one goes on from, columns apart. */
    from?: Draft,
    columns?: Uint8Array,
  ) {
    this.policy = from?.policy ?? null;
    this.schemas = from?.schemas ?? new Uint8Array(schemaCount(tree));
    this.tables = from?.tables ?? new Uint8Array(tableCount(tree));
    this.tableModes = from?.tableModes ?? new Uint8Array(tableCount(tree));
    this.unknown = from?.unknown ?? new Map();
    this.columns = columns ?? new Uint8Array(columnCount(tree));
  }

  get policyNow(): SchemaChangeHandling {
    return this.policy ?? this.tree.schema_change_handling;
  }

  schemaWas(schema: number): boolean {
    return ((this.tree.schemas.flags[schema] ?? 0) & ENABLED) !== 0;
  }

  schemaEnabled(schema: number): boolean {
    return wished(this.schemas[schema], SETS_ENABLED, this.schemaWas(schema));
  }

  tableWas(table: number): boolean {
    return ((this.tree.tables.flags[table] ?? 0) & ENABLED) !== 0;
  }

  tableEnabled(table: number): boolean {
    return wished(this.tables[table], SETS_ENABLED, this.tableWas(table));
  }

  modeWas(table: number): string {
    return this.tree.modes[this.tree.tables.mode[table] ?? 0] ?? "";
  }

  modeOf(table: number): string {
    const wish = this.tableModes[table] ?? 0;
    return wish > 0 ? (this.modes[wish - 1] ?? "") : this.modeWas(table);
  }

  /** The wish that stands for a mode. */
  modeWish(mode: string): number {
    const known = this.modes.indexOf(mode);
    return known >= 0 ? known + 1 : this.modes.push(mode);
  }

  /** What the column is if nobody sets it, the draft's policy considered. */
  columnWas(column: number, table?: number): boolean {
    const flags = this.tree.columns.flags[column] ?? 0;
    if (this.policy === null) return (flags & ENABLED) !== 0;
    return columnUnder(this.tree, table ?? tableOfColumn(this.tree, column), flags, this.policy);
  }

  columnEnabled(column: number, table?: number): boolean {
    const wish = this.columns[column] ?? 0;
    if ((wish & SETS_ENABLED) !== 0) return (wish & TO_ENABLED) !== 0;
    return this.columnWas(column, table);
  }

  columnHashed(column: number): boolean {
    return wished(this.columns[column], SETS_HASHED, this.columnHas(column, HASHED));
  }

  columnKey(column: number): boolean {
    return wished(this.columns[column], SETS_KEY, this.columnHas(column, KEY));
  }

  columnHas(column: number, flag: number): boolean {
    return ((this.tree.columns.flags[column] ?? 0) & flag) !== 0;
  }

  /** Which fields of the column change; 0 for none. */
  columnChange(column: number, table: number): number {
    const wish = this.columns[column] ?? 0;
    if (wish === 0) return 0;
    const is = this.columnHas(column, ENABLED);
    const was = this.policy === null ? is : this.columnWas(column, table);
    return changeOf(wish, is, was, this.columnHas(column, HASHED), this.columnHas(column, KEY));
  }

  /** What a column of the table is that the tree does not know. */
  unknownIs(table: number): boolean {
    return unknownColumnUnder(this.tree, table, this.tree.schema_change_handling);
  }

  /** The same if nobody sets it, the draft's policy considered. */
  unknownWas(table: number): boolean {
    return unknownColumnUnder(this.tree, table, this.policyNow);
  }

  unknownEnabled(wish: number, table: number): boolean {
    return wished(wish, SETS_ENABLED, this.unknownWas(table));
  }

  /** The same as `columnChange` for a wish for a column that the tree does not know. */
  unknownChange(wish: number, table: number): number {
    return changeOf(wish, this.unknownIs(table), this.unknownWas(table), false, (wish & TO_KEY) === 0);
  }
}

/** The value of a field after a wish; the bit of the value is twice that of the setting. */
function wished(wish: number | undefined, sets: number, was: boolean): boolean {
  const bits = wish ?? 0;
  return (bits & sets) !== 0 ? (bits & (sets << 1)) !== 0 : was;
}

/**
 * Which fields of a column a wish changes. Where a change of the policy in the same draft would take it from `is` to
 * `was`, setting anything about it also settles its flag: what becomes of it then hangs neither on which of the two
 * Fivetran does first nor on whether a column that stands in the config goes on following the policy.
 */
function changeOf(wish: number, is: boolean, was: boolean, hashed: boolean, key: boolean): number {
  const rest =
    (wished(wish, SETS_HASHED, hashed) !== hashed ? HASHED_CHANGES : 0) |
    (wished(wish, SETS_KEY, key) !== key ? KEY_CHANGES : 0);
  const set = (wish & SETS_ENABLED) !== 0;
  const switched = is === was ? set && ((wish & TO_ENABLED) !== 0) !== is : set || rest !== 0;
  return rest | (switched ? ENABLED_CHANGES : 0);
}

/** A wish with one more field set, which is taken out again where it is what is there anyway. */
export function withWish(wish: number, sets: number, value: boolean, was: boolean): number {
  const rest = wish & ~(sets | (sets << 1));
  if (value === was) return rest;
  return rest | sets | (value ? sets << 1 : 0);
}
