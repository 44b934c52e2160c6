import { eachItem } from "@/lib/model/schema/change-fields";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { NEW, type SchemaTree } from "@/lib/model/schema/schema-tree";

/** The tree with what these changes saw appear or return marked as NEW. */
export function markNew(tree: SchemaTree, revisions: readonly SchemaChanges[]): SchemaTree {
  const schemas = tree.schemas.flags.slice();
  const tables = tree.tables.flags.slice();
  const columns = tree.columns.flags.slice();
  let marked = false;
  const mark = (flags: Uint8Array, place: number) => {
    if (place < 0) return;
    flags[place] = (flags[place] ?? 0) | NEW;
    marked = true;
  };
  for (const revision of revisions) {
    eachItem(revision, ([schemaName, tableName, columnName], { seen }) => {
      if (seen !== "appeared" && seen !== "returned") return;
      const schema = findSchema(tree, schemaName ?? "");
      if (schema < 0 || tableName === undefined) return mark(schemas, schema);
      const table = findTable(tree, schema, tableName);
      if (table < 0 || columnName === undefined) return mark(tables, table);
      mark(columns, columnFinder(tree, table, 1)(columnName));
    });
  }
  if (!marked) return tree;
  return {
    ...tree,
    schemas: { ...tree.schemas, flags: schemas },
    tables: { ...tree.tables, flags: tables },
    columns: { ...tree.columns, flags: columns },
  };
}
