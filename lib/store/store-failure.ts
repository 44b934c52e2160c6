import "server-only";
import { AppError } from "@/lib/errors";

const FULL = "is full";
const READ_ONLY = "takes no writes at present";
const AWAY = "cannot be reached";

/** By PostgreSQL's code, or that of the system. */
const SAYS = new Map([
  ["53100", FULL],
  ["ENOSPC", FULL],
  ["25006", READ_ONLY],
  ["EROFS", READ_ONLY],
  ["53300", AWAY],
  ["57P01", AWAY],
  ["57P02", AWAY],
  ["57P03", AWAY],
  ["ECONNREFUSED", AWAY],
  ["ECONNRESET", AWAY],
  ["ENOTFOUND", AWAY],
  ["ETIMEDOUT", AWAY],
]);
/** Class 08 of PostgreSQL's codes: the connection. */
const CONNECTION = /^08/;
/** The driver has no code for it. */
const ENDED = /^Connection terminated/;

/**
 * What a failed query says of the database as a whole: AppError `unavailable` where it is full, takes no writes or
 * cannot be reached; null where the fault is none of the database's. An AppError is none: it says by itself what
 * failed, and may hold a cause of the same code, as when Fivetran refuses a connection.
 */
export function storeFailure(error: unknown): AppError | null {
  if (error instanceof AppError) return null;
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const says = saysOf(cause instanceof AggregateError ? (cause.errors[0] ?? cause) : cause);
    if (says !== null)
      return new AppError(
        "unavailable",
        `Headgate’s database ${says}. What cannot be written down here is not sent to Fivetran; try again once it can.`,
        { cause: error },
      );
  }
  return null;
}

function saysOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return SAYS.get(code) ?? (CONNECTION.test(code) || ENDED.test(cause.message) ? AWAY : null);
}
