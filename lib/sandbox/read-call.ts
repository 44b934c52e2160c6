import type { Endpoint } from "@/lib/contract/endpoint";
import { invalid, Refusal } from "@/lib/sandbox/reply";
import { z } from "@/lib/zod";

/** A JSON body, or null where none was sent. Throws 415 for another type and 400 for broken JSON or no object. */
export async function readBody(request: Request): Promise<Record<string, unknown> | null> {
  const text = await request.text();
  if (text.trim() === "") return null;
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type.trim())) {
    throw new Refusal(415, "UnsupportedMediaType", "Content-Type must be application/json");
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid("Request body is not valid JSON");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalid("Request body must be a JSON object");
  }
  return body as Record<string, unknown>;
}

/** Throws 406 where a client takes HTML and nothing else; whatever else it asks for, it gets JSON. */
export function checkAccept(accept: string | null): void {
  const types = (accept ?? "").split(",").map((type) => (type.split(";")[0] ?? "").trim().toLowerCase());
  if (types.every((type) => type === "text/html")) {
    throw new Refusal(406, "NotAcceptable", "Accept must allow application/json");
  }
}

/** The query parameters that the row knows, the first of each name. Throws 400 for a bad value. */
export function parseQuery(row: Endpoint, query: URLSearchParams): unknown {
  if (!(row.query instanceof z.ZodObject)) return undefined;
  const known = Object.keys(row.query.shape).flatMap((name): [string, string][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return parsed(row.query, Object.fromEntries(known));
}

/**
 * The body by the row's schema: on the top level null means absent and unknown keys are ignored, as Fivetran does
 * and its clients need. Throws 400 with the name of the first bad field.
 */
export function parseBody(row: Endpoint, body: Record<string, unknown> | null): unknown {
  if (!row.body) return undefined;
  if (body === null) {
    if (row.body instanceof z.ZodOptional) return undefined;
    throw invalid("Request body is required");
  }
  const shape = row.body instanceof z.ZodOptional ? row.body.unwrap() : row.body;
  const known = shape instanceof z.ZodObject ? knownKeys(shape, body) : body;
  return parsed(row.body, known);
}

/** The Terraform provider sends an empty text for a choice that was taken out of its file. */
const CHOICES = new Set(["daily_sync_time", "data_delay_sensitivity", "networking_method", "schedule_type"]);

/** Objects of the table's own, inside which null means absent too. */
const OBJECTS = new Set(["destination_configuration", "connect_card_config"]);

function knownKeys(shape: z.ZodObject, body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name, value]) => value !== null && Object.hasOwn(shape.shape, name))
      .filter(([name, value]) => value !== "" || !CHOICES.has(name))
      .map(([name, value]) => [name, OBJECTS.has(name) ? withoutNulls(value) : value]),
  );
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

function parsed(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  const field = path.join(".");
  if (field === "") throw invalid("Request body has an invalid value");
  if (valueAt(value, path) === undefined) throw invalid(`Field '${field}' is required`);
  if (issue?.code === "invalid_value") {
    throw invalid(`Field '${field}' has an invalid value. Allowed values: ${issue.values.join(", ")}`);
  }
  throw invalid(`Field '${field}' has an invalid value`);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
  }
  return at;
}
