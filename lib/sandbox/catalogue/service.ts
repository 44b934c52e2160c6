import generated from "@/lib/sandbox/catalogue/catalogue.generated.json";
import { type CatalogueFile, fieldSetReader } from "@/lib/sandbox/catalogue/catalogue-file";
import type { Field } from "@/lib/sandbox/catalogue/field";

/** How a connection's name is built from its config (fivetran-api, schema formats of the OpenAPI document). */
export type SchemaFormat = "schema" | "schema_table" | "schema_prefix" | "schema_table_group";

export type ServiceFacts = {
  readonly id: string;
  readonly schemaFormat: SchemaFormat;
  /** Keys that config must hold at creation. They never change afterwards. */
  readonly required: readonly string[];
  /** Settable config fields, without the keys that the schema format adds. */
  readonly config: readonly Field[];
  readonly auth: readonly Field[] | undefined;
  readonly externalSecretsKeys: readonly Field[] | undefined;
  /** Fields that only answers carry, such as the SSH `public_key`. */
  readonly readonly: readonly Field[];
};

export type DestinationServiceFacts = {
  readonly id: string;
  readonly config: readonly Field[];
  readonly externalSecretsKeys: readonly Field[] | undefined;
};

// The compiler widens the rows of a JSON module to arrays of unions; the generator's tests hold the real shape.
const file = generated as unknown as CatalogueFile;
const fieldsAt = fieldSetReader(file);
const optional = (row: number) => (row < 0 ? undefined : fieldsAt(row));

const connectors = new Map<string, ServiceFacts>(
  file.connectors.map(([id, format, config, auth, keys, readonly]) => [
    id,
    {
      id,
      schemaFormat: format as SchemaFormat,
      required: file.formats[format] ?? [],
      config: fieldsAt(config),
      auth: optional(auth),
      externalSecretsKeys: optional(keys),
      readonly: fieldsAt(readonly),
    },
  ]),
);

const destinations = new Map<string, DestinationServiceFacts>(
  file.destinations.map(([id, config, keys]) => [
    id,
    { id, config: fieldsAt(config), externalSecretsKeys: optional(keys) },
  ]),
);

/** The ids of all connector types, sorted. */
export function services(): string[] {
  return [...connectors.keys()];
}

/** The facts of a connector type, or undefined when Fivetran has no such type. */
export function serviceOf(id: string): ServiceFacts | undefined {
  return connectors.get(id);
}

/** The ids of all destination types, sorted. */
export function destinationServices(): string[] {
  return [...destinations.keys()];
}

/** The facts of a destination type, or undefined when Fivetran has no such type. */
export function destinationServiceOf(id: string): DestinationServiceFacts | undefined {
  return destinations.get(id);
}

/** The keys that the schema format adds to config, required or not; all are text and fixed at creation. */
export function schemaKeysOf(facts: ServiceFacts): readonly string[] {
  // File sources take either `table_group_name` or the `table` of older connections.
  return facts.schemaFormat === "schema_table_group" ? [...facts.required, "table"] : facts.required;
}
