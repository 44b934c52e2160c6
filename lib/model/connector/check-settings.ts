import { canBeCleared, changedFields } from "@/lib/model/connector/changed-settings";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldIssue, SettingsValues } from "@/lib/model/connector/field";
import { fieldSchema } from "@/lib/model/connector/field-schema";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { neededPaths, shownPaths } from "@/lib/model/connector/shown-paths";
import { isBlank, ownValue, typedAt } from "@/lib/model/connector/typed-value";

export interface CheckOptions {
  readonly mode: "create" | "edit";
  /** Paths of secrets that stand in Fivetran: where they are empty, nothing is missing. */
  readonly kept?: ReadonlySet<string> | undefined;
  /** Paths of secrets that had been typed before and are kept nowhere: to be typed again. */
  readonly lost?: ReadonlySet<string> | undefined;
  /** Of an edit: the values it began with. What was left as it was is not found fault with. */
  readonly before?: SettingsValues | undefined;
  /** `connect_card`: credentials are asked for on Fivetran's own page, and so not here. */
  readonly authorise_by?: "fields" | "connect_card" | undefined;
}

/** All that is wrong with these values, hidden fields aside, in the order of the screen. */
export function checkSettings(
  form: ConnectorForm,
  values: SettingsValues,
  options: CheckOptions,
): FieldIssue[] {
  const { before, mode, authorise_by } = options;
  const kept = options.kept ?? new Set<string>();
  const shown = shownPaths(form, values);
  const needed = neededPaths(form, values, authorise_by);
  const neededBefore = before ? neededPaths(form, before, authorise_by) : new Set<string>();
  const edited = new Set(before && changedFields(form, before, values).map(({ path }) => path));

  /** Fivetran never returns `auth`, so that in an edit nobody knows what it lacks; nor is an old gap of this edit. */
  const missing = (field: Field) =>
    needed.has(field.path) &&
    !standsAt(kept, field.path) &&
    (mode === "create" || field.part !== "auth") &&
    !(before && neededBefore.has(field.path) && isBlank(typedAt(before, field)));

  return settableFields(form).flatMap((field) => {
    if (mode === "edit" && field.immutable) return [];
    const typed = typedAt(values, field);
    const blank = isBlank(typed);
    if (edited.has(field.path) && blank && !canBeCleared(field)) return [notCleared(field)];
    if (!shown.has(field.path)) return [];
    const again = againFaults(field, typed, options.lost, "Type this again: secrets are not kept.");
    if (again.length > 0) return again;
    if (before && edited.has(field.path)) {
      const whole = `Type this again: Fivetran takes ${field.label} as a whole and does not give its secrets back.`;
      again.push(...againFaults(field, typed, insideOf(field, kept), whole));
    }
    if (blank) return again.length > 0 || !missing(field) ? again : [needs(field)];
    return before && !edited.has(field.path) ? [] : [...faultsOf(field, typed), ...again];
  });
}

function needs(field: Field): FieldIssue {
  return { path: field.path, message: `${field.label} is needed.` };
}

function notCleared(field: Field): FieldIssue {
  const message = `${field.label} has a value in Fivetran, and cannot be emptied there by the API.`;
  return { path: field.path, message };
}

function faultsOf(field: Field, typed: unknown): FieldIssue[] {
  const { error } = fieldSchema(field).safeParse(typed);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: [field.path, ...path].join("."),
    message,
  }));
}

/** One issue for each of the paths, of this field or inside it, whose place is there and empty. */
function againFaults(
  field: Field,
  typed: unknown,
  paths: ReadonlySet<string> | undefined,
  message: string,
): FieldIssue[] {
  return [...(paths ?? [])]
    .filter((path) => path === field.path || path.startsWith(`${field.path}.`))
    .filter((path) =>
      isEmptyPlace(
        typed,
        path
          .slice(field.path.length + 1)
          .split(".")
          .filter(Boolean),
      ),
    )
    .map((path) => ({ path, message }));
}

function isEmptyPlace(typed: unknown, [name, ...rest]: string[]): boolean {
  if (name === undefined) return isBlank(typed);
  const inner = ownValue(typed, name);
  return inner !== undefined && isEmptyPlace(inner, rest);
}

function insideOf(field: Field, paths: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...paths].filter((path) => path.startsWith(`${field.path}.`)));
}

/** Whether a secret at the path or inside it stands in Fivetran. */
function standsAt(kept: ReadonlySet<string>, path: string): boolean {
  return kept.has(path) || [...kept].some((each) => each.startsWith(`${path}.`));
}
