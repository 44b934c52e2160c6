import type { Field } from "@/lib/model/connector/field";
import { isBlank, ownValue } from "@/lib/model/connector/typed-value";

/**
 * The value that is sent for what was typed: numbers as numbers, dates as RFC 3339, JSON parsed. Undefined where
 * nothing was typed. What is wrong stays as it was typed: checks are not made here.
 */
export function sentValue(field: Field, typed: unknown): unknown {
  if (isBlank(typed)) return undefined;
  switch (field.kind) {
    case "integer":
    case "number":
      return numberOf(typed);
    case "boolean":
      return typed === "true" ? true : typed === "false" ? false : typed;
    case "date_time":
      return dateOf(typed);
    case "list":
      return Array.isArray(typed) ? sentItems(field, typed) : typed;
    case "objects":
      return Array.isArray(typed)
        ? typed.flatMap((item) => (isBlank(item) ? [] : [sentObject(field, item)]))
        : typed;
    case "object":
      return sentObject(field, typed);
    case "json":
      return jsonOf(typed);
    case "secret":
    case "secret_lines":
      return typed;
    default:
      return typeof typed === "string" ? trimmed(field, typed) : typed;
  }
}

function sentItems({ item }: Field, typed: readonly unknown[]): unknown[] {
  return typed.flatMap((each) => {
    const sent = item ? sentValue(item, each) : each;
    return sent === undefined ? [] : [sent];
  });
}

function sentObject(field: Field, typed: unknown): unknown {
  if (typeof typed !== "object" || typed === null) return typed;
  return Object.fromEntries(
    field.fields.flatMap((inner) => {
      const sent = inner.readonly ? undefined : sentValue(inner, ownValue(typed, inner.name));
      return sent === undefined ? [] : [[inner.name, sent]];
    }),
  );
}

function numberOf(typed: unknown): unknown {
  if (typeof typed !== "string") return typed;
  const number = Number(typed.trim());
  return Number.isFinite(number) ? number : typed;
}

const NO_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** A date, a date and time without a zone (taken as UTC) or one with a zone, as RFC 3339 in UTC. */
function dateOf(typed: unknown): unknown {
  if (typeof typed !== "string") return typed;
  const text = typed.trim();
  const time = Date.parse(NO_ZONE.test(text) ? `${text.replace(" ", "T")}Z` : text);
  return Number.isNaN(time) ? typed : new Date(time).toISOString();
}

function jsonOf(typed: unknown): unknown {
  if (typeof typed !== "string") return typed;
  try {
    return JSON.parse(typed);
  } catch {
    return typed;
  }
}

// Blanks around a delimiter or a quote are the value; around a host name they are a slip.
const BLANKS_COUNT = /delimiter|char|separator|sequence|pattern/;

function trimmed(field: Field, typed: string): string {
  return BLANKS_COUNT.test(field.name) ? typed : typed.trim();
}
