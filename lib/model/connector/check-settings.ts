import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldIssue, SettingsValues } from "@/lib/model/connector/field";
import { fieldSchema } from "@/lib/model/connector/field-schema";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { neededPaths, shownPaths } from "@/lib/model/connector/shown-paths";
import { isBlank, typedAt } from "@/lib/model/connector/typed-value";

export interface CheckOptions {
  readonly mode: "create" | "edit";
  /** Paths of secrets that stand in Fivetran: missing ones are none. */
  readonly kept?: ReadonlySet<string>;
}

/** All that is wrong with these values, hidden fields aside, in the order of the screen. */
export function checkSettings(
  form: ConnectorForm,
  values: SettingsValues,
  { mode, kept = new Set() }: CheckOptions,
): FieldIssue[] {
  const shown = shownPaths(form, values);
  const needed = neededPaths(form, values);
  return settableFields(form).flatMap((field) => {
    if (!shown.has(field.path) || (mode === "edit" && field.immutable)) return [];
    const typed = typedAt(values, field);
    if (isBlank(typed)) {
      const missing = needed.has(field.path) && !keeps(kept, field.path);
      return missing ? [{ path: field.path, message: `${field.label} is needed.` }] : [];
    }
    return faultsOf(field, typed);
  });
}

function faultsOf(field: Field, typed: unknown): FieldIssue[] {
  const { error } = fieldSchema(field).safeParse(typed);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: [field.path, ...path].join("."),
    message,
  }));
}

/** Whether a secret at the path or inside it stands in Fivetran. */
function keeps(kept: ReadonlySet<string>, path: string): boolean {
  return kept.has(path) || [...kept].some((each) => each.startsWith(`${path}.`));
}
