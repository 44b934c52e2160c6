import "server-only";
import { invalidInput } from "@/lib/auth/error-response";
import { MASK } from "@/lib/auth/redact";
import type { Endpoint } from "@/lib/contract/endpoint";
import type { Operation } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";

/** The query of a proxied request, as its row reads it. Throws AppError `invalid` naming the parameter. */
export function queryOf(row: Endpoint, search: URLSearchParams): unknown {
  const names = [...search.keys()];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw refused(twice, "is given more than once; give it once");
  if (!row.query) {
    if (names[0] !== undefined) throw refused(names[0], "is not a parameter here; leave it out");
    return undefined;
  }
  const parsed = row.query.safeParse(Object.fromEntries(search));
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

/**
 * The body to pass on: what was sent, not what zod made of it, so that no key is lost on the way. A connection is
 * never tested unless the body asks for it. Throws AppError `invalid` naming the field.
 */
export async function bodyOf(operation: Operation, row: Endpoint, request: Request): Promise<unknown> {
  const text = request.body === null ? "" : await request.text();
  const body = text === "" ? undefined : parse(text);
  if (!row.body) {
    if (body !== undefined && !isEmpty(body)) {
      throw new AppError("invalid", "This call takes no body. Nothing was changed.");
    }
    return undefined;
  }
  const parsed = row.body.safeParse(body);
  if (!parsed.success) {
    if (body === undefined)
      throw new AppError("invalid", "This call needs a JSON body. Nothing was changed.");
    throw invalidInput(parsed.error);
  }
  refuseMask(body);
  const untested = operation === "modify_connection" || operation === "create_connection";
  return untested ? { run_setup_tests: false, ...(body as object) } : body;
}

/** Deeper than anything Fivetran knows, and than what reads a body can go. */
const DEEPEST = 64;

/**
 * Throws AppError `invalid` naming the field that holds Fivetran's mask instead of a secret, or that is nested deeper
 * than any setting.
 */
export function refuseMask(body: unknown): void {
  const masked = maskedField(body, "", DEEPEST);
  if (masked === null) return;
  throw refused(
    masked,
    "holds the mask that Fivetran shows for a stored secret; leave it out to keep the secret",
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No cause: the parser's words quote the body, which may hold a secret.
    throw new AppError("invalid", "The body is not valid JSON. Nothing was changed.");
  }
}

const isEmpty = (body: unknown): boolean =>
  typeof body === "object" && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;

function maskedField(value: unknown, place: string, left: number): string | null {
  if (value === MASK) return place;
  if (typeof value !== "object" || value === null) return null;
  if (left === 0) throw refused(place.split(".").slice(0, 2).join("."), "is nested too deep");
  for (const [name, item] of Object.entries(value)) {
    const found = maskedField(item, place === "" ? name : `${place}.${name}`, left - 1);
    if (found !== null) return found;
  }
  return null;
}

function refused(field: string, fault: string): AppError {
  return new AppError("invalid", `${field} ${fault}. Nothing was done.`, { facts: { field } });
}
