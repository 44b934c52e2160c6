import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { sameTyped } from "@/lib/model/connector/same-typed";
import { sentValue } from "@/lib/model/connector/sent-value";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { type Settings, settingsFrom } from "@/lib/model/connector/settings-of";
import { shownPaths } from "@/lib/model/connector/shown-paths";
import { isBlank, typedAt } from "@/lib/model/connector/typed-value";

/**
 * What a change sends: the shown fields whose value is another than before, lists and objects complete. What was
 * emptied is cleared by null, a list by an empty one; a secret that stands and was left empty is not sent, one set
 * to null is cleared. Nothing that is fixed is ever sent.
 */
export function changedSettings(
  form: ConnectorForm,
  before: SettingsValues,
  values: SettingsValues,
): Settings {
  return settingsFrom(
    changedFields(form, before, values).flatMap((field) => {
      const sent = sentChange(field, typedAt(values, field));
      return sent === undefined ? [] : [[field.part, field.name, sent] as const];
    }),
  );
}

/** The shown fields that may change and whose value is another than before. */
export function changedFields(form: ConnectorForm, before: SettingsValues, values: SettingsValues): Field[] {
  const shown = shownPaths(form, values);
  return settableFields(form).filter((field) => {
    const [was, is] = [typedAt(before, field), typedAt(values, field)];
    // A retired field that is emptied is no longer shown, but is meant to be cleared.
    const asked = shown.has(field.path) || (field.retired && !isBlank(was));
    return asked && !field.immutable && !sameTyped(was, is) && !(isBlank(was) && isBlank(is) && is !== null);
  });
}

/** Whether emptying a field that stands can be sent. */
export function canBeCleared(field: Field): boolean {
  return field.nullable || field.kind === "list" || field.kind === "objects";
}

function sentChange(field: Field, typed: unknown): unknown {
  const sent = sentValue(field, typed);
  if (sent !== undefined) return sent;
  if (field.kind === "list" || field.kind === "objects") return [];
  return field.nullable ? null : undefined;
}
