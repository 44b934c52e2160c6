/**
 * What a screen can act on, and the HTTP status our own /api answers with.
 * `unknown_outcome`: a write was sent and its answer lost, so nobody knows whether it took place.
 */
export const STATUS_OF = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  internal: 500,
  upstream: 502,
  unavailable: 503,
  timeout: 504,
  unknown_outcome: 504,
} as const;

export type ErrorCode = keyof typeof STATUS_OF;

export interface ErrorFacts {
  /** The field a person has to change, as a dotted path. */
  field?: string;
  /** Upstream's own `code`, e.g. `NotFound_Connector`. */
  upstream_code?: string;
  /** Upstream's HTTP status. */
  upstream_status?: number;
  /** Epoch milliseconds before which trying again is pointless. */
  retry_at?: number;
}

const BRAND = Symbol.for("headgate.AppError");

/** The one error class. Its message is written for the person who reads it; never put a secret in it. */
export class AppError extends Error {
  readonly [BRAND] = true;
  readonly facts: ErrorFacts;

  /** Next.js loads this module twice in one process: what one copy throws the other has to know. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions & { facts?: ErrorFacts },
  ) {
    super(message, options);
    this.name = "AppError";
    this.facts = options?.facts ?? {};
  }
}

/** Whatever was thrown as an AppError; `internal` for what nobody foresaw. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("internal", "Headgate failed; its log says why.", { cause: error });
}

/** The JSON body of every failed answer of our own /api. */
export interface ErrorBody extends ErrorFacts {
  code: ErrorCode;
  message: string;
  /** Also in the `x-request-id` header and in the log. */
  request_id?: string;
}
