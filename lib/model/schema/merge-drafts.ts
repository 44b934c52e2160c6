import { eachField, type FieldValue } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { Change, SchemaChanges, SchemaField, SchemaPath } from "@/lib/model/schema/schema-changes";

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
  const before = fieldsOf(common);
  const own = fieldsOf(mine);
  const other = fieldsOf(theirs);
  const list = new ChangeList();
  let overlaps = 0;
  for (const key of new Set([...other.keys(), ...own.keys(), ...before.keys()])) {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const touchedHere = here?.change[1] !== was?.change[1];
    const touchedThere = there?.change[1] !== was?.change[1];
    if (touchedHere && touchedThere && here?.change[1] !== there?.change[1]) overlaps += 1;
    const stands = touchedHere ? here : there;
    if (stands) list.set(stands.path, stands.field, stands.change);
  }
  return { changes: list.changes(), overlaps };
}

interface Field {
  path: SchemaPath;
  field: SchemaField;
  change: Change<FieldValue>;
}

function fieldsOf(changes: SchemaChanges): Map<string, Field> {
  const fields = new Map<string, Field>();
  eachField(changes, (path, field, change) => {
    fields.set(JSON.stringify([field, ...path]), { path, field, change });
  });
  return fields;
}
