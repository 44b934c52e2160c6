import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { TreeBuilder } from "@/lib/model/schema/tree-builder";
import type { SchemaConfig } from "@/lib/model/schema-config";

/**
 * A schema config as Fivetran answers it, in compact form. Names in the order of `Object.entries`; a name that is an
 * own key `__proto__` survives. Takes an answer that has not been parsed by its schema too: what is absent or null
 * counts as false or empty.
 */
export function buildTree(config: SchemaConfig): SchemaTree {
  const builder = new TreeBuilder(config.schema_change_handling);
  for (const [name, schema] of Object.entries(config.schemas ?? {})) {
    builder.schema(name, schema);
    for (const [tableName, table] of Object.entries(schema.tables ?? {})) {
      builder.table(tableName, table);
      for (const [columnName, column] of Object.entries(table.columns ?? {})) {
        builder.column(columnName, column);
      }
    }
  }
  return builder.tree();
}
