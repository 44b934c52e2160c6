import { canRead } from "@/lib/model/schema/can-read";
import { takesColumns } from "@/lib/model/schema/editable";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import { columnsOf, isComplete, type SchemaTree, tablesOf } from "@/lib/model/schema/schema-tree";

/** The columns that a selection of schemas, tables and columns stands for. */
export interface SelectedColumns {
  columns: NodeSet;
  /** Places of tables whose columns are not all known, so that nothing may be said of the rest. */
  unloaded: number[];
  /** Of those the ones that can be read. */
  readable: number[];
}

/** Columns themselves, and all known columns of selected tables and schemas. */
export function columnsOfSelection(tree: SchemaTree, selection: NodeSet): SelectedColumns {
  const tables = new Set<number>();
  const firstTable = tableNode(tree, 0);
  const firstColumn = columnNode(tree, 0);
  const columns: number[] = [];
  for (const node of selection) {
    if (node >= firstColumn) columns.push(node);
    else if (node >= firstTable) tables.add(node - firstTable);
    else {
      const [from, to] = tablesOf(tree, node);
      for (let table = from; table < to; table++) tables.add(table);
    }
  }
  const unloaded: number[] = [];
  for (const table of tables) {
    if (takesColumns(tree, table) && !isComplete(tree, table)) unloaded.push(table);
    const [from, to] = columnsOf(tree, table);
    for (let column = from; column < to; column++) columns.push(firstColumn + column);
  }
  return {
    columns: NodeSet.of(columns),
    unloaded,
    readable: unloaded.filter((table) => canRead(tree, table)),
  };
}

/** How many of each a selection holds. */
export interface SelectionCounts {
  schemas: number;
  tables: number;
  columns: number;
}

export function selectionCounts(tree: SchemaTree, selection: Iterable<number>): SelectionCounts {
  const firstTable = tableNode(tree, 0);
  const firstColumn = columnNode(tree, 0);
  const counts: SelectionCounts = { schemas: 0, tables: 0, columns: 0 };
  for (const node of selection) {
    if (node >= firstColumn) counts.columns += 1;
    else if (node >= firstTable) counts.tables += 1;
    else counts.schemas += 1;
  }
  return counts;
}
