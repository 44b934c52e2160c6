import { columnsFollow, columnUnder } from "@/lib/model/schema/effective";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { ColumnChange, SchemaChanges, TableChange } from "@/lib/model/schema/schema-changes";
import {
  columnsOf,
  ENABLED,
  HASHED,
  KEY,
  type SchemaTree,
  STORED,
  tableCount,
} from "@/lib/model/schema/schema-tree";
import { withUnknownColumns } from "@/lib/model/schema/test-unknown-columns";

/**
 * The tree that Fivetran is expected to have after these changes, which `bindChanges` found possible on it. What the
 * policy does to columns that nobody set is part of it; columns that were not known and are set come into it.
 */
export function applyChanges(tree: SchemaTree, changes: SchemaChanges): SchemaTree {
  const policy = changes.schema_change_handling?.[1] ?? tree.schema_change_handling;
  const grown = withUnknownColumns(tree, changes);
  const next: SchemaTree = {
    ...grown,
    schema_change_handling: policy,
    modes: [...grown.modes],
    schemas: { ...grown.schemas, flags: grown.schemas.flags.slice() },
    tables: { ...grown.tables, flags: grown.tables.flags.slice(), mode: grown.tables.mode.slice() },
    columns: { ...grown.columns, flags: grown.columns.flags.slice() },
  };
  const changed: [table: number, columns: readonly ColumnChange[]][] = [];
  for (const change of changes.schemas) {
    const schema = findSchema(next, change.name);
    if (schema < 0) continue;
    if (change.enabled) put(next.schemas.flags, schema, ENABLED, change.enabled[1]);
    for (const one of change.tables ?? []) {
      const table = findTable(next, schema, one.name);
      if (table < 0) continue;
      applyTable(next, table, one);
      if (one.columns) changed.push([table, one.columns]);
    }
  }
  if (columnsFollow(policy) !== columnsFollow(tree.schema_change_handling)) followPolicy(grown, next);
  for (const [table, columns] of changed) applyColumns(next, table, columns);
  return next;
}

function applyTable(next: SchemaTree, table: number, { enabled, sync_mode }: TableChange): void {
  if (enabled) put(next.tables.flags, table, ENABLED, enabled[1]);
  if (!sync_mode) return;
  const modes = next.modes as string[];
  const known = modes.indexOf(sync_mode[1]);
  next.tables.mode[table] = known >= 0 ? known : modes.push(sync_mode[1]) - 1;
}

/** Unset columns go with the policy; a switch to BLOCK_ALL puts those that stay on into the config. */
function followPolicy(before: SchemaTree, next: SchemaTree): void {
  for (let table = 0; table < tableCount(next); table += 1) {
    const [from, to] = columnsOf(next, table);
    for (let column = from; column < to; column += 1) {
      const flags = before.columns.flags[column] ?? 0;
      const on = columnUnder(before, table, flags, next.schema_change_handling);
      put(next.columns.flags, column, ENABLED, on);
      if (on && !columnsFollow(next.schema_change_handling)) put(next.columns.flags, column, STORED, true);
    }
  }
}

function applyColumns(next: SchemaTree, table: number, columns: readonly ColumnChange[]): void {
  const find = columnFinder(next, table, columns.length);
  for (const { name, enabled, hashed, is_primary_key } of columns) {
    const column = find(name);
    if (column < 0) continue;
    put(next.columns.flags, column, STORED, true);
    if (enabled) put(next.columns.flags, column, ENABLED, enabled[1]);
    if (hashed) put(next.columns.flags, column, HASHED, hashed[1]);
    if (is_primary_key) put(next.columns.flags, column, KEY, is_primary_key[1]);
  }
}

function put(flags: Uint8Array, at: number, flag: number, on: boolean): void {
  const before = flags[at] ?? 0;
  flags[at] = on ? before | flag : before & ~flag;
}
