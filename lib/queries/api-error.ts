import type { ErrorBody, ErrorCode, ErrorFacts } from "@/lib/errors";

/** A failed answer of our own /api, or none at all. Its message is written for the person who reads it. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly facts: ErrorFacts & { request_id?: string } = {},
  ) {
    super(message);
    this.name = "ApiError";
  }
}

const GONE = "This console does not answer. Check that it is running and reachable.";
const LOST =
  "The answer was lost on its way, so it is not known whether this took place. Look before trying again.";

/** What a request that got no answer at all means: a read may be repeated, a write may have happened. */
export function noAnswer(method: string): ApiError {
  return method === "GET" ? new ApiError("unavailable", GONE) : new ApiError("unknown_outcome", LOST);
}

/** Reads an error answer; one that is not ours (a proxy's page) keeps its status in the words. */
export async function errorOf(response: Response, method: string): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isErrorBody(body)) {
    const { code, message, ...facts } = body;
    return new ApiError(code, message, facts);
  }
  const code: ErrorCode = method === "GET" || response.status < 500 ? "internal" : "unknown_outcome";
  const what = `The console answered ${response.status} without saying why.`;
  return new ApiError(code, code === "unknown_outcome" ? `${what} ${LOST}` : what);
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "code" in body && "message" in body;
}

/** The message of anything thrown, for a place that shows one line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "Something failed without saying why.";
}
