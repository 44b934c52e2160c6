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
 * columns of tables that stay enabled as enabled (T: fivetran/tests/mock/resource_connector_schema_config_logic_test.go).
 */
export function columnUnder(
  tree: SchemaTree,
  flags: number,
  policy: SchemaChangeHandling,
  tableStaysEnabled: boolean,
): boolean {
  const on = (flags & ENABLED) !== 0;
  if ((flags & (STORED | LOCKED)) !== 0) return on;
  return follow(tree.schema_change_handling, policy, on, tableStaysEnabled);
}

/** The same for a column that is not known because it does not stand in the config. */
export function unknownColumnUnder(
  tree: SchemaTree,
  policy: SchemaChangeHandling,
  tableStaysEnabled: boolean,
): boolean {
  return follow(
    tree.schema_change_handling,
    policy,
    columnsFollow(tree.schema_change_handling),
    tableStaysEnabled,
  );
}

function follow(from: SchemaChangeHandling, to: SchemaChangeHandling, on: boolean, stays: boolean): boolean {
  if (columnsFollow(from) === columnsFollow(to)) return on;
  return columnsFollow(to) || (on && stays);
}
