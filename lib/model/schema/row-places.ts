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

/** The row that shows a node; -1 where none does. */
export function rowOf(tree: SchemaTree, rows: VisibleRows, node: number): number {
  if (node < 0) return -1;
  const noted = notedTable(tree, node);
  if (noted >= 0) {
    const at = findIn(rows.tables, noted);
    const row = at < 0 ? -1 : lastRowOf(rows, at) + 1;
    return rows.nodes[row] === node ? row : -1;
  }
  const level = levelOf(tree, node);
  if (level === 1) return rows.schema_rows[findIn(rows.schemas, node)] ?? -1;
  if (level === 2) return rows.table_rows[findIn(rows.tables, node - tableNode(tree, 0))] ?? -1;
  const at = findIn(rows.tables, tableOfColumn(tree, node - columnNode(tree, 0)));
  return at < 0 ? -1 : findIn(rows.nodes, node, (rows.table_rows[at] ?? 0) + 1, lastRowOf(rows, at) + 1);
}

/** The row of the node above; -1 for a schema's. */
export function parentRow(tree: SchemaTree, rows: VisibleRows, row: number): number {
  const node = rows.nodes[row] ?? -1;
  const noted = notedTable(tree, node);
  if (noted >= 0) return rowOf(tree, rows, tableNode(tree, noted));
  const level = levelOf(tree, node);
  if (level === 1) return -1;
  if (level === 2) return rowOf(tree, rows, tree.tables.schema[node - tableNode(tree, 0)] ?? 0);
  return rowOf(tree, rows, tableNode(tree, tableOfColumn(tree, node - columnNode(tree, 0))));
}

/** Of a row that shows a node. A table whose columns are not all known has a set of unknown size. */
export function placeOfRow(tree: SchemaTree, rows: VisibleRows, row: number): RowPlace {
  const node = rows.nodes[row] ?? 0;
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

function findIn(list: Uint32Array, wanted: number, from = 0, to = list.length): number {
  const at = firstNotBelow(list, wanted, from, to);
  return at < to && list[at] === wanted ? at : -1;
}
