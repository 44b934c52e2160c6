import "server-only";
import { MASK, redactText } from "@/lib/auth/redact";
import { isSecretName } from "@/lib/auth/secret-name";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { FIELD_PARTS, type FieldPart } from "@/lib/model/connector/field";
import { isSecretName as isSecretFieldName } from "@/lib/model/connector/secret-name";
import { isBlank } from "@/lib/model/connector/typed-value";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";
import type { SetupDraft, SetupValues } from "@/lib/model/setup-draft";

type Kept = Pick<SetupDraft, "values" | "secrets">;

/**
 * What of a person's choices may be stored: everything but secrets, of which the paths stay. The page that sends them
 * is not relied on: what the type's form calls a secret goes, what looks like one, and every setting that the form does
 * not know. Where no form is to be had a value goes whose name sounds like a secret, however deep.
 * @param announced paths of secrets that the page holds and did not send
 */
export function keptValues(
  form: ConnectorForm | null,
  values: SetupValues,
  announced: readonly string[],
): Kept {
  const clean = form ? withoutSecrets(form, values.settings) : { values: values.settings, secrets: [] };
  const secrets = new Set([
    ...announced.filter((path) => form && isSecretPath(form, path)),
    ...clean.secrets,
  ]);
  const seen = new Looking(secrets, form === null);
  const settings = FIELD_PARTS.map((part): [FieldPart, unknown] => [
    part,
    seen.value(clean.values[part], part, ""),
  ]);
  return {
    values: { ...values, settings: Object.fromEntries(settings) as SetupValues["settings"] },
    secrets: [...secrets],
  };
}

/** No setting is nested deeper: what is below it is dropped. */
const DEEPEST = 64;

/** Empties what looks like a secret, and notes where it was. */
class Looking {
  constructor(
    private readonly secrets: Set<string>,
    private readonly byName: boolean,
  ) {}

  value(value: unknown, path: string, name: string, left = DEEPEST): unknown {
    if (this.byName && (path.startsWith("auth.") || soundsSecret(name))) return this.#empty(value, path);
    if (typeof value === "string") return this.#text(value, path);
    if (typeof value !== "object" || value === null) return value;
    if (left === 0) return null;
    if (Array.isArray(value))
      return value.map((each, at) => this.value(each, `${path}.${at}`, name, left - 1));
    return Object.fromEntries(
      Object.entries(value).map(([inner, each]) => [
        inner,
        this.value(each, `${path}.${inner}`, inner, left - 1),
      ]),
    );
  }

  /** A private key, a token or a password in an address shows by itself, wherever it was pasted. */
  #text(text: string, path: string): string {
    const named = this.byName && [...text.matchAll(NAMES)].some(([, name = ""]) => soundsSecret(name));
    return named || text.includes(MASK) || redactText(text) !== text ? this.#empty(text, path) : text;
  }

  #empty<T>(value: T, path: string): T {
    if (typeof value === "boolean" || isBlank(value)) return value;
    this.secrets.add(path);
    return (Array.isArray(value) ? [] : typeof value === "object" ? {} : "") as T;
  }
}

const soundsSecret = (name: string): boolean => isSecretName(name) || isSecretFieldName(name);

/** The names in a text that may be an object written down. */
const NAMES = /["']?([A-Za-z_]\w*)["']?\s*[:=]/g;

/** Whether the form has a secret at a path, whose items are counted. */
function isSecretPath(form: ConnectorForm, path: string): boolean {
  return form.by_path.get(path.replace(/\.\d+(?=\.|$)/g, ""))?.secret === true;
}
