import { columnCount, type SchemaTree, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";

/** Schemas, tables and columns in one number space, valid for one tree: first all schemas, then all tables, then all columns. */
export type NodeKind = "schema" | "table" | "column";

export const schemaNode = (_tree: SchemaTree, schema: number): number => schema;
export const tableNode = (tree: SchemaTree, table: number): number => schemaCount(tree) + table;
export const columnNode = (tree: SchemaTree, column: number): number =>
  schemaCount(tree) + tableCount(tree) + column;

export const nodeCount = (tree: SchemaTree): number =>
  schemaCount(tree) + tableCount(tree) + columnCount(tree);

export function kindOf(tree: SchemaTree, node: number): NodeKind {
  const table = node - schemaCount(tree);
  if (table < 0) return "schema";
  return table < tableCount(tree) ? "table" : "column";
}

/** The place among its kind. */
export function placeOf(tree: SchemaTree, node: number): number {
  const table = node - schemaCount(tree);
  if (table < 0) return node;
  const column = table - tableCount(tree);
  return column < 0 ? table : column;
}

/** The table that holds a column, both as places. */
export function tableOfColumn(tree: SchemaTree, column: number): number {
  const { first_column } = tree.tables;
  let low = 0;
  let high = first_column.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((first_column[middle] ?? 0) <= column) low = middle;
    else high = middle;
  }
  return low;
}
