import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";
import { hasManager, isKeyed, keyedField } from "@/lib/model/connector/secrets-manager";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { isBlank, typedAt } from "@/lib/model/connector/typed-value";

/**
 * The paths of the fields that these values ask for, nested ones too. A field that conditions name is shown while
 * one of them holds; a retired one only where it has a value, and one that an external secrets manager has the value of
 * not at all. What is not shown is not sent.
 */
export function shownPaths(form: ConnectorForm, values: SettingsValues): ReadonlySet<string> {
  const holds = conditionHolds(form, values);
  const shown = new Set<string>();
  const add = (field: Field) => {
    if (!isShown(form, field, values, holds)) return;
    shown.add(field.path);
    field.fields.forEach(add);
  };
  settableFields(form).forEach(add);
  return shown;
}

/**
 * Those of the shown fields that a connection cannot do without, as far as is known; of top-level fields only.
 * @param authorise_by with a connect card, whatever signs in is asked for on Fivetran's own page instead
 */
export function neededPaths(
  form: ConnectorForm,
  values: SettingsValues,
  authorise_by: "fields" | "connect_card" = "fields",
): ReadonlySet<string> {
  const shown = shownPaths(form, values);
  const holds = conditionHolds(form, values);
  const needed = form.conditions.flatMap((it) => (holds(it) ? (it.needed ?? []) : []));
  const always = settableFields(form).filter((field) => field.required || field.needed);
  const elsewhere = new Set(authorise_by === "connect_card" ? cardPaths(form) : []);
  return new Set(
    [...always.map(({ path }) => path), ...needed].filter((path) => shown.has(path) && !elsewhere.has(path)),
  );
}

/** The fields that sign in: a connect card asks for them. */
function cardPaths(form: ConnectorForm): string[] {
  const group = form.groups.find(({ id }) => id === "sign_in");
  return group ? [...group.fields, ...group.more].map(({ path }) => path) : [];
}

type Holds = (condition: Condition) => boolean;

function isShown(form: ConnectorForm, field: Field, values: SettingsValues, holds: Holds): boolean {
  if (field.readonly) return false;
  if (field.retired) return !isBlank(typedAt(values, field));
  if (field.part === "external_secrets_keys_config") {
    const keyed = keyedField(form, field);
    return hasManager(values) && (!keyed || isAskedFor(form, keyed, holds));
  }
  return isAskedFor(form, field, holds) && !isKeyed(form, field, values);
}

function isAskedFor(form: ConnectorForm, field: Field, holds: Holds): boolean {
  const ways = form.conditions.filter(({ show }) => show.includes(field.path));
  return ways.length === 0 || ways.some(holds);
}

/** Whether a condition holds: while the fields it asks about are themselves shown and have one of its values. */
function conditionHolds(form: ConnectorForm, values: SettingsValues): Holds {
  const known = new Map<Condition, boolean>();
  const holds: Holds = (condition) => {
    const found = known.get(condition);
    if (found !== undefined) return found;
    // Conditions that wait for one another would never end; until it is known, each counts as holding.
    known.set(condition, true);
    const result = Object.entries(condition.when).every(([path, wanted]) => {
      const field = form.by_path.get(path);
      if (!field) return false;
      return wanted.includes(standingOrTyped(field, values)) && isShown(form, field, values, holds);
    });
    known.set(condition, result);
    return result;
  };
  return holds;
}

function standingOrTyped(field: Field, values: SettingsValues): string | boolean | null {
  const typed = typedAt(values, field);
  const value = isBlank(typed) ? field.standing : typed;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}
