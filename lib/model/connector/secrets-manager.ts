import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { requestField } from "@/lib/model/connector/plain-field";
import { isBlank, ownValue, typedAt } from "@/lib/model/connector/typed-value";

const ID = "external_secrets_manager_id";
const KEYS = "external_secrets_keys_config";

/**
 * The fields of a type, and where it can read secrets from an external secrets manager that manager's id too, its keys
 * labelled by the settings that they stand in for.
 */
export function withManager(fields: readonly Field[]): Field[] {
  const keys = fields.filter(({ part }) => part === KEYS);
  if (keys.length === 0) return [...fields];
  const id = requestField(ID, {
    label: "Secrets manager id",
    help: "Of a manager that this account has in Fivetran: what it holds is named below by keys.",
  });
  const own = fields.filter(({ part }) => part !== KEYS);
  return [...own, id, ...keys.map((key) => keyField(key, own))];
}

function keyField(key: Field, fields: readonly Field[]): Field {
  const label = fields.find(({ name }) => name === key.name)?.label ?? key.label;
  return {
    ...key,
    label: `Key for ${label}`,
    help: `The name that the manager has it by. With a key, ${label} is not asked for here.`,
    example: null,
    nullable: true,
  };
}

/** Whether a field says from where Fivetran reads secrets. */
export function isOfManager({ part, name }: Field): boolean {
  return part === KEYS || (part === "request" && name === ID);
}

/** The paths whose values decide what is asked for here and what the manager has. */
export function managerPaths(form: ConnectorForm): string[] {
  return [...form.by_path.values()].filter(isOfManager).map(({ path }) => path);
}

/** Whether a manager is named, so that its keys are asked for. */
export function hasManager(values: SettingsValues): boolean {
  return !isBlank(ownValue(values.request, ID));
}

/** The setting that a key stands in for. */
export function keyedField(form: ConnectorForm, { name }: Field): Field | undefined {
  return form.by_path.get(`config.${name}`) ?? form.by_path.get(`auth.${name}`);
}

/** Whether Fivetran reads a setting from the manager, by a key that is given. */
export function isKeyed(form: ConnectorForm, { part, name, path }: Field, values: SettingsValues): boolean {
  if ((part !== "config" && part !== "auth") || path !== `${part}.${name}` || !hasManager(values))
    return false;
  const key = form.by_path.get(`${KEYS}.${name}`);
  return key !== undefined && keyedField(form, key)?.path === path && !isBlank(typedAt(values, key));
}

/** What is wrong with the id of a manager; null for nothing. */
export function managerFault({ part, name }: Field, text: string): string | null {
  if (part !== "request" || name !== ID || /^[\w-]+$/.test(text.trim())) return null;
  return "An id of Fivetran has letters, digits, _ and - only, such as lucky_tiger.";
}
