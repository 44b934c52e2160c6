import { columnNode, nodeCount, tableNode, tableOfColumn } from "@/lib/model/schema/node-ids";
import { levelOf } from "@/lib/model/schema/node-levels";
import { columnsOf, isComplete, type SchemaTree, tablesOf } from "@/lib/model/schema/schema-tree";
import type { VisibleRows } from "@/lib/model/schema/visible-rows";

/** Where a row stands among its visible siblings, from 1, and of how many; size -1 where nobody knows. */
export interface RowPlace {
  index: number;
  size: number;
}

/** The table that a row speaks of which is no node but the line below its columns; -1 where the row is a node. */
export function notedTable(tree: SchemaTree, node: number): number {
  const first = nodeCount(tree);
  return node >= first ? node - first : -1;
}

/**
 * The node that a row shows; a number from `nodeCount` on is the line under an open table that says what is not known of
 * its columns (see `notedTable`). -1 where there is no such row.
 */
export function nodeOfRow(tree: SchemaTree, rows: VisibleRows, row: number): number {
  if (row < 0 || row >= rows.length) return -1;
  const schema = lastNotAbove(rows.schema_rows, row);
  if (rows.schema_rows[schema] === row) return rows.schemas[schema] ?? -1;
  const at = lastNotAbove(rows.table_rows, row);
  const table = rows.tables[at] ?? 0;
  const below = row - (rows.table_rows[at] ?? 0);
  if (below === 0) return tableNode(tree, table);
  const count = rows.column_counts[at] ?? 0;
  if (below > count) return nodeCount(tree) + table;
  const [from, to] = columnsOf(tree, table);
  if (count === to - from || !rows.marks) return columnNode(tree, from + below - 1);
  return nthMarked(rows.marks, columnNode(tree, from), below);
}

/** The nodes of the rows from one to before another. */
export function nodesBetween(tree: SchemaTree, rows: VisibleRows, from: number, to: number): Uint32Array {
  const nodes = new Uint32Array(Math.max(0, to - from));
  let row = from;
  while (row < to) {
    const node = nodeOfRow(tree, rows, row);
    nodes[row - from] = node;
    row += 1;
    if (node < columnNode(tree, 0) || node >= nodeCount(tree)) continue;
    // The rest of a table's columns are next to one another.
    const at = lastNotAbove(rows.table_rows, row - 1);
    const end = Math.min(to, lastRowOf(rows, at) + 1);
    const [first, last] = columnsOf(tree, rows.tables[at] ?? 0);
    const marks = rows.column_counts[at] === last - first ? null : rows.marks;
    for (let next = node + 1; row < end; next++) if (!marks || marks[next]) nodes[row++ - from] = next;
  }
  return nodes;
}

/** The row that shows a node; -1 where none does. */
export function rowOf(tree: SchemaTree, rows: VisibleRows, node: number): number {
  if (node < 0) return -1;
  const noted = notedTable(tree, node);
  if (noted >= 0) {
    const at = findIn(rows.tables, noted);
    const row = at < 0 ? -1 : lastRowOf(rows, at) + 1;
    return nodeOfRow(tree, rows, row) === node ? row : -1;
  }
  const level = levelOf(tree, node);
  if (level === 1) return rows.schema_rows[findIn(rows.schemas, node)] ?? -1;
  if (level === 2) return rows.table_rows[findIn(rows.tables, node - tableNode(tree, 0))] ?? -1;
  const table = tableOfColumn(tree, node - columnNode(tree, 0));
  const at = findIn(rows.tables, table);
  const count = at < 0 ? 0 : (rows.column_counts[at] ?? 0);
  if (count === 0) return -1;
  const row = (rows.table_rows[at] ?? 0) + 1;
  const [from, to] = columnsOf(tree, table);
  const first = columnNode(tree, from);
  const { marks } = rows;
  if (count === to - from || !marks) return row + node - first;
  if (!marks[node]) return -1;
  let before = 0;
  for (let other = first; other < node; other++) before += marks[other] ?? 0;
  return row + before;
}

/** The row of the node above; -1 for a schema's. */
export function parentRow(tree: SchemaTree, rows: VisibleRows, row: number): number {
  const node = nodeOfRow(tree, rows, row);
  const noted = notedTable(tree, node);
  if (noted >= 0) return rowOf(tree, rows, tableNode(tree, noted));
  const level = levelOf(tree, node);
  if (level === 1) return -1;
  if (level === 2) return rowOf(tree, rows, tree.tables.schema[node - tableNode(tree, 0)] ?? 0);
  return rowOf(tree, rows, tableNode(tree, tableOfColumn(tree, node - columnNode(tree, 0))));
}

/** Of a row that shows a node. A table whose columns are not all known has a set of unknown size. */
export function placeOfRow(tree: SchemaTree, rows: VisibleRows, row: number): RowPlace {
  const node = nodeOfRow(tree, rows, row);
  const level = levelOf(tree, node);
  if (level === 1) return { index: findIn(rows.schemas, node) + 1, size: rows.schemas.length };
  if (level === 2) {
    const table = node - tableNode(tree, 0);
    const [from, to] = tablesOf(tree, tree.tables.schema[table] ?? 0);
    const first = firstNotBelow(rows.tables, from);
    return { index: findIn(rows.tables, table) - first + 1, size: firstNotBelow(rows.tables, to) - first };
  }
  const table = tableOfColumn(tree, node - columnNode(tree, 0));
  const at = findIn(rows.tables, table);
  const shown = rows.column_counts[at] ?? 0;
  const [from, to] = columnsOf(tree, table);
  const whole = shown < to - from || isComplete(tree, table);
  return { index: row - (rows.table_rows[at] ?? 0), size: whole ? shown : -1 };
}

function lastRowOf(rows: VisibleRows, at: number): number {
  return (rows.table_rows[at] ?? 0) + (rows.column_counts[at] ?? 0);
}

/** The first place in a rising list whose number is not below `wanted`. */
function firstNotBelow(list: Uint32Array, wanted: number, from = 0, to = list.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last place in a rising list whose number is not above `wanted`; -1 where all are. */
const lastNotAbove = (list: Uint32Array, wanted: number): number => firstNotBelow(list, wanted + 1) - 1;

/** The `nth` marked node from `first` on, counted from 1. */
function nthMarked(marks: Uint8Array, first: number, nth: number): number {
  let left = nth;
  let node = first;
  for (; node < marks.length; node++) if (marks[node] && --left === 0) break;
  return node;
}

function findIn(list: Uint32Array, wanted: number, from = 0, to = list.length): number {
  const at = firstNotBelow(list, wanted, from, to);
  return at < to && list[at] === wanted ? at : -1;
}
