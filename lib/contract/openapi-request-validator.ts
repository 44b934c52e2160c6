import { type Difference, differences } from "@/lib/contract/openapi-differences";
import {
  type DocumentOperation,
  type OpenapiDocument,
  pointerOf,
  readOpenapi,
} from "@/lib/contract/openapi-document";
import { OpenapiSchemas, placeOf } from "@/lib/contract/openapi-schemas";
import { ownShape } from "@/lib/contract/own-shape";
import { type Operation, operations, rowOf } from "@/lib/contract/table";

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
    const names = [...new URLSearchParams(search).keys()];
    const found = findOperation(document, request.method, rawPath);
    if (!found) {
      const newer = findNewer(known, request.method, rawPath);
      if (!newer) return { operation: null, faults: ["the document has no such operation"] };
      const { query } = rowOf(newer);
      const ours = query ? [...ownShape(query).fields.keys()] : [];
      return { operation: newer, faults: [...oddNames(names, ours), ...headerFaults(request)] };
    }
    const [operation, theirs] = found;
    const covered = (rule: string | null) =>
      known.some((it) => it.operation === operation && it.pointer === rule);
    return {
      operation,
      faults: [
        ...oddNames(names, theirs.query),
        ...headerFaults(request),
        ...bodyFaults(document, schemas, operation, theirs, request.body, covered),
      ],
    };
  };
}

const oddNames = (names: readonly string[], parameters: readonly string[]): string[] =>
  names.filter((name) => !parameters.includes(name)).map((name) => `query: ${name} is not a parameter`);

const isName = (part: string): boolean => part.startsWith("{");

const fits = (path: string, segments: readonly string[]): boolean => {
  const parts = path.split("/");
  return (
    parts.length === segments.length &&
    parts.every((part, at) => (isName(part) ? segments[at] !== "" : part === segments[at]))
  );
};

/** A row of ours that is newer than the document, listed as such. */
function findNewer(known: readonly Difference[], method: string, rawPath: string): Operation | undefined {
  return operations.find((operation) => {
    const row = rowOf(operation);
    const path = `/v1${row.path}`;
    const pointer = pointerOf("paths", path, method.toLowerCase());
    const listed = known.some((it) => it.operation === operation && it.pointer === pointer);
    return !row.legacy && listed && row.method === method && fits(path, rawPath.split("/"));
  });
}

function findOperation(
  document: OpenapiDocument,
  method: string,
  rawPath: string,
): [string, DocumentOperation] | null {
  const segments = rawPath.split("/");
  const fitting = [...document.operations].filter(
    ([, operation]) => operation.method === method && fits(operation.path, segments),
  );
  const names = ([, { path }]: [string, DocumentOperation]) => path.split("/").filter(isName).length;
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
