/**
 * The name that Fivetran gives a connection of this config: `schema`, `schema.table`, `schema.table_group_name` or the
 * prefix (API notes, section 5.3), as far as it is there; empty while nothing is. For where the connector type's own
 * form is not at hand.
 */
export function nameInConfig(config: Readonly<Record<string, unknown>>): string {
  const text = (key: string) => (typeof config[key] === "string" ? (config[key] as string) : "");
  const prefix = text("schema_prefix");
  if (prefix) return prefix;
  return [text("schema"), text("table_group_name") || text("table")].filter(Boolean).join(".");
}
