import { eachField } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** Whether two sets of changes make the same of the same fields, in whatever order they tell it. */
export function sameChanges(one: SchemaChanges, other: SchemaChanges): boolean {
  if (one === other) return true;
  // Those of one more edit, as each save of a draft compares, are told apart by their number.
  if (fieldCount(one) !== fieldCount(other)) return false;
  const list = new ChangeList();
  eachField(one, (path, field, change) => list.set(path, field, change));
  let same = true;
  eachField(other, (path, field, [, to]) => {
    if (!same) return;
    same = list.get(path, field)?.[1] === to;
    list.delete(path, field);
  });
  return same;
}

function fieldCount(changes: SchemaChanges): number {
  let count = 0;
  eachField(changes, () => {
    count += 1;
  });
  return count;
}
