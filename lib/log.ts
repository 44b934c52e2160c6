import "server-only";
import { DrizzleQueryError } from "drizzle-orm";
import pino, { type DestinationStream, type Level, type LevelWithSilent } from "pino";
import { redact, redactText } from "@/lib/auth/redact";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";

/** A logger of JSON lines in which every field and every text has passed `redact`. */
export function makeLog(level: LevelWithSilent, destination?: DestinationStream): pino.Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label as Level }),
        log: (fields) => redact(fields) as Record<string, unknown>,
      },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map(cleaned) as Parameters<typeof method>);
        },
      },
    },
    destination ?? pino.destination(1),
  );
}

/** Fields pass `redact` when the line is made; texts and errors, which pino reads earlier, pass here. */
function cleaned(arg: unknown): unknown {
  if (typeof arg === "string") return redactText(arg);
  return arg instanceof Error ? { error: redactText(arg.stack ?? arg.message) } : arg;
}

/** The process's own logger, on stdout. */
export const log: pino.Logger = singleton("log", () => makeLog(env().log_level));

/** A statement is cut off here: it names its tables at the beginning. */
const MOST = 300;

/**
 * What an error says, for the log: of a failed query the database's reason and the statement, never its values, which
 * are what somebody typed.
 */
export function errorText(error: unknown): string {
  if (error instanceof DrizzleQueryError) return `${reasonOf(error)}, in: ${error.query.slice(0, MOST)}`;
  return error instanceof AppError ? error.message : String(error);
}

/** The same with where it happened, for what nobody foresaw. */
export function errorStack(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = error.stack?.match(/(\n\s+at .*)+$/)?.[0] ?? "";
  return `${errorText(error)}${frames}`;
}

function reasonOf({ cause }: DrizzleQueryError): string {
  const first = cause instanceof AggregateError ? (cause.errors[0] ?? cause) : cause;
  return first === undefined ? "The query failed" : errorText(first);
}
