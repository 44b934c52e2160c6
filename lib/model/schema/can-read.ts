import { fitsPath } from "@/lib/model/path";
import { isDeleted, takesColumns } from "@/lib/model/schema/editable";
import { type SchemaTree, schemaName, tableName } from "@/lib/model/schema/schema-tree";

/**
 * Why the columns of a table that has some cannot be asked for: its name or its schema's fits into no address, or it is
 * gone from the source. Null where they can.
 */
export function whyUnreadable(tree: SchemaTree, table: number): "name" | "deleted" | null {
  const named = fitsPath(tableName(tree, table));
  if (!named || !fitsPath(schemaName(tree, tree.tables.schema[table] ?? 0))) return "name";
  return isDeleted(tree, table) ? "deleted" : null;
}

/** Whether all columns of a table can be read. */
export const canRead = (tree: SchemaTree, table: number): boolean =>
  takesColumns(tree, table) && whyUnreadable(tree, table) === null;
