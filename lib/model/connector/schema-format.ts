import type { Field } from "@/lib/model/connector/field";
import { plainField } from "@/lib/model/connector/plain-field";
import { titleFromField } from "@/lib/model/connector/words";

/** How a connection's name is built from its config (schema formats of the OpenAPI document). */
export type SchemaFormat = "schema" | "schema_table" | "schema_prefix" | "schema_table_group";

const REQUIRED: readonly (readonly [SchemaFormat, readonly string[]])[] = [
  ["schema_table_group", ["schema", "table_group_name"]],
  ["schema_prefix", ["schema_prefix"]],
  ["schema_table", ["schema", "table"]],
];

/** The format of a type: by what its config requires, else by the schema keys that it has. */
export function schemaFormatOf(
  required: readonly string[],
  fields: ReadonlyMap<string, Field>,
): SchemaFormat {
  const has = (key: string) => (required.length > 0 ? required.includes(key) : fields.has(`config.${key}`));
  return REQUIRED.find(([, keys]) => keys.every(has))?.[0] ?? "schema";
}

/** The fields with the keys of the format, made where the metadata lacks them; they are required and never change. */
export function withSchemaKeys(format: SchemaFormat, fields: readonly Field[]): Field[] {
  const keys = REQUIRED.find(([name]) => name === format)?.[1] ?? ["schema"];
  const isKey = (field: Field) => field.part === "config" && keys.includes(field.name);
  // File sources take the `table` of older connections in the place of a table group.
  const older = format === "schema_table_group" ? "config.table" : null;
  const present = new Set(fields.filter(isKey).map(({ name }) => name));
  return [
    ...keys.filter((key) => !present.has(key)).map(schemaKey),
    ...fields.map((field) => {
      if (field.path === older) return { ...field, immutable: true, retired: true };
      return isKey(field)
        ? { ...field, required: true, immutable: true, readonly: false, nullable: false }
        : field;
    }),
  ];
}

const schemaKey = (name: string): Field =>
  plainField("config", name, { label: titleFromField(name), immutable: true, required: true });
