import { type ColumnRows, columnRows, withColumnRows } from "@/lib/model/schema/column-rows";
import { unknownColumnUnder } from "@/lib/model/schema/effective";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import { GrownLabels } from "@/lib/model/schema/grown-labels";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { ENABLED, KEY, type SchemaTree } from "@/lib/model/schema/schema-tree";

/** The tree with the columns that changes name and it does not know, as they are before the changes; last in their tables. */
export function withUnknownColumns(tree: SchemaTree, changes: SchemaChanges): SchemaTree {
  const labels = new GrownLabels(tree.labels);
  const tables = new Map<number, ColumnRows>();
  for (const schemaChange of changes.schemas) {
    const schema = findSchema(tree, schemaChange.name);
    if (schema < 0) continue;
    for (const { name, columns = [] } of schemaChange.tables ?? []) {
      const table = findTable(tree, schema, name);
      if (table < 0) continue;
      const find = columnFinder(tree, table, columns.length);
      const unknown = columns.filter((column) => find(column.name) < 0);
      if (unknown.length === 0) continue;
      const rows = columnRows(tree, table);
      const on = unknownColumnUnder(tree, table, tree.schema_change_handling);
      for (const { name: columnName, is_primary_key } of unknown) {
        rows.label.push(labels.place(columnName, ""));
        rows.flags.push((on ? ENABLED : 0) | (is_primary_key?.[0] ? KEY : 0));
        rows.lock.push(0);
      }
      tables.set(table, rows);
    }
  }
  const grown = labels.labels();
  return tables.size === 0 ? tree : { ...withColumnRows(tree, tables), labels: grown };
}
