import { findSchema, findTable } from "@/lib/model/schema/find-place";
import type { SchemaChanges, SchemaPath } from "@/lib/model/schema/schema-changes";
import {
  ENABLED,
  type SchemaTree,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

/** What changes make of tables, each table's own flag and its schema's taken together. */
export interface SyncedTables {
  /** Tables that begin to sync. */
  start: SchemaPath[];
  /** Tables that stop syncing. */
  stop: SchemaPath[];
  /** Columns that are changed in tables which do not sync after the changes. */
  idle_columns: number;
}

/** What the changes, as bound to the tree, make of its tables; in tree order. */
export function syncedTables(tree: SchemaTree, changes: SchemaChanges): SyncedTables {
  const tableFlags = tree.tables.flags.slice();
  const schemaFlags = tree.schemas.flags.slice();
  const touched: [schema: number, table: number, columns: number][] = [];
  for (const change of changes.schemas) {
    const schema = findSchema(tree, change.name);
    if (schema < 0) continue;
    if (change.enabled) schemaFlags[schema] = change.enabled[1] ? ENABLED : 0;
    for (const { name, enabled, columns = [] } of change.tables ?? []) {
      const table = findTable(tree, schema, name);
      if (table < 0) continue;
      if (enabled) tableFlags[table] = enabled[1] ? ENABLED : 0;
      touched.push([schema, table, columns.length]);
    }
  }
  const found: SyncedTables = { start: [], stop: [], idle_columns: 0 };
  for (let schema = 0; schema < schemaCount(tree); schema += 1) {
    const [from, to] = tablesOf(tree, schema);
    for (let table = from; table < to; table += 1) {
      const was = on(tree.schemas.flags, schema) && on(tree.tables.flags, table);
      const is = on(schemaFlags, schema) && on(tableFlags, table);
      if (was !== is) found[is ? "start" : "stop"].push([schemaName(tree, schema), tableName(tree, table)]);
    }
  }
  for (const [schema, table, columns] of touched) {
    if (!on(schemaFlags, schema) || !on(tableFlags, table)) found.idle_columns += columns;
  }
  return found;
}

const on = (flags: Uint8Array, at: number): boolean => ((flags[at] ?? 0) & ENABLED) !== 0;
