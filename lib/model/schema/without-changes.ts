import { fieldSteps } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import type { Steps } from "@/lib/model/steps";

/** The changes less those fields that `made` brought to the value they want. */
export function* withoutChanges(changes: SchemaChanges, made: SchemaChanges): Steps<SchemaChanges> {
  const list = new ChangeList();
  yield* fieldSteps(changes, (path, field, change) => list.set(path, field, change));
  yield* fieldSteps(made, (path, field, [, to]) => {
    if (list.get(path, field)?.[1] === to) list.delete(path, field);
  });
  return list.changes();
}
