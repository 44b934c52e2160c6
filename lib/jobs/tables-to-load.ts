import "server-only";
import { fitsPath } from "@/lib/model/path";
import { isDeleted } from "@/lib/model/schema/editable";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import {
  COLUMNS_CONFIG,
  isComplete,
  type SchemaTree,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

type Names = readonly [schema: string, table: string];

export interface TablesToLoad {
  tables: Names[];
  /** How many the job had read itself when its process ended. */
  before: number;
  /** How many have names that no address can carry. */
  unaddressed: number;
}

/**
 * The tables whose columns can be read: of all, those not known in full; of given ones, each.
 * @param since when a job that goes on was asked for, in epoch milliseconds: what was read since, it read
 */
export function tablesToLoad(
  tree: SchemaTree,
  asked: readonly Names[] | "all",
  since: number | null,
): TablesToLoad {
  const found: TablesToLoad = { tables: [], before: 0, unaddressed: 0 };
  // Reads are kept to the second.
  const asked_at = since === null ? Number.POSITIVE_INFINITY : Math.floor(since / 1_000) * 1_000;
  const add = (names: Names, table: number, again: boolean) => {
    if (((tree.tables.flags[table] ?? 0) & COLUMNS_CONFIG) === 0 || isDeleted(tree, table)) return;
    const read_at = (tree.tables.columns_read_at[table] ?? 0) * 1_000;
    if (!names.every(fitsPath)) found.unaddressed += 1;
    else if (read_at >= asked_at) found.before += 1;
    else if (again || !isComplete(tree, table)) found.tables.push(names);
  };
  if (asked === "all") {
    for (let schema = 0; schema < schemaCount(tree); schema += 1) {
      const [from, to] = tablesOf(tree, schema);
      const name = schemaName(tree, schema);
      for (let table = from; table < to; table += 1) add([name, tableName(tree, table)], table, false);
    }
  } else {
    for (const names of asked) {
      const schema = findSchema(tree, names[0]);
      const table = schema < 0 ? -1 : findTable(tree, schema, names[1]);
      if (table >= 0) add(names, table, true);
    }
  }
  return found;
}
