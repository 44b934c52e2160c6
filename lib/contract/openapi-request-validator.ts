import { type Difference, differences } from "@/lib/contract/openapi-differences";
import { type DocumentOperation, type OpenapiDocument, readOpenapi } from "@/lib/contract/openapi-document";
import { OpenapiSchemas, placeOf } from "@/lib/contract/openapi-schemas";

/** A request as it goes over the wire: `target` is raw path and query with the leading /v1. */
export interface SentRequest {
  method: string;
  target: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

/** The operation that a request means, null for one that the document lacks, and all that is wrong with it. */
export interface RequestFindings {
  operation: string | null;
  faults: string[];
}

export type RequestValidator = (request: SentRequest) => RequestFindings;

/**
 * Checks requests against Fivetran's OpenAPI document at `path`, for tests: verb and address, query, headers, and
 * the body by its schema, where a field that the schema does not name is a fault too. What a listed difference
 * covers is none.
 */
export function openapiRequestValidator(
  path: string,
  known: readonly Difference[] = differences,
): RequestValidator {
  const document = readOpenapi(path);
  const schemas = new OpenapiSchemas(document);
  return (request) => {
    const [rawPath = "", search = ""] = splitOnce(request.target, "?");
    const found = findOperation(document, request.method, rawPath);
    if (!found) return { operation: null, faults: ["the document has no such operation"] };
    const [operation, theirs] = found;
    const covered = (rule: string | null) =>
      known.some((it) => it.operation === operation && it.pointer === rule);
    const names = [...new URLSearchParams(search).keys()];
    const unknown = names.filter((name) => !theirs.query.includes(name));
    return {
      operation,
      faults: [
        ...unknown.map((name) => `query: ${name} is not a parameter`),
        ...headerFaults(request),
        ...bodyFaults(document, schemas, operation, theirs, request.body, covered),
      ],
    };
  };
}

function findOperation(
  document: OpenapiDocument,
  method: string,
  rawPath: string,
): [string, DocumentOperation] | null {
  const segments = rawPath.split("/");
  const named = (part: string) => part.startsWith("{");
  const fitting = [...document.operations].filter(([, operation]) => {
    const parts = operation.path.split("/");
    return (
      operation.method === method &&
      parts.length === segments.length &&
      parts.every((part, at) => (named(part) ? segments[at] !== "" : part === segments[at]))
    );
  });
  const names = ([, { path }]: [string, DocumentOperation]) => path.split("/").filter(named).length;
  return fitting.sort((a, b) => names(a) - names(b))[0] ?? null;
}

function headerFaults({ headers, body }: SentRequest): string[] {
  const is = (name: string, pattern: RegExp) => pattern.test(headers[name] ?? "");
  return [
    ...(is("accept", /^application\/json(;\s*version=2)?$/)
      ? []
      : ["header: Accept is not the JSON asked for"]),
    ...(is("authorization", /^Basic \S+$/) ? [] : ["header: Authorization is not Basic"]),
    ...(body === "" || is("content-type", /^application\/json/) ? [] : ["header: the body is not JSON"]),
  ];
}

function bodyFaults(
  document: OpenapiDocument,
  schemas: OpenapiSchemas,
  operation: string,
  { body: declared }: DocumentOperation,
  text: string,
  covered: (rule: string | null) => boolean,
): string[] {
  if (text === "") return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ["body: is not JSON"];
  }
  if (!declared) return ["body: the operation takes none"];
  const { name, schema } = variantOf(document, declared, value);
  const faults = schemas
    .faults(`${operation} ${name}`, schema, value)
    .filter((error) => !covered(schemas.ruleOf(error)))
    .map((error) => `body ${placeOf(error) || "/"}: ${error.message}`);
  const known = namesOf(document, schema);
  const unknown = known ? Object.keys(value ?? {}).filter((field) => !known.has(field)) : [];
  return [...faults, ...unknown.map((field) => `body /${field}: is not a known field`)];
}

type Schema = Record<string, unknown>;

/** The schema of this very body: that of its service, where the document tells services apart. */
function variantOf(
  document: OpenapiDocument,
  declared: Schema,
  value: unknown,
): { name: string; schema: Schema } {
  const { discriminator } = document.resolve(declared) as {
    discriminator?: { propertyName: string; mapping?: Record<string, string> };
  };
  const { propertyName = "", mapping = {} } = discriminator ?? {};
  const name = (value as Schema | null)?.[propertyName];
  const found = typeof name === "string" && Object.hasOwn(mapping, name) ? mapping[name] : undefined;
  return found === undefined
    ? { name: "", schema: declared }
    : { name: String(name), schema: { $ref: found } };
}

/** The fields that a schema names, over all that it is made of; null where it takes others too. */
function namesOf(document: OpenapiDocument, schema: Schema): Set<string> | null {
  const { properties, additionalProperties, allOf } = document.resolve(schema);
  if (Array.isArray(allOf)) {
    const parts = allOf.map((part: Schema) => namesOf(document, part));
    return parts.includes(null) ? null : new Set(parts.flatMap((names) => [...(names ?? [])]));
  }
  const open = additionalProperties !== undefined || typeof properties !== "object" || properties === null;
  return open ? null : new Set(Object.keys(properties));
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
