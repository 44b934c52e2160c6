import { readFileSync } from "node:fs";

type Json = Record<string, unknown>;

export interface DocumentOperation {
  method: string;
  /** With the leading /v1. */
  path: string;
  /** JSON pointer of the operation in the document. */
  pointer: string;
  query: readonly string[];
  body: Json | null;
  /** The JSON schema of each declared answer, by status. */
  answers: ReadonlyMap<number, Json | null>;
}

/** Fivetran's OpenAPI document as our tests read it: operations by id, source-named maps as maps. */
export interface OpenapiDocument {
  operations: ReadonlyMap<string, DocumentOperation>;
  components: Json;
  /** Follows `$ref` until a schema that is none. */
  resolve(schema: Json): Json;
}

/** Each placeholder of a map: the document writes `{ properties: { table: X } }` for "any table name". */
const PLACEHOLDER: Record<string, string> = {
  schemas: "schema",
  tables: "table",
  columns: "column",
  scope: "schema",
  // The whole body of a re-sync of tables.
  schema: "schema",
};

/** Reads the document from a file. Throws what `node:fs` and JSON.parse throw. */
export function readOpenapi(path: string): OpenapiDocument {
  const document = mapsOf("", JSON.parse(readFileSync(path, "utf8"))) as Json;
  const components = document.components as Json;
  const operations = new Map<string, DocumentOperation>();
  for (const [at, verbs] of Object.entries(document.paths as Record<string, Json>)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      const id = (operation as Json | null)?.operationId;
      if (typeof id === "string") operations.set(id, operationOf(at, verb, operation as Json));
    }
  }
  const resolve = (schema: Json): Json => {
    const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
    if (name === undefined) return schema;
    return resolve((components.schemas as Record<string, Json>)[name] ?? {});
  };
  return { operations, components, resolve };
}

/** A JSON pointer from its segments. */
export function pointerOf(...segments: string[]): string {
  return segments.map((segment) => `/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function operationOf(path: string, verb: string, operation: Json): DocumentOperation {
  const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
  const answers = Object.entries((operation.responses ?? {}) as Record<string, Json>);
  return {
    method: verb.toUpperCase(),
    path,
    pointer: pointerOf("paths", path, verb),
    query: parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
    body: jsonSchema(operation.requestBody as Json | undefined),
    answers: new Map(answers.map(([status, answer]) => [Number(status), jsonSchema(answer)])),
  };
}

function jsonSchema(holder: Json | undefined): Json | null {
  const content = holder?.content as Record<string, { schema?: Json }> | undefined;
  return content?.["application/json"]?.schema ?? null;
}

function mapsOf(key: string, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => mapsOf("", item));
  if (typeof node !== "object" || node === null) return node;
  const { properties, ...rest } = node as Json;
  const names = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  const placeholder = names.length === 1 && names[0] === PLACEHOLDER[key] ? names[0] : undefined;
  const source = placeholder
    ? { ...rest, additionalProperties: (properties as Json)[placeholder] }
    : (node as Json);
  const read = Object.fromEntries(Object.entries(source).map(([name, value]) => [name, mapsOf(name, value)]));
  // The document types most enums of settings as objects; their values are texts all the same.
  return Array.isArray(source.enum) && source.type === "object" ? { ...read, type: "string" } : read;
}
