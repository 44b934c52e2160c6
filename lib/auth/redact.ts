import "server-only";
import { knownSecrets } from "@/lib/auth/known-secrets";
import { isSecretName } from "@/lib/auth/secret-name";

export const REDACTED = "[redacted]";

/** What Fivetran shows in the place of a stored secret. */
export const MASK = "******";

/** A property tree of connector-type metadata, as far as redaction reads it. */
export interface MetadataNode {
  format?: unknown;
  properties?: unknown;
  items?: unknown;
}

export interface RedactOptions {
  /** The property tree that describes `value`: a field of format `password` is secret. */
  metadata?: MetadataNode;
  /** The same object as Fivetran shows it: a field that is masked there is secret here. */
  masked?: unknown;
}

/** Objects whose keys are names from a source, where a column called `password` is no secret. */
const NAMED_BY_SOURCE = new Set(["schemas", "tables", "columns", "scope"]);

const PATTERNS: readonly [RegExp, string][] = [
  [/\b(basic|bearer)\s+[A-Za-z0-9+/_=.~-]{12,}/gi, `$1 ${REDACTED}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g, REDACTED],
  [
    /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?(-----END \1-----|$)/g,
    `-----BEGIN $1----- ${REDACTED} -----END $1-----`,
  ],
  // Who knows the end of this address may deliver to it.
  [/(\/api\/webhooks\/fivetran\/)[\w-]{8,}/g, `$1${REDACTED}`],
  [/([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/@]+@/gi, `$1:${REDACTED}@`],
];

/** A text without the configured key and secret, Basic and Bearer headers, tokens, private keys and URL passwords. */
export function redactText(text: string): string {
  let clean = text;
  for (const secret of knownSecrets()) clean = clean.replaceAll(secret, REDACTED);
  for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
  return clean;
}

/**
 * A deep copy for logs, audit rows and answers: secrets are replaced by `[redacted]`, found by field name, by
 * Fivetran's metadata and by what Fivetran itself masks; all texts pass `redactText`. Booleans and null always
 * stay. Under a secret name every text and number goes, however deep.
 */
export function redact(value: unknown, options: RedactOptions = {}): unknown {
  return copy(value, { ...options, secret: false, named: false }, new Set());
}

interface Place extends RedactOptions {
  secret: boolean;
  /** The keys of this object are names from a source. */
  named: boolean;
}

function copy(value: unknown, place: Place, above: Set<object>): unknown {
  if (typeof value === "string") {
    return place.secret && value !== MASK && value !== "" ? REDACTED : redactText(value);
  }
  if (typeof value === "number" || typeof value === "bigint") return place.secret ? REDACTED : value;
  if (typeof value !== "object" || value === null) return value;
  if (above.has(value)) return "[circular]";
  const path = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, itemOf(place), path));
  if (value instanceof Date) return value;
  if (value instanceof Error) return { name: value.name, message: redactText(value.message) };
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return REDACTED;
  if (value instanceof Set) return [...value].map((item) => copy(item, itemOf(place), path));
  const entries = value instanceof Map ? [...value].map(([k, v]) => [String(k), v]) : Object.entries(value);
  // fromEntries defines own properties, so a table called __proto__ stays a table.
  return Object.fromEntries(
    entries.map(([name, item]) => [redactText(name), copy(item, fieldOf(place, name), path)]),
  );
}

function itemOf(place: Place): Place {
  return { secret: place.secret, named: false, metadata: child(place.metadata?.items) };
}

function fieldOf(place: Place, name: string): Place {
  const metadata = child(own(place.metadata?.properties, name));
  const masked = own(place.masked, name);
  const byName = !place.named && (isSecretName(name) || name === "auth");
  return {
    secret: place.secret || byName || metadata?.format === "password" || masked === MASK,
    named: !place.named && NAMED_BY_SOURCE.has(name),
    metadata,
    masked,
  };
}

const child = (node: unknown): MetadataNode | undefined =>
  typeof node === "object" && node !== null ? node : undefined;

const own = (node: unknown, name: string): unknown =>
  typeof node === "object" && node !== null && Object.hasOwn(node, name)
    ? (node as Record<string, unknown>)[name]
    : undefined;
