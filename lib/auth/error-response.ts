import "server-only";
import { redactText } from "@/lib/auth/redact";
import { AppError, type ErrorBody, STATUS_OF } from "@/lib/errors";
import { storeFailure } from "@/lib/store/store-failure";
import { z } from "@/lib/zod";

/** Turns whatever a handler threw into the JSON answer of our /api; the second value is what to log. */
export function errorResponse(thrown: unknown, request_id: string): [Response, AppError] {
  const error = asAppError(thrown);
  const body: ErrorBody = {
    code: error.code,
    message: redactText(error.message),
    ...error.facts,
    request_id,
  };
  const headers = new Headers({ "cache-control": "no-store" });
  const { retry_at } = error.facts;
  if (retry_at !== undefined) {
    headers.set("retry-after", String(Math.max(1, Math.ceil((retry_at - Date.now()) / 1000))));
  }
  // The rest of the body is not read, so nothing else can come on its connection.
  if (error.code === "too_large") headers.set("connection", "close");
  return [Response.json(body, { status: STATUS_OF[error.code], headers }), error];
}

function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof z.ZodError) return invalidInput(thrown);
  if (brokeOff(thrown))
    return new AppError("invalid", "The request broke off before all of it had come. Nothing was done.");
  const failure = storeFailure(thrown);
  if (failure) return failure;
  return new AppError("internal", "Something went wrong in Headgate itself; its log says what.", {
    cause: thrown,
  });
}

/** What Node.js says of a body whose sender is gone; a database that is gone has the same code. */
const brokeOff = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ECONNRESET" && thrown.message === "aborted";

/** AppError `invalid` that names the first field a person has to change. Its message never quotes the value. */
export function invalidInput(error: z.ZodError): AppError {
  const [issue] = error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...unknown].map(String).join(".");
  const fault =
    unknown.length > 0
      ? `${field} is not a known field; leave it out`
      : [field, lowerFirst(issue?.message ?? "it does not fit")].filter(Boolean).join(": ");
  return new AppError("invalid", `${fault.replace(/\.$/, "")}. Nothing was done.`, {
    cause: error,
    facts: field ? { field } : {},
  });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
