import { eachField } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** The changes less those fields that `made` brought to the value they want. */
export function withoutChanges(changes: SchemaChanges, made: SchemaChanges): SchemaChanges {
  const list = new ChangeList();
  eachField(changes, (path, field, change) => list.set(path, field, change));
  eachField(made, (path, field, [, to]) => {
    if (list.get(path, field)?.[1] === to) list.delete(path, field);
  });
  return list.changes();
}
