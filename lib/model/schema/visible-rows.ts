import { columnNode, nodeCount, tableNode } from "@/lib/model/schema/node-ids";
import { levelOf } from "@/lib/model/schema/node-levels";
import {
  COLUMNS_CONFIG,
  columnsOf,
  isComplete,
  type SchemaTree,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

type Nodes = { has(node: number): boolean };

/**
 * The rows of the tree in display order. `nodes` holds a node per row; a number from `nodeCount` on is the line under
 * an open table that says what is not known of its columns (see `notedTable`).
 */
export interface VisibleRows {
  nodes: Uint32Array;
  /** Visible schemas by place, and the row of each. */
  schemas: Uint32Array;
  schema_rows: Uint32Array;
  /** Visible tables by place, and for each its row and how many of its columns are visible. */
  tables: Uint32Array;
  table_rows: Uint32Array;
  column_counts: Uint32Array;
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
  found: { readonly nodes: Uint32Array } | null = null,
  closed: Nodes = NONE,
): VisibleRows {
  const schemas = tree.schemas.label.length;
  const rows = new RowWriter(tree, open, found ? found.nodes.length : expectedRows(tree, open));
  if (!found) {
    for (let schema = 0; schema < schemas; schema++) rows.schema(schema);
    return rows.done();
  }
  const marks = new Uint8Array(nodeCount(tree));
  const { nodes } = found;
  for (let at = 0; at < nodes.length; at++) marks[nodes[at] ?? 0] = 1;
  for (let schema = 0; schema < schemas; schema++) rows.matches(schema, marks, closed);
  return rows.done();
}

/** About as many rows as a tree that was not searched shows. */
function expectedRows(tree: SchemaTree, open: Nodes): number {
  const { first_column, schema } = tree.tables;
  const firstTable = tableNode(tree, 0);
  let rows = firstTable + schema.length;
  for (let table = 0; table < schema.length; table++) {
    if (open.has(firstTable + table)) rows += (first_column[table + 1] ?? 0) - (first_column[table] ?? 0);
  }
  return rows;
}

const NONE: Nodes = { has: () => false };

/** A list of numbers that grows as it is written. */
class Numbers {
  items: Uint32Array;
  length = 0;

  constructor(expected: number) {
    this.items = new Uint32Array(expected);
  }

  push(item: number): void {
    this.room(1);
    this.items[this.length++] = item;
  }

  room(more: number): void {
    const needed = this.length + more;
    if (needed <= this.items.length) return;
    const larger = new Uint32Array(Math.max(needed, this.items.length * 2));
    larger.set(this.items);
    this.items = larger;
  }

  /** All numbers from `first` on, `count` of them. */
  run(first: number, count: number): void {
    this.room(count);
    const { items, length } = this;
    for (let at = 0; at < count; at++) items[length + at] = first + at;
    this.length += count;
  }

  /** The numbers from `first` to before `end` that are marked; how many they are. */
  marked(marks: Uint8Array, first: number, end: number): number {
    this.room(end - first);
    const { items } = this;
    let at = this.length;
    for (let item = first; item < end; item++) if (marks[item]) items[at++] = item;
    const count = at - this.length;
    this.length = at;
    return count;
  }

  done(): Uint32Array {
    return this.items.subarray(0, this.length);
  }
}

class RowWriter {
  private readonly nodes: Numbers;
  private readonly schemas: Numbers;
  private readonly schemaRows: Numbers;
  private readonly tables: Numbers;
  private readonly tableRows: Numbers;
  private readonly columnCounts: Numbers;
  private readonly open: Uint8Array;
  private readonly firstTable: number;
  private readonly firstColumn: number;
  private readonly firstNote: number;

  constructor(
    private readonly tree: SchemaTree,
    private readonly wanted: Nodes,
    expected: number,
  ) {
    this.nodes = new Numbers(expected);
    this.schemas = new Numbers(tree.schemas.label.length);
    this.schemaRows = new Numbers(tree.schemas.label.length);
    this.tables = new Numbers(tree.tables.label.length);
    this.tableRows = new Numbers(tree.tables.label.length);
    this.columnCounts = new Numbers(tree.tables.label.length);
    this.firstTable = tableNode(tree, 0);
    this.firstColumn = columnNode(tree, 0);
    this.firstNote = nodeCount(tree);
    this.open = new Uint8Array(this.firstColumn);
  }

  /** A schema, with all that is open below it. */
  schema(schema: number): void {
    this.startSchema(schema);
    const [from, to] = tablesOf(this.tree, schema);
    if (to === from || !this.wanted.has(schema)) return;
    this.open[schema] = 1;
    for (let table = from; table < to; table++) this.table(table);
  }

  private table(table: number): void {
    const node = this.firstTable + table;
    this.startTable(table);
    if (!this.wanted.has(node)) {
      this.columnCounts.push(0);
      return;
    }
    const [from, to] = columnsOf(this.tree, table);
    const lacking = lacksColumns(this.tree, table);
    if (to > from || lacking) this.open[node] = 1;
    this.nodes.run(this.firstColumn + from, to - from);
    this.columnCounts.push(to - from);
    if (lacking) this.nodes.push(this.firstNote + table);
  }

  /** The part of a schema that was found; nothing where nothing was. */
  matches(schema: number, marks: Uint8Array, closed: Nodes): void {
    const [from, to] = tablesOf(this.tree, schema);
    const { first_column } = this.tree.tables;
    const columns = [first_column[from] ?? 0, first_column[to] ?? 0] as const;
    const below = some(marks, this.firstTable, from, to) || some(marks, this.firstColumn, ...columns);
    if (!below) {
      if (marks[schema]) this.schema(schema);
      return;
    }
    this.startSchema(schema);
    if (closed.has(schema)) return;
    this.open[schema] = 1;
    for (let table = from; table < to; table++) this.tableMatches(table, marks, closed);
  }

  private tableMatches(table: number, marks: Uint8Array, closed: Nodes): void {
    const node = this.firstTable + table;
    const [from, to] = columnsOf(this.tree, table);
    if (!some(marks, this.firstColumn, from, to)) {
      if (marks[node]) this.table(table);
      return;
    }
    this.startTable(table);
    if (closed.has(node)) {
      this.columnCounts.push(0);
      return;
    }
    this.open[node] = 1;
    this.columnCounts.push(this.nodes.marked(marks, this.firstColumn + from, this.firstColumn + to));
  }

  private startSchema(schema: number): void {
    this.schemas.push(schema);
    this.schemaRows.push(this.nodes.length);
    this.nodes.push(schema);
  }

  private startTable(table: number): void {
    this.tables.push(table);
    this.tableRows.push(this.nodes.length);
    this.nodes.push(this.firstTable + table);
  }

  done(): VisibleRows {
    return {
      nodes: this.nodes.done(),
      schemas: this.schemas.done(),
      schema_rows: this.schemaRows.done(),
      tables: this.tables.done(),
      table_rows: this.tableRows.done(),
      column_counts: this.columnCounts.done(),
      open: this.open,
    };
  }
}

function some(marks: Uint8Array, base: number, from: number, to: number): boolean {
  for (let at = base + from; at < base + to; at++) if (marks[at]) return true;
  return false;
}
