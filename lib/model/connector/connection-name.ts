import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SettingsValues } from "@/lib/model/connector/field";
import { typedAt } from "@/lib/model/connector/typed-value";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** Fivetran's `schema`, the connection's name, that these values make; empty while a part of it is missing. */
export function connectionNameOf(form: ConnectorForm, values: SettingsValues): string {
  const typed = (name: string) => {
    const field = form.by_path.get(`config.${name}`);
    const text = field ? typedAt(values, field) : "";
    return typeof text === "string" ? text.trim() : "";
  };
  const parts = {
    schema: [typed("schema")],
    schema_prefix: [typed("schema_prefix")],
    schema_table: [typed("schema"), typed("table")],
    schema_table_group: [typed("schema"), typed("table_group_name") || typed("table")],
  }[form.format];
  return parts.every((part) => part !== "") ? parts.join(".") : "";
}

/**
 * The connection of a group that already has a name, or undefined where it is free. Fivetran's names are lower case
 * in the destination, so names that differ in case only are taken as one.
 */
export function nameTaken(
  rows: readonly Pick<ConnectionRow, "id" | "group_id" | "schema">[],
  group_id: string | null,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  return rows.find((row) => row.group_id === group_id && row.schema.toLowerCase() === wanted)?.id;
}
