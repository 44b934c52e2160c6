import type { Found } from "@/lib/model/schema/found";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import { levelOf } from "@/lib/model/schema/node-levels";
import {
  COLUMNS_CONFIG,
  columnsOf,
  isComplete,
  type SchemaTree,
  schemaCount,
  tableCount,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

type Nodes = { has(node: number): boolean };

/**
 * The rows of the tree in display order. Rows of columns are told by how many of each table are shown, so that a
 * million of them cost as much as their tables; `nodeOfRow` says what a row shows.
 */
export interface VisibleRows {
  /** How many rows there are. */
  length: number;
  /** Visible schemas by place, and the row of each. */
  schemas: Uint32Array;
  schema_rows: Uint32Array;
  /** Visible tables by place, and for each its row and how many of its columns are visible. */
  tables: Uint32Array;
  table_rows: Uint32Array;
  column_counts: Uint32Array;
  /** By node: whether a column is shown of a table that does not show all of them; null where every table does. */
  marks: Uint8Array | null;
  /** By node: whether its children are shown. */
  open: Uint8Array;
}

/** Whether all columns may be unknown, so that an open table says so. */
export function lacksColumns(tree: SchemaTree, table: number): boolean {
  const config = ((tree.tables.flags[table] ?? 0) & COLUMNS_CONFIG) !== 0;
  const [from, to] = columnsOf(tree, table);
  return config && (!isComplete(tree, table) || from === to);
}

/** Whether there is anything to show below a node. */
export function hasChildren(tree: SchemaTree, node: number): boolean {
  const level = levelOf(tree, node);
  if (level === 3) return false;
  if (level === 1) {
    const [from, to] = tablesOf(tree, node);
    return to > from;
  }
  const table = node - tableNode(tree, 0);
  const [from, to] = columnsOf(tree, table);
  return to > from || lacksColumns(tree, table);
}

/**
 * The rows that the tree shows: children of `open` nodes, or, for what was `found`, the matches and the nodes above
 * them, which are open unless `closed`. A match with no match below it opens in full, like a node of the whole tree.
 */
export function visibleRows(
  tree: SchemaTree,
  open: Nodes,
  found: Pick<Found, "marks" | "column_counts"> | null = null,
  closed: Nodes = NONE,
): VisibleRows {
  const rows = new RowWriter(tree, open);
  for (let schema = 0; schema < schemaCount(tree); schema++) {
    if (found) rows.matches(schema, found, closed);
    else rows.schema(schema);
  }
  return rows.done(found?.marks ?? null);
}

const NONE: Nodes = { has: () => false };

/** A list of numbers that is as long as it was written. */
class Numbers {
  readonly #items: Uint32Array;
  #length = 0;

  constructor(most: number) {
    this.#items = new Uint32Array(most);
  }

  push(item: number): void {
    this.#items[this.#length++] = item;
  }

  done(): Uint32Array {
    return this.#items.subarray(0, this.#length);
  }
}

class RowWriter {
  readonly #tree: SchemaTree;
  readonly #wanted: Nodes;
  readonly #schemas: Numbers;
  readonly #schemaRows: Numbers;
  readonly #tables: Numbers;
  readonly #tableRows: Numbers;
  readonly #columnCounts: Numbers;
  readonly #open: Uint8Array;
  readonly #firstTable: number;
  #length = 0;

  constructor(tree: SchemaTree, wanted: Nodes) {
    this.#tree = tree;
    this.#wanted = wanted;
    this.#schemas = new Numbers(schemaCount(tree));
    this.#schemaRows = new Numbers(schemaCount(tree));
    this.#tables = new Numbers(tableCount(tree));
    this.#tableRows = new Numbers(tableCount(tree));
    this.#columnCounts = new Numbers(tableCount(tree));
    this.#firstTable = tableNode(tree, 0);
    this.#open = new Uint8Array(columnNode(tree, 0));
  }

  /** A schema, with all that is open below it. */
  schema(schema: number): void {
    this.#startSchema(schema);
    const [from, to] = tablesOf(this.#tree, schema);
    if (to === from || !this.#wanted.has(schema)) return;
    this.#open[schema] = 1;
    for (let table = from; table < to; table++) this.#table(table);
  }

  #table(table: number): void {
    const node = this.#firstTable + table;
    if (!this.#wanted.has(node)) {
      this.#startTable(table, 0);
      return;
    }
    const [from, to] = columnsOf(this.#tree, table);
    const lacking = lacksColumns(this.#tree, table);
    if (to > from || lacking) this.#open[node] = 1;
    this.#startTable(table, to - from);
    if (lacking) this.#length++;
  }

  /** The part of a schema that was found; nothing where nothing was. */
  matches(schema: number, found: Pick<Found, "marks" | "column_counts">, closed: Nodes): void {
    const { marks, column_counts } = found;
    const [from, to] = tablesOf(this.#tree, schema);
    let below = false;
    for (let table = from; table < to && !below; table++)
      below = (column_counts[table] ?? 0) > 0 || marks[this.#firstTable + table] === 1;
    if (!below) {
      if (marks[schema]) this.schema(schema);
      return;
    }
    this.#startSchema(schema);
    if (closed.has(schema)) return;
    this.#open[schema] = 1;
    for (let table = from; table < to; table++) {
      const node = this.#firstTable + table;
      const columns = column_counts[table] ?? 0;
      if (columns > 0) {
        const shut = closed.has(node);
        if (!shut) this.#open[node] = 1;
        this.#startTable(table, shut ? 0 : columns);
      } else if (marks[node]) this.#table(table);
    }
  }

  #startSchema(schema: number): void {
    this.#schemas.push(schema);
    this.#schemaRows.push(this.#length);
    this.#length++;
  }

  #startTable(table: number, columns: number): void {
    this.#tables.push(table);
    this.#tableRows.push(this.#length);
    this.#columnCounts.push(columns);
    this.#length += 1 + columns;
  }

  done(marks: Uint8Array | null): VisibleRows {
    return {
      length: this.#length,
      schemas: this.#schemas.done(),
      schema_rows: this.#schemaRows.done(),
      tables: this.#tables.done(),
      table_rows: this.#tableRows.done(),
      column_counts: this.#columnCounts.done(),
      marks,
      open: this.#open,
    };
  }
}
