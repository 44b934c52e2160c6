import { eachField } from "@/lib/model/schema/change-fields";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** Whether two sets of changes make the same of the same fields, in whatever order they tell it. */
export function sameChanges(one: SchemaChanges, other: SchemaChanges): boolean {
  if (one === other) return true;
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
