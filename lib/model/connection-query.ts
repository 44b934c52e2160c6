import { HEALTHS } from "@/lib/model/health";

/** The keys a filter may name, in the order their tokens are written. */
export const QUERY_KEYS = ["health", "service", "destination", "schedule", "tag", "is"] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

/** What `is:` may ask for. */
export const IS_VALUES = ["historical", "never-synced", "rescheduled", "late"] as const;

/** A parsed filter: values of one key are alternatives, keys and words of the text must all hold. */
export interface ConnectionQuery {
  tokens: Record<QueryKey, readonly string[]>;
  /** What is left for the full-text search, quotes kept as typed. */
  text: string;
}

export const EMPTY_QUERY: ConnectionQuery = {
  tokens: { health: [], service: [], destination: [], schedule: [], tag: [], is: [] },
  text: "",
};

/** Reads `health:broken,delayed destination:"my lake" orders`. Unknown keys stay text; nothing is ever an error. */
export function parseQuery(input: string): ConnectionQuery {
  const tokens: Record<QueryKey, string[]> = {
    health: [],
    service: [],
    destination: [],
    schedule: [],
    tag: [],
    is: [],
  };
  const text: string[] = [];
  for (const word of splitOutsideQuotes(input, /\s/)) {
    const colon = word.indexOf(":");
    const key = QUERY_KEYS.find((name) => name === word.slice(0, colon).toLowerCase());
    const values = key ? splitOutsideQuotes(word.slice(colon + 1), /,/).map(unquote) : [];
    if (!key || values.length === 0) text.push(word);
    else for (const value of values) if (!tokens[key].includes(value)) tokens[key].push(value);
  }
  return { tokens, text: text.join(" ") };
}

/** The text that `parseQuery` reads back as the same query. */
export function formatQuery(query: ConnectionQuery): string {
  const tokens = QUERY_KEYS.filter((key) => query.tokens[key].length > 0).map((key) =>
    formatToken(key, query.tokens[key]),
  );
  return [...tokens, query.text].filter(Boolean).join(" ");
}

export function formatToken(key: QueryKey, values: readonly string[]): string {
  return `${key}:${values.map(quote).join(",")}`;
}

/** The same query with other values for one key. */
export function withValues(
  query: ConnectionQuery,
  key: QueryKey,
  values: readonly string[],
): ConnectionQuery {
  return { ...query, tokens: { ...query.tokens, [key]: [...values] } };
}

/** Adds the value to its key, or takes it away if it is there. */
export function toggleValue(query: ConnectionQuery, key: QueryKey, value: string): ConnectionQuery {
  const values = query.tokens[key];
  return withValues(
    query,
    key,
    values.includes(value) ? values.filter((one) => one !== value) : [...values, value],
  );
}

/** How many things narrow the list: one per key and one for the text. */
export function filterCount(query: ConnectionQuery): number {
  return QUERY_KEYS.filter((key) => query.tokens[key].length > 0).length + (query.text ? 1 : 0);
}

/** The words of the text that must all be found, folded for comparison. */
export function textWords(query: ConnectionQuery): string[] {
  return splitOutsideQuotes(query.text, /\s/)
    .map((word) => fold(unquote(word)))
    .filter(Boolean);
}

/** Case and compatibility forms do not matter when people search. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/**
 * Whether a token still being typed ends the text ("orders health:bro"), so that it is not searched as a word.
 * @returns the finished part and the unfinished word.
 */
export function splitDraft(input: string): { finished: string; unfinished: string } {
  const words = splitOutsideQuotes(input, /\s/);
  const last = words.at(-1) ?? "";
  const open = QUERY_KEYS.some((key) => last.toLowerCase().startsWith(`${key}:`)) && !/\s$/.test(input);
  return open
    ? { finished: input.slice(0, input.lastIndexOf(last)), unfinished: last }
    : { finished: input, unfinished: "" };
}

/** The filter of everything that a person has to act on. */
export const NEEDS_PERSON_QUERY = formatToken("health", HEALTHS.slice(0, 3));

function quote(value: string): string {
  return value !== "" && !/[\s,"\\]/.test(value) ? value : `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

function unquote(word: string): string {
  let out = "";
  for (let i = 0; i < word.length; i++) {
    const char = word.charAt(i);
    if (char === "\\" && i + 1 < word.length) out += word.charAt(++i);
    else if (char !== '"') out += char;
  }
  return out;
}

function splitOutsideQuotes(input: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (let i = 0; i < input.length; i++) {
    const char = input.charAt(i);
    if (char === "\\" && i + 1 < input.length) part += char + input.charAt(++i);
    else if (!quoted && separator.test(char)) {
      if (part) parts.push(part);
      part = "";
    } else {
      if (char === '"') quoted = !quoted;
      part += char;
    }
  }
  if (part) parts.push(part);
  return parts;
}
