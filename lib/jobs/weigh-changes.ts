import "server-only";
import { bindChanges } from "@/lib/model/schema/bind-changes";
import { eachField } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges, SchemaConflict } from "@/lib/model/schema/schema-changes";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

/** Changes held against a schema config. */
export interface Weighed {
  /** Those that it has. */
  applied: SchemaChanges;
  /** Those that it has not, whatever it has instead. */
  left: SchemaChanges;
  /** Of `left`, those that can be made as they were meant. */
  open: SchemaChanges;
  /** Of `left`, the others. */
  conflicts: SchemaConflict[];
}

/** Which of the changes a schema config has. */
export function weighChanges(tree: SchemaTree, meant: SchemaChanges): Weighed {
  const { changes: open, conflicts } = bindChanges(tree, meant);
  const missing = new ChangeList();
  eachField(open, (path, field, change) => missing.set(path, field, change));
  for (const { path, field, base, mine } of conflicts) missing.set(path, field, [base, mine]);
  const applied = new ChangeList();
  const left = new ChangeList();
  eachField(meant, (path, field, change) => {
    const list = missing.get(path, field) ? left : applied;
    list.set(path, field, change);
  });
  return { applied: applied.changes(), left: left.changes(), open, conflicts };
}

/** Both; what stands in the first is not set by the second. */
export function alsoChanges(first: SchemaChanges, second: SchemaChanges): SchemaChanges {
  const list = new ChangeList();
  eachField(first, (path, field, change) => list.set(path, field, change));
  eachField(second, (path, field, change) => {
    if (!list.get(path, field)) list.set(path, field, change);
  });
  return list.changes();
}
