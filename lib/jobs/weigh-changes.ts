import "server-only";
import { bindSteps } from "@/lib/model/schema/bind-changes";
import { fieldSteps } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import { NO_CHANGES } from "@/lib/model/schema/no-changes";
import type { SchemaChanges, SchemaConflict } from "@/lib/model/schema/schema-changes";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import type { Steps } from "@/lib/model/steps";

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
export function* weighChanges(tree: SchemaTree, meant: SchemaChanges): Steps<Weighed> {
  const { changes: open, conflicts } = yield* bindSteps(tree, meant);
  if (conflicts.length === 0 && open.schemas.length === 0 && !open.schema_change_handling) {
    return { applied: meant, left: NO_CHANGES, open, conflicts };
  }
  const missing = new ChangeList();
  yield* fieldSteps(open, (path, field, change) => missing.set(path, field, change));
  for (const { path, field, base, mine } of conflicts) missing.set(path, field, [base, mine]);
  const applied = new ChangeList();
  const left = new ChangeList();
  yield* fieldSteps(meant, (path, field, change) => {
    const list = missing.get(path, field) ? left : applied;
    list.set(path, field, change);
  });
  return { applied: applied.changes(), left: left.changes(), open, conflicts };
}

/** Both; what stands in the first is not set by the second. */
export function* alsoChanges(first: SchemaChanges, second: SchemaChanges): Steps<SchemaChanges> {
  const list = new ChangeList();
  yield* fieldSteps(first, (path, field, change) => list.set(path, field, change));
  yield* fieldSteps(second, (path, field, change) => {
    if (!list.get(path, field)) list.set(path, field, change);
  });
  return list.changes();
}
