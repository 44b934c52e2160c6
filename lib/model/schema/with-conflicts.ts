import { eachField } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges, SchemaConflict } from "@/lib/model/schema/schema-changes";

/** The changes with what conflicts wanted, from the value it was made from; a field that was changed since wins. */
export function withConflicts(changes: SchemaChanges, conflicts: readonly SchemaConflict[]): SchemaChanges {
  if (conflicts.length === 0) return changes;
  const list = new ChangeList();
  for (const { path, field, base, mine } of conflicts) list.set(path, field, [base, mine]);
  eachField(changes, (path, field, change) => list.set(path, field, change));
  return list.changes();
}
