import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { FIELD_PARTS } from "@/lib/model/connector/field";

// Quoted names first, then dotted or snake-cased words: "host" alone may be prose.
const QUOTED = /['"`\u2018\u201c]([\w.[\]]+)['"`\u2019\u201d]/g;
const BARE = /\b[A-Za-z]\w*(?:(?:\.|\[)\w+\]?)+|\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g;

/**
 * The path of the field that a message of Fivetran's names, such as `Field 'files.0.table_name' must be a string`,
 * items by number where the message counts them; null where it names none.
 */
export function fieldOfMessage(form: ConnectorForm, message: string): string | null {
  const named = [...message.matchAll(QUOTED)].map(([, name = ""]) => name);
  const written = [...message.matchAll(BARE)].map(([name]) => name);
  for (const name of [...named, ...written]) {
    const found = pathNamed(form, name.replace(/\[(\w+)\]/g, ".$1"));
    if (found !== null) return found;
  }
  return null;
}

function pathNamed(form: ConnectorForm, name: string): string | null {
  const candidates = [name, ...FIELD_PARTS.map((part) => `${part}.${name}`)];
  const exact = candidates.find((path) => form.by_path.has(path.replace(/\.\d+(?=\.|$)/g, "")));
  if (exact !== undefined) return exact;
  // A name inside an object may stand alone, where only one field has it.
  const inside = [...form.by_path.values()].filter((field) => field.name === name);
  return inside.length === 1 ? (inside[0]?.path ?? null) : null;
}
