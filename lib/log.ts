import "server-only";
import pino from "pino";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

const SECRET = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "token",
  "api_key",
  "api_secret",
  "private_key",
];

/**
 * JSON lines on stdout, one logger per process. Fields that carry a secret by their name are
 * removed up to three levels deep; whatever came from outside goes through `redact` first.
 */
export const log: pino.Logger = singleton("log", () =>
  pino({
    level: env().log_level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: "[redacted]",
    },
  }),
);
