import "server-only";
import { redactText } from "@/lib/auth/redact";
import { AppError, type ErrorCode, type ErrorFacts } from "@/lib/errors";
import { type Call, isWrite } from "@/lib/fivetran/call";
import type { Envelope } from "@/lib/fivetran/envelope";
import { networkReason } from "@/lib/fivetran/network-reason";

/** An answer that is none: not JSON, cut off, empty, or a redirect. */
export class BadAnswer extends Error {
  constructor(
    readonly status: number,
    readonly fault: string,
    options?: ErrorOptions,
  ) {
    super(`${fault} (${status})`, options);
    this.name = "BadAnswer";
  }
}

/** Of Fivetran's own words, in characters. */
const LONGEST = 1000;
const UNCHANGED = "Nothing was changed.";
const UNKNOWN =
  "Whether the change was made is not known: look at the present state before you try it again.";

const clockTime = (at: number): string => `${new Date(at).toISOString().slice(11, 19)} UTC`;
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Why a call was held back before it was sent. */
export function heldBack(retry_at: number): AppError {
  return new AppError(
    "rate_limited",
    `Fivetran's API budget is used up for now. Nothing was sent. Try again after ${clockTime(retry_at)}.`,
    { facts: { retry_at } },
  );
}

/** Why a call that nobody waits for was not sent: the key was refused, and is tried again only then. */
export function heldByRefusal(retry_at: number): AppError {
  return new AppError(
    "upstream",
    `Fivetran refused the API key. Nothing was sent; the key is tried again after ${clockTime(retry_at)}.`,
    { facts: { retry_at, upstream_status: 401 } },
  );
}

/** The error for an answer of status 400 or more that carried an envelope, or none. */
export function refusal(
  call: Call,
  status: number,
  envelope: Envelope | null,
  retry_at: number | null,
): AppError {
  const words = redactText(envelope?.message ?? "").slice(0, LONGEST);
  const said = words ? ` Fivetran says: ${sentence(words)}` : "";
  const facts: ErrorFacts = { upstream_status: status };
  if (envelope?.code) facts.upstream_code = redactText(envelope.code).slice(0, LONGEST);
  if (retry_at !== null) facts.retry_at = retry_at;
  const unchanged = isWrite(call) ? ` ${UNCHANGED}` : "";
  const make = (code: ErrorCode, text: string) => new AppError(code, text, { facts });
  if (status >= 500) {
    return isWrite(call)
      ? make("unknown_outcome", `Fivetran failed with status ${status}.${said} ${UNKNOWN}`)
      : make("upstream", `Fivetran failed with status ${status}.${said} Try again in a minute.`);
  }
  switch (status) {
    case 400:
    case 422:
      return make("invalid", `Fivetran did not accept this request.${said}${unchanged}`);
    case 401:
      return make(
        "upstream",
        `Fivetran refused the API key.${said} Check the key and secret that Headgate was started with.${unchanged}`,
      );
    case 403:
      return make(
        "forbidden",
        `The API key has no right to this.${said} Ask for it in Fivetran, or use another key.${unchanged}`,
      );
    case 404:
      return make("not_found", `Fivetran does not know this.${said}${unchanged}`);
    case 405:
      return make("not_allowed", `Fivetran does not allow this here.${said}${unchanged}`);
    case 409:
      return make("conflict", `This collides with something else in Fivetran.${said}${unchanged}`);
    case 429: {
      const when = retry_at === null ? "later" : `after ${clockTime(retry_at)}`;
      return make(
        "rate_limited",
        `Fivetran's API budget is used up for now.${said}${unchanged} Try again ${when}.`,
      );
    }
    default:
      return make("upstream", `Fivetran answered with status ${status}.${said}${unchanged}`);
  }
}

/** The error for a call that got no usable answer. `sent` tells whether its request may have reached Fivetran. */
export function noAnswer(call: Call, cause: unknown, sent: boolean): AppError {
  const { reason, timeout, status } = reasonOf(cause);
  const facts: ErrorFacts = status === undefined ? {} : { upstream_status: status };
  if (!sent) {
    return new AppError(
      "upstream",
      `Fivetran could not be reached: ${reason}. Nothing was sent. Try again in a minute.`,
      { cause, facts },
    );
  }
  // 301, 302, 307 and 308 mean that nobody has handled the request yet; 303 that somebody has.
  const untouched = status !== undefined && status >= 300 && status < 400 && status !== 303;
  if (!isWrite(call) || untouched) {
    const change = isWrite(call) ? ` ${UNCHANGED}` : "";
    return new AppError(
      timeout ? "timeout" : "upstream",
      `Fivetran gave no usable answer: ${reason}.${change} Try again in a minute.`,
      { cause, facts },
    );
  }
  return new AppError(
    "unknown_outcome",
    `The request was sent and its answer was lost: ${reason}. ${UNKNOWN}`,
    { cause, facts },
  );
}

function reasonOf(cause: unknown): { reason: string; timeout: boolean; status?: number } {
  if (cause instanceof BadAnswer) return { reason: cause.fault, timeout: false, status: cause.status };
  const { name, code } = (cause ?? {}) as { name?: unknown; code?: unknown };
  if (name === "TimeoutError") return { reason: "it did not answer in time", timeout: true };
  if (name === "AbortError") return { reason: "the call was given up", timeout: false };
  const known = typeof code === "string" ? code : "";
  return { reason: networkReason(known) ?? "the connection failed", timeout: known.endsWith("_TIMEOUT") };
}
