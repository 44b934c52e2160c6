import { eachField } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaChanges, SchemaField, SchemaPath } from "@/lib/model/schema/schema-changes";

export interface MergedDraft {
  changes: SchemaChanges;
  /** Fields that both sides edited differently since; the own edit stands. */
  overlaps: number;
}

/**
 * Brings two drafts together that both began as `common`, as when two tabs edit at once: each field as the side left it
 * that touched it; where both did, as `mine` has it.
 */
export function mergeDrafts(common: SchemaChanges, mine: SchemaChanges, theirs: SchemaChanges): MergedDraft {
  const before = listOf(common);
  const own = listOf(mine);
  const other = listOf(theirs);
  const list = new ChangeList();
  let overlaps = 0;
  const merge = (path: SchemaPath, field: SchemaField) => {
    const [was, here, there] = [before, own, other].map((one) => one.get(path, field));
    const touchedHere = here?.[1] !== was?.[1];
    const touchedThere = there?.[1] !== was?.[1];
    if (touchedHere && touchedThere && here?.[1] !== there?.[1]) overlaps += 1;
    const stands = touchedHere ? here : there;
    if (stands) list.set(path, field, stands);
  };
  eachField(theirs, merge);
  eachField(mine, (path, field) => {
    if (!other.get(path, field)) merge(path, field);
  });
  return { changes: list.changes(), overlaps };
}

function listOf(changes: SchemaChanges): ChangeList {
  const list = new ChangeList();
  eachField(changes, (path, field, change) => list.set(path, field, change));
  return list;
}
