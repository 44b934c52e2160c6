import type { SchemaFormat } from "@/lib/sandbox/catalogue/service";
import { serviceOf } from "@/lib/sandbox/catalogue/service";

const PARTS: Record<SchemaFormat, readonly (readonly string[])[]> = {
  schema: [["schema"]],
  schema_prefix: [["schema_prefix"]],
  schema_table: [["schema"], ["table"]],
  schema_table_group: [["schema"], ["table_group_name", "table"]],
};

/**
 * A connection's `schema`, which is its name: `schema`, `schema.table`, `schema.table_group_name` or the prefix,
 * by the service's schema format. Undefined while config lacks a part, or for an unknown service.
 */
export function schemaNameOf(service: string, config: Readonly<Record<string, unknown>>): string | undefined {
  const facts = serviceOf(service);
  if (!facts) return undefined;
  const parts = PARTS[facts.schemaFormat].map((keys) => keys.map((key) => config[key]).find(isText));
  return parts.every(isText) ? parts.join(".") : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
