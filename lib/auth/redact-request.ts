import "server-only";
import { type MetadataNode, REDACTED, redact } from "@/lib/auth/redact";

/** Parts of a request whose field names belong to a source's settings, not to Fivetran's own vocabulary. */
const FOREIGN = new Set(["config", "auth", "external_secrets_keys_config", "state"]);

/**
 * The body of a write as the audit log may keep it. Of settings, only what `metadata` describes and does not mark
 * as secret keeps its value; without metadata every text and number in them goes, and names, booleans and null stay.
 */
export function redactRequest(body: unknown, metadata?: MetadataNode): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return redact(body);
  const entries = Object.entries(body).map(([name, value]) => {
    if (!FOREIGN.has(name)) return [name, undefined] as const;
    return [name, name === "config" && metadata ? redact(value, { metadata }) : blank(value)] as const;
  });
  const hidden = new Map(entries.filter(([, value]) => value !== undefined));
  const rest = redact(Object.fromEntries(Object.entries(body).filter(([name]) => !hidden.has(name))));
  return { ...(rest as object), ...Object.fromEntries(hidden) };
}

function blank(value: unknown): unknown {
  if (typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.map(blank);
  if (typeof value !== "object") return REDACTED;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, blank(item)]));
}
