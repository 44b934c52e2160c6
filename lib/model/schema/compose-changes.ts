import { eachField, eachItem } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** Changes made one after another as one: each field from its first value to its last, without those that came back to it. */
export function composeChanges(sequence: readonly SchemaChanges[]): SchemaChanges {
  const list = new ChangeList();
  for (const changes of sequence) {
    eachItem(changes, (path, { seen }) => seen && list.see(path, seen));
    eachField(changes, (path, field, [from, to]) => {
      const first = list.get(path, field)?.[0] ?? from;
      if (first === to) list.delete(path, field);
      else list.set(path, field, [first, to]);
    });
  }
  return list.changes();
}
