import { kindOf, placeOf, tableNode, tableOfColumn } from "@/lib/model/schema/node-ids";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

const LEVELS = { schema: 1, table: 2, column: 3 } as const;

/** 1 for a schema, 2 for a table, 3 for a column. */
export const levelOf = (tree: SchemaTree, node: number): 1 | 2 | 3 => LEVELS[kindOf(tree, node)];

/** The node above; -1 for a schema's. */
export function parentNode(tree: SchemaTree, node: number): number {
  const place = placeOf(tree, node);
  switch (kindOf(tree, node)) {
    case "schema":
      return -1;
    case "table":
      return tree.tables.schema[place] ?? -1;
    case "column":
      return tableNode(tree, tableOfColumn(tree, place));
  }
}
