import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { ColumnChange, SchemaChanges } from "@/lib/model/schema/schema-changes";
import {
  columnName,
  columnsOf,
  ENABLED,
  LOCKED,
  type SchemaTree,
  STORED,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";
import type { Steps } from "@/lib/model/steps";

/**
 * What going back to BLOCK_ALL still needs. BLOCK_ALL held back every column that nobody had set; the policy after it
 * let them sync, and the switch back stores what syncs as enabled. So whatever stands in the config after the switch
 * (`after`, its answer) and did not just before it (`before`) was held back once and is to be again.
 */
export function* blockAgain(before: SchemaTree, after: SchemaTree): Steps<SchemaChanges> {
  const schemas: SchemaChanges["schemas"] = [];
  for (let schema = 0; schema < schemaCount(after); schema += 1) {
    const name = schemaName(after, schema);
    const was = findSchema(before, name);
    if (was < 0) continue;
    const tables = [];
    const [from, to] = tablesOf(after, schema);
    for (let table = from; table < to; table += 1) {
      const own = tableName(after, table);
      const wasTable = findTable(before, was, own);
      const columns = wasTable < 0 ? [] : blockedAgain(before, wasTable, after, table);
      if (columns.length > 0) tables.push({ name: own, columns });
      yield;
    }
    if (tables.length > 0) schemas.push({ name, tables });
  }
  return { schemas };
}

function blockedAgain(
  before: SchemaTree,
  wasTable: number,
  after: SchemaTree,
  table: number,
): ColumnChange[] {
  const columns: ColumnChange[] = [];
  const [from, to] = columnsOf(after, table);
  const find = columnFinder(before, wasTable, to - from);
  for (let column = from; column < to; column += 1) {
    if (((after.columns.flags[column] ?? 0) & (STORED | ENABLED | LOCKED)) !== (STORED | ENABLED)) continue;
    const name = columnName(after, column);
    const was = find(name);
    if (((before.columns.flags[was] ?? 0) & STORED) === 0) columns.push({ name, enabled: [true, false] });
  }
  return columns;
}
