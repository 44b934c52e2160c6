import { MASK } from "@/lib/model/connector/mask";
import { type ConfigKind, configFields } from "@/lib/sandbox/catalogue/config-fields";
import { type Field, type FieldShape, fieldNamed } from "@/lib/sandbox/catalogue/field";
import { acceptedFields } from "@/lib/sandbox/catalogue/overlay/accepted-fields";
import { acceptedSpellings } from "@/lib/sandbox/catalogue/overlay/accepted-spellings";

/** `path` is dotted from the object itself, items by index: `files.0.table_name`. */
export type ConfigIssue = { readonly path: string; readonly message: string };

export type ValidateOptions = {
  /** True for PATCH: keys that a creation needs may be absent. */
  readonly partial: boolean;
  readonly kind?: ConfigKind;
};

/**
 * What Fivetran would refuse in a config, auth or external-secrets object, or null when it would take it: unknown and
 * read-only keys, wrong types, texts outside an enum, a mask sent back, absent schema keys. Null clears a field
 * and is fine anywhere but on a required key. Throws `not_found` for an unknown service.
 */
export function validateConfig(
  service: string,
  config: unknown,
  { partial, kind = "config" }: ValidateOptions,
): ConfigIssue[] | null {
  const { settable, readonly, required } = configFields(service, kind);
  if (!isObject(config)) return [{ path: "", message: `Field '${kind}' must be an object` }];
  const issues: ConfigIssue[] = [];
  for (const key of required) {
    const sent = key === "table_group_name" && filled(config.table) ? config.table : config[key];
    if (partial && sent === undefined) continue;
    if (!filled(sent)) issues.push({ path: key, message: `Field '${key}' is required` });
  }
  for (const [name, value] of Object.entries(config)) {
    const field = fieldNamed(settable, name) ?? fieldNamed(acceptedFields(service, kind), name);
    if (field) issues.push(...check(service, field, value, name));
    else issues.push({ path: name, message: refusal(name, readonly) });
  }
  return issues.length > 0 ? issues : null;
}

function refusal(name: string, readonly: readonly Field[]): string {
  return fieldNamed(readonly, name) ? `Field '${name}' is read-only` : `Field '${name}' is unknown`;
}

function check(service: string, field: Field, value: unknown, path: string): ConfigIssue[] {
  if (value === null || value === undefined) return [];
  if (value === MASK) return masked(path);
  return checkShape(service, field.name, field.shape, value, path);
}

function masked(path: string): ConfigIssue[] {
  return [{ path, message: `Field '${path}' holds a mask in the place of a value` }];
}

/** Of an object whose fields the document does not name. */
function holdsMask(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === MASK;
  return Object.values(value).some(holdsMask);
}

function checkShape(
  service: string,
  name: string,
  shape: FieldShape,
  value: unknown,
  path: string,
): ConfigIssue[] {
  const wrong = (expected: string) => [{ path, message: `Field '${path}' must be ${expected}` }];
  switch (shape.kind) {
    case "string":
      if (typeof value !== "string") return wrong("a string");
      return shape.format === "date-time" && Number.isNaN(Date.parse(value)) ? wrong("a date and time") : [];
    case "integer":
      return isInteger(value) ? [] : wrong("an integer");
    case "number":
      return typeof value === "number" || (typeof value === "string" && NUMBER.test(value))
        ? []
        : wrong("a number");
    case "boolean":
      return typeof value === "boolean" ? [] : wrong("a boolean");
    case "enum": {
      if (typeof value !== "string") return wrong("a string");
      const options = [...shape.options, ...acceptedSpellings(service, name)];
      return isOneOf(name, options, value) ? [] : wrong(`one of: ${shape.options.join(", ")}`);
    }
    case "array":
      if (!Array.isArray(value)) return wrong("an array");
      return value.flatMap((item, index) =>
        item === null
          ? [{ path: `${path}.${index}`, message: `Field '${path}.${index}' must not be null` }]
          : check(service, { name, shape: shape.items }, item, `${path}.${index}`),
      );
    case "object": {
      if (!isObject(value)) return wrong("an object");
      if (shape.fields.length === 0) return holdsMask(value) ? masked(path) : [];
      return Object.entries(value).flatMap(([key, child]) => {
        const field = fieldNamed(shape.fields, key);
        const at = `${path}.${key}`;
        return field ? check(service, field, child, at) : [{ path: at, message: `Field '${at}' is unknown` }];
      });
    }
  }
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const INT32 = 2 ** 31;

function isInteger(value: unknown): boolean {
  // Clients of version 1 send numbers as text, and Fivetran reads them.
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= -INT32 && number < INT32;
}

/** `SSH_TUNNEL` and `SshTunnel` are one value to Fivetran where a connection's kind is meant; elsewhere text is exact. */
function isOneOf(name: string, options: readonly string[], value: string): boolean {
  if (options.includes(value)) return true;
  if (!/(?:^|_)connection_(?:type|method)$/.test(name)) return false;
  return options.some((option) => plain(option) === plain(value));
}

function plain(text: string): string {
  return text.replaceAll("_", "").toLowerCase();
}

function filled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
