import { SCHEMA_CHANGE_HANDLING, SYNC_MODES } from "@/lib/model/schema-config";
import { keyed } from "@/lib/model/wire";
import { z } from "@/lib/zod";

// The OpenAPI document wants `enabled` everywhere; real clients leave it out, and send null for what they leave alone.
const flag = z.boolean().nullish();

export const ColumnChange = z.strictObject({ enabled: flag, hashed: flag, is_primary_key: flag });
export type ColumnChange = z.infer<typeof ColumnChange>;

export const TableChange = z.strictObject({
  enabled: flag,
  sync_mode: z.enum(SYNC_MODES).nullish(),
  columns: keyed(ColumnChange).nullish(),
});
export type TableChange = z.infer<typeof TableChange>;

export const SchemaChange = z.strictObject({ enabled: flag, tables: keyed(TableChange).nullish() });
export type SchemaChange = z.infer<typeof SchemaChange>;

const policy = z.enum(SCHEMA_CHANGE_HANDLING).optional();

/** The body of `PATCH /connections/{id}/schemas`: names to what changes about them, absent keys stay. */
export const SchemaConfigChange = z.strictObject({
  schemas: keyed(SchemaChange).optional(),
  schema_change_handling: policy,
  is_type_locked: z.boolean().optional(),
});
export type SchemaConfigChange = z.infer<typeof SchemaConfigChange>;

/** The body of `POST /connections/{id}/schemas`, for a connection that has not looked at its source. */
export const NewSchemaConfig = z.strictObject({
  schemas: keyed(SchemaChange),
  schema_change_handling: policy,
});
export type NewSchemaConfig = z.infer<typeof NewSchemaConfig>;

/** The body of `POST /connections/{id}/schemas/drop-columns`: names of columns by schema and table. */
export const DropColumns = z.strictObject({
  schemas: keyed(z.strictObject({ tables: keyed(z.strictObject({ columns: z.array(z.string()) })) })),
});
export type DropColumns = z.infer<typeof DropColumns>;
