import { eachField } from "@/lib/model/schema/change-fields";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** Whether two sets of changes make the same of the same fields, in whatever order they tell it. */
export function sameChanges(one: SchemaChanges, other: SchemaChanges): boolean {
  if (one === other) return true;
  // Those of one more edit, as each save of a draft compares, are told apart by their number.
  if (fieldCount(one) !== fieldCount(other)) return false;
  const values = new Map<string, string | boolean>();
  eachField(one, (path, field, [, to]) => values.set(JSON.stringify([field, ...path]), to));
  let same = true;
  let count = 0;
  eachField(other, (path, field, [, to]) => {
    count += 1;
    if (same && values.get(JSON.stringify([field, ...path])) !== to) same = false;
  });
  return same && count === values.size;
}

function fieldCount(changes: SchemaChanges): number {
  let count = 0;
  eachField(changes, () => {
    count += 1;
  });
  return count;
}
