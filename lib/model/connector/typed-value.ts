import type { Field, FieldPart, FieldValues, SettingsValues } from "@/lib/model/connector/field";

/** What is typed in a top-level field. Own keys only, so that `constructor` holds nothing. */
export function typedAt(values: SettingsValues, field: Field): unknown {
  return ownValue(values[field.part], field.name);
}

/** The value under a name of an object that may be none; undefined where it has no such key of its own. */
export function ownValue(object: unknown, name: string): unknown {
  if (typeof object !== "object" || object === null) return undefined;
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}

/** The settings with one top-level value replaced; the rest is shared. */
export function withTyped(values: SettingsValues, field: Field, value: unknown): SettingsValues {
  return { ...values, [field.part]: withKey(values[field.part], field.name, value) };
}

/** Settings without any value. */
export function noSettings(): SettingsValues {
  const parts: Record<FieldPart, FieldValues> = {
    config: {},
    auth: {},
    external_secrets_keys_config: {},
    request: {},
  };
  return parts;
}

/** The object with one key set, whatever its name. */
function withKey(object: FieldValues | undefined, name: string, value: unknown): FieldValues {
  return Object.fromEntries([...Object.entries(object ?? {}).filter(([key]) => key !== name), [name, value]]);
}

/** Whether nothing was typed: no text but blanks, no item, nothing in any field of an object. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every(isBlank);
  return typeof value === "object" && Object.values(value).every(isBlank);
}
