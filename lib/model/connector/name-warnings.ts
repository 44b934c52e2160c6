import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { FieldIssue, SettingsValues } from "@/lib/model/connector/field";
import { typedAt } from "@/lib/model/connector/typed-value";
import type { SetupValues } from "@/lib/model/setup-draft";

/**
 * What to think over about the names that were typed; none of it is refused here. Under Fivetran's naming a schema is
 * named in lower-case letters, digits and underscores and does not begin with a digit; source naming takes names as
 * they are. Source: fivetran.com/docs/core-concepts/no-renaming.
 */
export function nameWarnings(
  form: ConnectorForm,
  values: SettingsValues,
  naming: SetupValues["destination_schema_names"],
): FieldIssue[] {
  return form.names.flatMap((field) => {
    const typed = typedAt(values, field);
    const name = typeof typed === "string" ? typed.trim() : "";
    const message = name === "" ? null : warningOf(name, naming);
    return message === null ? [] : [{ path: field.path, message }];
  });
}

function warningOf(name: string, naming: SetupValues["destination_schema_names"]): string | null {
  if (name.includes(".")) return "A dot parts schema and table in a connection's name: better leave it out.";
  if (naming !== "FIVETRAN_NAMING") return null;
  if (/^\d/.test(name)) return "Fivetran asks for names that do not begin with a digit.";
  if (/^[a-z0-9_]+$/.test(name)) return null;
  return "Fivetran asks for lower-case letters, digits and underscores only.";
}
