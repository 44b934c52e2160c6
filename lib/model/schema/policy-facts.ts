import { countOf } from "@/lib/model/names";
import { columnsFollow, columnUnder } from "@/lib/model/schema/effective";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import {
  columnsOf,
  ENABLED,
  isComplete,
  type SchemaChangeHandling,
  type SchemaTree,
  tableCount,
} from "@/lib/model/schema/schema-tree";

// D: rest-api/tutorials/connection-schema-configuration-use-cases
const MEANS: Record<SchemaChangeHandling, string> = {
  ALLOW_ALL: "From now on new schemas, tables and columns will sync without anybody having looked at them.",
  ALLOW_COLUMNS:
    "From now on new schemas and tables will stay off, and new columns will sync where their table does.",
  BLOCK_ALL: "From now on new schemas, tables and columns will stay off, apart from system columns and keys.",
};

export interface PolicyFacts {
  /** What is certain. */
  costs: string[];
  unknown: string[];
}

/** What a change of the policy brings, for what is new and for the columns that nobody has set. */
export function policyFacts(
  tree: SchemaTree,
  { schema_change_handling: change }: SchemaChanges,
): PolicyFacts {
  if (!change) return { costs: [], unknown: [] };
  const [from, to] = change;
  const costs = [MEANS[to]];
  const unknown: string[] = [];
  if (columnsFollow(from) === columnsFollow(to)) return { costs, unknown };

  const { on, off, unloaded } = followers(tree, to);
  if (columnsFollow(to)) {
    costs.push("Columns that the policy held back will sync where their table does.");
    if (on > 0) costs.push(`${countOf(on, "known column")} ${on === 1 ? "is" : "are"} among them.`);
    if (unloaded > 0) {
      unknown.push(
        `How many more there are is not known: the columns of ${countOf(unloaded, "table")} are not loaded.`,
      );
    }
    unknown.push(
      "Going back to BLOCK_ALL does not hold them back again by itself: Fivetran then stores what syncs as enabled.",
    );
    return { costs, unknown };
  }
  costs.push("Fivetran stores the columns of tables that are on as enabled, so what syncs now goes on.");
  if (off > 0) {
    costs.push(`${countOf(off, "known column")} of tables that are off will be off too.`);
  }
  unknown.push("Whether tables that this same change turns on or off count as on for that is not known.");
  return { costs, unknown };
}

/** How many known columns go on or off with the policy, and of how many tables not all columns are known. */
function followers(
  tree: SchemaTree,
  to: SchemaChangeHandling,
): { on: number; off: number; unloaded: number } {
  const found = { on: 0, off: 0, unloaded: 0 };
  for (let table = 0; table < tableCount(tree); table += 1) {
    if (!isComplete(tree, table)) found.unloaded += 1;
    const [first, end] = columnsOf(tree, table);
    for (let column = first; column < end; column += 1) {
      const flags = tree.columns.flags[column] ?? 0;
      const was = (flags & ENABLED) !== 0;
      const is = columnUnder(tree, table, flags, to);
      if (was !== is) found[is ? "on" : "off"] += 1;
    }
  }
  return found;
}
