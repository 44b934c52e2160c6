import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { emptyValue } from "@/lib/model/connector/empty-values";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { isSecretName } from "@/lib/model/connector/secret-name";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { isBlank, noSettings, ownValue, withTyped } from "@/lib/model/connector/typed-value";

export interface PublicValues {
  values: SettingsValues;
  /** Paths of the secrets that were taken out, items of lists by number. */
  secrets: string[];
}

/**
 * The values that may be stored: fields of the form only, secrets emptied. A text that carries a private key or a
 * password within an address is taken out wherever it stands. Takes anything, as it comes from a browser.
 */
export function withoutSecrets(form: ConnectorForm, values: unknown): PublicValues {
  const secrets: string[] = [];
  const kept = settableFields(form).reduce((settings, field) => {
    const typed = ownValue(ownValue(values, field.part), field.name);
    return withTyped(settings, field, cleaned(field, typed, field.path, secrets));
  }, noSettings());
  return { values: kept, secrets };
}

function cleaned(field: Field, typed: unknown, path: string, secrets: string[]): unknown {
  const { item } = field;
  switch (field.kind) {
    case "boolean":
      return typeof typed === "boolean" ? typed : null;
    case "list":
      if (!Array.isArray(typed) || !item) return [];
      return typed.map((each, at) => cleaned(item, each, `${path}.${at}`, secrets));
    case "objects":
      return Array.isArray(typed)
        ? typed.map((each, at) => cleanObject(field, each, `${path}.${at}`, secrets))
        : [];
    case "object":
      return cleanObject(field, typed, path, secrets);
    default:
      return cleanText(field, typed, path, secrets);
  }
}

function cleanObject(field: Field, typed: unknown, path: string, secrets: string[]): unknown {
  const inner = field.fields.filter((each) => !each.readonly);
  return Object.fromEntries(
    inner.map((each) => [
      each.name,
      cleaned(each, ownValue(typed, each.name), `${path}.${each.name}`, secrets),
    ]),
  );
}

function cleanText(field: Field, typed: unknown, path: string, secrets: string[]): unknown {
  if (typeof typed === "number") return field.secret ? taken(field, path, secrets) : String(typed);
  if (typeof typed !== "string" || isBlank(typed)) return emptyValue(field);
  const hidden = field.secret || carriesSecret(typed) || (field.kind === "json" && namesSecret(typed));
  return hidden ? taken(field, path, secrets) : typed;
}

function taken(field: Field, path: string, secrets: string[]): unknown {
  secrets.push(path);
  return emptyValue(field);
}

/** Whether a text is or has a private key, or an address with a password in it. */
function carriesSecret(text: string): boolean {
  return /PRIVATE KEY/.test(text) || /\/\/[^/\s:@]*:[^/\s@]+@/.test(text);
}

/** Whether a text that is or will be JSON has a key that sounds like a secret. */
function namesSecret(text: string): boolean {
  return [...text.matchAll(/["']?([A-Za-z_]\w*)["']?\s*:/g)].some(([, name = ""]) => isSecretName(name));
}
