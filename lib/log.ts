import "server-only";
import pino, { type DestinationStream, type Level, type LevelWithSilent } from "pino";
import { redact, redactText } from "@/lib/auth/redact";
import { env } from "@/lib/env";
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
