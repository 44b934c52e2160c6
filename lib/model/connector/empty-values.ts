import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldValues, SettingsValues } from "@/lib/model/connector/field";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { noSettings, withTyped } from "@/lib/model/connector/typed-value";

/**
 * What a form of a new connection begins with: nothing, but for the standing values of fields that are to be filled
 * in or that others depend on, so that what is sent is what the screen shows.
 */
export function emptyValues(form: ConnectorForm): SettingsValues {
  const asked = new Set(
    form.conditions.flatMap(({ when, needed }) => [...Object.keys(when), ...(needed ?? [])]),
  );
  return settableFields(form).reduce((values, field) => {
    const begins = field.standing !== null && !field.retired && (field.needed || asked.has(field.path));
    const typed = field.kind === "boolean" ? field.standing : String(field.standing);
    return withTyped(values, field, begins ? typed : emptyValue(field));
  }, noSettings());
}

/** What an untouched field holds. */
export function emptyValue(field: Field): unknown {
  switch (field.kind) {
    case "boolean":
      return null;
    case "list":
    case "objects":
      return [];
    case "object":
      return emptyItem(field);
    default:
      return "";
  }
}

/** An object of untouched fields: a new item of a list of objects. */
export function emptyItem(field: Field): FieldValues {
  return Object.fromEntries(
    field.fields.filter((inner) => !inner.readonly).map((inner) => [inner.name, emptyValue(inner)]),
  );
}
