import {
  type ConnectorRow,
  type DestinationRow,
  FieldSetWriter,
} from "@/lib/sandbox/catalogue/catalogue-file";
import type { Field, FieldShape } from "@/lib/sandbox/catalogue/field";

type Node = { readonly [key: string]: unknown };

const FORMAT_PREFIX = "schema_format_";

/**
 * The text of `catalogue.generated.json` made from the official OpenAPI document (already parsed): which services
 * there are, and the name, type, enum and password format of each of their fields. None of its prose is taken.
 * Enums keep the document's order; services and fields are sorted. Throws on a construct it does not know, so that a new
 * kind of field is noticed rather than dropped. Source: NewConnectorRequestV1, NewDestinationRequest and their mappings.
 */
export function generateCatalogue(document: unknown): string {
  const schemas = node(node(node(document).components).schemas);
  const writer = new FieldSetWriter();
  const formats = new Map<string, string[]>();

  const sectionOf = (schema: string, section: string): readonly Field[] | undefined =>
    schemas[schema] === undefined
      ? undefined
      : fieldsOf(node(node(node(schemas[schema]).properties)[section]), schema);
  const rowOf = (fields: readonly Field[] | undefined) => (fields ? writer.add(fields) : -1);

  const connectors = mappingOf(schemas, "NewConnectorRequestV1").map(([service, schema]): ConnectorRow => {
    const parts = partsOf(schemas, schema);
    const format = parts.find((part) => part.startsWith(FORMAT_PREFIX));
    if (format === undefined) throw new Error(`${schema} has no schema format.`);
    expectParts(schema, parts, [
      "NewConnectorRequestV1",
      format,
      `${service}_config_V1`,
      `${service}_auth_V1`,
      `${service}_esm_keys_config_V1`,
    ]);
    const formatId = format.slice(FORMAT_PREFIX.length);
    formats.set(formatId, strings(node(node(node(schemas[format]).properties).config).required));
    return [
      service,
      formatId,
      rowOf(sectionOf(`${service}_config_V1`, "config")),
      rowOf(sectionOf(`${service}_auth_V1`, "auth")),
      rowOf(sectionOf(`${service}_esm_keys_config_V1`, "external_secrets_keys_config")),
      rowOf(sectionOf(`${service}_readonly_config_V1`, "config")),
    ];
  });

  const destinations = mappingOf(schemas, "NewDestinationRequest").map(
    ([service, schema]): DestinationRow => {
      const parts = partsOf(schemas, schema);
      expectParts(schema, parts, [
        "NewDestinationRequest",
        `${service}_config_V1`,
        `${service}_esm_keys_config_V1`,
      ]);
      return [
        service,
        rowOf(sectionOf(`${service}_config_V1`, "config")),
        rowOf(sectionOf(`${service}_esm_keys_config_V1`, "external_secrets_keys_config")),
      ];
    },
  );

  return lines({
    formats: Object.fromEntries([...formats].sort(byName)),
    enums: writer.enums,
    sets: writer.sets,
    connectors,
    destinations,
  });
}

function mappingOf(schemas: Node, base: string): [service: string, schema: string][] {
  const mapping = node(node(node(schemas[base]).discriminator).mapping);
  return Object.entries(mapping)
    .map(([service, ref]): [string, string] => [service, nameOf(ref)])
    .sort(byName);
}

function partsOf(schemas: Node, schema: string): string[] {
  const all = node(schemas[schema]).allOf;
  if (!Array.isArray(all)) throw new Error(`${schema} is not an allOf.`);
  return all.map((part) => nameOf(node(part).$ref));
}

function expectParts(schema: string, parts: string[], known: string[]): void {
  const unknown = parts.filter((part) => !known.includes(part));
  if (unknown.length > 0) throw new Error(`${schema} has unknown parts: ${unknown.join(", ")}.`);
}

function fieldsOf(object: Node, where: string): Field[] {
  return Object.entries(node(object.properties ?? {}))
    .sort(byName)
    .map(([name, value]) => ({ name, shape: shapeOf(node(value), `${where}.${name}`) }));
}

function shapeOf(schema: Node, where: string): FieldShape {
  // The document types most enums as object; the values are strings all the same.
  if (schema.enum !== undefined) return { kind: "enum", options: strings(schema.enum) };
  switch (schema.type) {
    case "string":
      if (schema.format === "password" || schema.format === "date-time")
        return { kind: "string", format: schema.format };
      if (schema.format === undefined) return { kind: "string" };
      break;
    case "integer":
    case "number":
    case "boolean":
      return { kind: schema.type };
    case "array":
      return { kind: "array", items: shapeOf(node(schema.items), where) };
    case "object":
      return { kind: "object", fields: fieldsOf(schema, where) };
  }
  throw new Error(`${where} has an unknown type: ${String(schema.type)}, format ${String(schema.format)}.`);
}

/** One row of a list to a line, so that a new version of the document reads as a short difference. */
function lines(file: Node): string {
  const parts = Object.entries(file).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}:[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function nameOf(ref: unknown): string {
  return String(ref).slice(String(ref).lastIndexOf("/") + 1);
}

function strings(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error(`Expected a list, found ${JSON.stringify(value)}.`);
  return value.map(String);
}

function node(value: unknown): Node {
  if (typeof value !== "object" || value === null)
    throw new Error(`Expected an object, found ${JSON.stringify(value)}.`);
  return value as Node;
}
