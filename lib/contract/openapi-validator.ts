import { type Difference, differences, matchesPointer } from "@/lib/contract/openapi-differences";
import { type OpenapiDocument, pointerOf, readOpenapi } from "@/lib/contract/openapi-document";
import { OpenapiSchemas, placeOf } from "@/lib/contract/openapi-schemas";

/** The faults of one answer that no listed difference covers, each as `pointer: what is wrong`. */
export type AnswerValidator = (operation: string, status: number, json: unknown) => string[];

/**
 * Checks answers against the response schemas of Fivetran's OpenAPI document at `path`, for tests. A success
 * status that the document does not declare is held against the one it declares; an error answer has to be an
 * object with `code` and `message` and no `data`.
 */
export function openapiValidator(path: string, known: readonly Difference[] = differences): AnswerValidator {
  const document = readOpenapi(path);
  const schemas = new OpenapiSchemas(document);
  return (operation, status, json) => {
    if (status >= 400) return errorFaults(json);
    const mine = known.filter((difference) => difference.operation === operation);
    const schema = successSchema(document, operation, status, mine);
    if (typeof schema === "string") return [schema];
    if (schema === null) return [];
    const places = schemas
      .faults(operation, schema, json)
      .map((error) => ({ place: placeOf(error), text: error.message }));
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

function errorFaults(json: unknown): string[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return ["/: must be object"];
  const { code, message, data } = json as Record<string, unknown>;
  return [
    ...(typeof code === "string" && code !== "" && code !== "Success" ? [] : ["/code: must name an error"]),
    ...(typeof message === "string" && message !== "" ? [] : ["/message: must be a text"]),
    ...(data === undefined ? [] : ["/data: must be absent in an error"]),
  ];
}
