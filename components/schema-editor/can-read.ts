import { fitsPath } from "@/lib/model/path";
import { type SchemaTree, schemaName, tableName } from "@/lib/model/schema/schema-tree";

/** Whether a table's columns can be read: they have to be asked for by address, which not every name fits into. */
export const canRead = (tree: SchemaTree, table: number): boolean =>
  fitsPath(tableName(tree, table)) && fitsPath(schemaName(tree, tree.tables.schema[table] ?? 0));
