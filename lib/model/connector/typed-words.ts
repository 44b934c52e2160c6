import type { Field } from "@/lib/model/connector/field";
import { holdsSecret } from "@/lib/model/connector/field-group";
import { isBlank } from "@/lib/model/connector/typed-value";
import { countOf } from "@/lib/model/names";

const LONG = 120;

/** A typed value in a few words, for a list of changes. Nothing secret is in it. */
export function typedWords(field: Field, typed: unknown): string {
  if (typed === null) return field.kind === "boolean" ? "as Fivetran does it" : "nothing";
  if (isBlank(typed) && typeof typed !== "boolean") return "nothing";
  switch (field.kind) {
    case "boolean":
      return typed ? "yes" : "no";
    case "enum":
      return field.options.find(({ value }) => value === typed)?.label ?? String(typed);
    case "list":
      if (field.secret || field.item?.secret) return "secrets";
      return cut(Array.isArray(typed) ? typed.map(String).join(", ") : String(typed));
    case "objects":
      return countOf(Array.isArray(typed) ? typed.length : 0, "entry", "entries");
    case "object":
      return "filled in";
    case "json":
      return "JSON";
    case "secret":
    case "secret_lines":
      return "a secret";
    default:
      return holdsSecret(field) ? "a secret" : cut(String(typed));
  }
}

/** What a field was and becomes; of a secret only that it is replaced. */
export function typedChange(
  field: Field,
  was: unknown,
  becomes: unknown,
  kept: boolean,
): { from: string; to: string } {
  if (!holdsSecret(field) || field.kind === "objects" || field.kind === "object") {
    const [from, to] = [typedWords(field, was), typedWords(field, becomes)];
    return { from, to: from === to ? `${to}, edited` : to };
  }
  const cleared = isBlank(becomes);
  return {
    from: kept ? "stored in Fivetran" : field.part === "auth" ? "never shown by Fivetran" : "nothing",
    to: cleared ? "nothing" : kept || field.part === "auth" ? "replaced" : "a secret",
  };
}

const cut = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);
