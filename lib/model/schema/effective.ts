import { isDeleted } from "@/lib/model/schema/editable";
import {
  ENABLED,
  LOCKED,
  type SchemaChangeHandling,
  type SchemaTree,
  STORED,
} from "@/lib/model/schema/schema-tree";

/** Whether a column that nobody set syncs with its table. */
export const columnsFollow = (policy: SchemaChangeHandling): boolean => policy !== "BLOCK_ALL";

/**
 * The own flag of a column once the policy is `policy` and nothing else is set on it. A column in the config itself
 * keeps its value, and so does a locked one; any other follows the policy, save that a switch to BLOCK_ALL stores the
 * columns of tables that are enabled as enabled (T: fivetran/tests/mock/resource_connector_schema_config_logic_test.go).
 */
export function columnUnder(
  tree: SchemaTree,
  table: number,
  flags: number,
  policy: SchemaChangeHandling,
): boolean {
  const on = (flags & ENABLED) !== 0;
  if ((flags & (STORED | LOCKED)) !== 0) return on;
  return follow(tree, table, policy, on);
}

/** The same for a column that is not known because it does not stand in the config. */
export function unknownColumnUnder(tree: SchemaTree, table: number, policy: SchemaChangeHandling): boolean {
  return follow(tree, table, policy, columnsFollow(tree.schema_change_handling));
}

function follow(tree: SchemaTree, table: number, policy: SchemaChangeHandling, on: boolean): boolean {
  if (columnsFollow(tree.schema_change_handling) === columnsFollow(policy)) return on;
  if (columnsFollow(policy)) return true;
  return on && ((tree.tables.flags[table] ?? 0) & ENABLED) !== 0 && !isDeleted(tree, table);
}
