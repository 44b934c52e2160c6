import { keyed, loose, openEnum } from "@/lib/model/wire";
import { z } from "@/lib/zod";

export const SCHEMA_CHANGE_HANDLING = ["ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL"] as const;
export const EXCLUDE_MODES = ["PRESERVE", "EXCLUDE", "INCLUDE"] as const;
export const SYNC_MODES = ["SOFT_DELETE", "HISTORY", "LIVE"] as const;

const patchSettings = <const C extends readonly [string, ...string[]]>(codes: C) =>
  loose({
    allowed: z.boolean(),
    reason: z.string().nullish(),
    reason_code: openEnum(codes).nullish(),
  });

export const Column = loose({
  name_in_destination: z.string(),
  enabled: z.boolean(),
  hashed: z.boolean(),
  enabled_patch_settings: patchSettings(["SYSTEM_COLUMN", "DELETED", "OTHER"]),
  is_primary_key: z.boolean().nullish(),
});
export type Column = z.infer<typeof Column>;

export const Table = loose({
  name_in_destination: z.string(),
  enabled: z.boolean(),
  sync_mode: openEnum(SYNC_MODES).nullish(),
  enabled_patch_settings: patchSettings(["SYSTEM_TABLE", "DELETED", "OTHER"]),
  supports_columns_config: z.boolean(),
  supports_history_mode: z.boolean(),
  columns: keyed(Column).nullish(),
});
export type Table = z.infer<typeof Table>;

export const Schema = loose({
  name_in_destination: z.string(),
  enabled: z.boolean(),
  tables: keyed(Table),
});
export type Schema = z.infer<typeof Schema>;

/** The stored schema config of a connection. A column that is absent follows `schema_change_handling`. */
export const SchemaConfig = loose({
  schema_change_handling: openEnum(SCHEMA_CHANGE_HANDLING),
  enable_new_by_default: z.boolean().nullish(),
  schemas: keyed(Schema),
});
export type SchemaConfig = z.infer<typeof SchemaConfig>;

export const TableColumns = loose({ columns: keyed(Column) });
export type TableColumns = z.infer<typeof TableColumns>;
