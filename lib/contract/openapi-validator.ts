import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formatsPlugin from "ajv-formats";
import { type Difference, differences, matchesPointer } from "@/lib/contract/openapi-differences";
import { type OpenapiDocument, pointerOf, readOpenapi } from "@/lib/contract/openapi-document";

/** The faults of one answer that no listed difference covers, each as `pointer: what is wrong`. */
export type AnswerValidator = (operation: string, status: number, json: unknown) => string[];

const ROOT = "https://openapi.invalid/document";

/**
 * Checks answers against the response schemas of Fivetran's OpenAPI document at `path`, for tests. A success
 * status that the document does not declare is held against the one it declares; an error answer has to be an
 * object with `code` and `message` and no `data`.
 */
export function openapiValidator(path: string, known: readonly Difference[] = differences): AnswerValidator {
  const document = readOpenapi(path);
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  // Its type is that of a CommonJS module whose default export is the plugin.
  (formatsPlugin as unknown as (ajv: Ajv) => void)(ajv);
  for (const name of ["int32", "int64", "password"]) ajv.addFormat(name, true);
  ajv.addSchema({ $id: ROOT, components: absolute(document.components) });
  const compiled = new Map<string, ValidateFunction>();
  return (operation, status, json) => {
    if (status >= 400) return errorFaults(json);
    const mine = known.filter((difference) => difference.operation === operation);
    const schema = successSchema(document, operation, status, mine);
    if (typeof schema === "string") return [schema];
    if (schema === null) return [];
    const check = compiled.get(operation) ?? ajv.compile(absolute(schema) as object);
    compiled.set(operation, check);
    if (check(json)) return [];
    const places = (check.errors ?? []).map((error) => ({ place: placeOf(error), text: error.message }));
    return places
      .filter(({ place }) => !mine.some((difference) => matchesPointer(difference.pointer, place)))
      .map(({ place, text }) => `${place || "/"}: ${text}`);
  };
}

function successSchema(
  document: OpenapiDocument,
  id: string,
  status: number,
  known: readonly Difference[],
): Record<string, unknown> | string | null {
  const operation = document.operations.get(id);
  if (!operation) {
    return known.some((difference) => difference.pointer.startsWith("/paths/"))
      ? null
      : `${id} is not in the document`;
  }
  const exact = operation.answers.get(status);
  if (exact !== undefined) return exact;
  const declared = [...operation.answers].find(([code]) => code < 300);
  const place = `${operation.pointer}${pointerOf("responses", String(declared?.[0]))}`;
  if (known.some((difference) => difference.pointer === place)) return declared?.[1] ?? null;
  return `status ${status} is not declared`;
}

function placeOf(error: ErrorObject): string {
  const missing = error.keyword === "required" ? pointerOf(String(error.params.missingProperty)) : "";
  return `${error.instancePath}${missing}`;
}

function errorFaults(json: unknown): string[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return ["/: must be object"];
  const { code, message, data } = json as Record<string, unknown>;
  return [
    ...(typeof code === "string" && code !== "" && code !== "Success" ? [] : ["/code: must name an error"]),
    ...(typeof message === "string" && message !== "" ? [] : ["/message: must be a text"]),
    ...(data === undefined ? [] : ["/data: must be absent in an error"]),
  ];
}

function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string" ? `${ROOT}${value}` : absolute(value),
    ]),
  );
}
