import type { FieldKind } from "@/lib/model/connector/field";

/** A description of Fivetran's as plain text: without the markup that its documentation has. */
export function plainText(text: unknown): string {
  if (typeof text !== "string") return "";
  return text
    .replace(/<\/?[a-z][^>]*>/gi, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const UNIT_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/_in_days$|_days$|^rollback_window$|^conversion_window_size$/, "days"],
  [/_in_hours$|_hours$/, "hours"],
  [/_in_minutes$|_minutes$/, "minutes"],
  [/_percentage$|^api_usage_limit$/, "percent"],
  [/_per_minute$/, "per minute"],
  [/_per_day$/, "per day"],
];
const UNIT_OF_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:number of|in) days\b|\b\d+ (?:and|to) \d+ days\b/i, "days"],
  [/\b(?:number of|in) hours\b/i, "hours"],
  [/\b(?:number of|in) minutes\b/i, "minutes"],
  [/\b(?:number of|in) months\b/i, "months"],
  [/\b(?:in )?(?:megabytes|MB)\b/, "MB"],
  [/\bpercent(?:age)?\b/i, "percent"],
];
const DATE = /\b(?:yyyy-mm-dd|yyyy-MM-dd)\b/i;

/** The unit of a number, or how a text is written, where name or description says so. */
export function unitOf(name: string, kind: FieldKind, description: string): string | null {
  if (kind === "text") return DATE.test(description) ? "yyyy-mm-dd" : null;
  if (kind !== "integer" && kind !== "number") return null;
  const found =
    UNIT_OF_NAME.find(([pattern]) => pattern.test(name)) ??
    UNIT_OF_TEXT.find(([pattern]) => pattern.test(description));
  return found?.[1] ?? null;
}

const STANDING =
  /\bdefault(?: value)?(?: is| =|:)(?: set to)?\s*[`"'\u201c]{0,2}\s*([\w.-]+?)\s*[`"'\u201d)]*(?:[.,;)\s]|$)/i;

/** What a description says that Fivetran takes for an absent value; null where it says nothing that fits the field. */
export function standingOf(
  kind: FieldKind,
  options: readonly string[],
  description: string,
): string | number | boolean | null {
  const said = STANDING.exec(description)?.[1];
  if (said === undefined) return null;
  if (kind === "boolean") return said === "true" ? true : said === "false" ? false : null;
  if (kind === "integer") return /^\d+$/.test(said) ? Number(said) : null;
  return kind === "enum" && options.includes(said) ? said : null;
}

const PLACEHOLDERS = new Set(["string", "", "---", "true", "false", "0", "1"]);

/** An example worth showing; null for what only fills a gap in the documentation. */
export function exampleOf(kind: FieldKind, secret: boolean, example: unknown): string | null {
  if (secret || !["text", "integer", "number", "date_time", "list"].includes(kind)) return null;
  if (typeof example !== "string" && typeof example !== "number") return null;
  const text = String(example);
  return PLACEHOLDERS.has(text) || /^(?:x+[-\w]*|test_\w+|your_\w+)$/i.test(text) ? null : text;
}
