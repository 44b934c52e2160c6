import { eachField } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/**
 * The changes that take these back. What only came into view has no value to go back to: nothing is said of it, nor of
 * items having been seen to come or go, which no edit takes back.
 */
export function invertChanges(changes: SchemaChanges): SchemaChanges {
  const back = new ChangeList();
  eachField(changes, (path, field, [from, to], seen) => {
    if (seen !== "appeared" && from !== to) back.set(path, field, [to, from]);
  });
  return back.changes();
}
