import { changedFields } from "@/lib/model/connector/changed-settings";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { sameTyped } from "@/lib/model/connector/same-typed";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { typedAt, withTyped } from "@/lib/model/connector/typed-value";

/** A field that somebody else changed while it was edited here. */
export interface EditConflict {
  field: Field;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface RebasedEdit {
  /** What Fivetran has now, with the edits of this form over it. */
  values: SettingsValues;
  /** Changed elsewhere since the form was opened, and not edited here. */
  theirs: Field[];
  conflicts: EditConflict[];
}

/**
 * Puts the edits of a form over what the connection has now. Fields are compared whole, lists and objects too; a
 * secret that somebody else replaced is masked before and after, so that nothing tells of it.
 * @param base what the connection had when the form was opened
 * @param now what it has now
 */
export function rebaseEdit(
  form: ConnectorForm,
  base: SettingsValues,
  edited: SettingsValues,
  now: SettingsValues,
): RebasedEdit {
  const mine = new Set(changedFields(form, base, edited).map(({ path }) => path));
  const rebased: RebasedEdit = { values: now, theirs: [], conflicts: [] };
  for (const field of settableFields(form)) {
    const was = typedAt(base, field);
    const theirs = typedAt(now, field);
    const moved = !sameTyped(was, theirs);
    if (!mine.has(field.path)) {
      if (moved) rebased.theirs.push(field);
      continue;
    }
    const typed = typedAt(edited, field);
    rebased.values = withTyped(rebased.values, field, typed);
    if (moved && !sameTyped(theirs, typed)) rebased.conflicts.push({ field, base: was, theirs, mine: typed });
  }
  return rebased;
}
