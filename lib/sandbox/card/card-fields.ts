import { MASK } from "@/lib/model/connector/mask";
import { formOf } from "@/lib/sandbox/catalogue/form-of";
import { maskConfig } from "@/lib/sandbox/catalogue/mask-config";
import { type Property, propertyTree } from "@/lib/sandbox/catalogue/property-tree";
import { asksConsent } from "@/lib/sandbox/source/access-steps";
import type { Settings, StoredConnection } from "@/lib/sandbox/state";

/** A setting that a card asks for. */
export interface CardField {
  /** With its part, dotted: `config.host`, `auth.client_access.client_id`. */
  path: string;
  title: string;
  help: string;
  /** `lines` is a list with one value a line, `json` whatever has no simpler shape. */
  kind: "text" | "secret" | "secret_lines" | "number" | "boolean" | "choice" | "lines" | "json";
  options: readonly string[];
  /** Numbers, not texts, in a list. */
  numbers: boolean;
  /** As it is to be typed; empty for none, and always for a secret. */
  value: string;
  /** A secret is stored: nothing typed keeps it. */
  kept: boolean;
}

const LINES = /private_key|certificate|credentials|(?:^|_)pem$|_json$|^secret_key$|service_account/;

/**
 * What the card of a connection asks for, in order: the settings that may still change; credentials unless the type is
 * authorised by consent. Fields that a form usually leaves out are there with `all_fields`, or where they have a value.
 */
export function cardFields(connection: StoredConnection, all_fields: boolean): CardField[] {
  const { service, config, auth } = connection;
  const usual = formOf(service)?.order;
  const fields = partFields("config", service, config);
  const credentials = asksConsent({ role: "connection", service })
    ? []
    : partFields("auth", service, auth ?? {});
  return [...fields, ...credentials].filter(({ path, value, kept }) => {
    if (all_fields || !usual || value !== "" || kept) return true;
    return usual.some((name) => path === name || path === `config.${name}` || path.startsWith(`${name}.`));
  });
}

function partFields(part: "config" | "auth", service: string, stored: Settings): CardField[] {
  const shown = maskConfig(service, stored, part);
  return fieldsOf(part, propertyTree(service, part)?.properties ?? {}, shown);
}

function fieldsOf(
  parent: string,
  properties: Readonly<Record<string, Property>>,
  shown: Settings,
): CardField[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (property.readonly || property.immutable) return [];
    const path = `${parent}.${name}`;
    const value = Object.hasOwn(shown, name) ? shown[name] : undefined;
    if (property.properties) return fieldsOf(path, property.properties, isObject(value) ? value : {});
    return [field(path, name, property, value)];
  });
}

function field(path: string, name: string, property: Property, value: unknown): CardField {
  const kind = kindOf(name, property);
  const masked = JSON.stringify(value ?? "").includes(JSON.stringify(MASK));
  return {
    path,
    title: property.title ?? name,
    help: property.description,
    kind,
    options: property.enum ?? [],
    numbers: property.items?.type === "integer" || property.items?.type === "number",
    value: masked ? "" : typed(kind, value),
    kept: masked,
  };
}

function kindOf(name: string, { type, enum: options, format, items }: Property): CardField["kind"] {
  if (type === "array") return items && items.type !== "object" && items.type !== "array" ? "lines" : "json";
  if (type === "object") return "json";
  if (format === "password") return LINES.test(name) ? "secret_lines" : "secret";
  if (options) return "choice";
  return type === "boolean" ? "boolean" : type === "string" ? "text" : "number";
}

function typed(kind: CardField["kind"], value: unknown): string {
  if (value === undefined || value === null) return "";
  if (kind === "lines" && Array.isArray(value)) return value.join("\n");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

function isObject(value: unknown): value is Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
