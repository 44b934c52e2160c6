import type { Column, SchemaConfig, Table } from "@/lib/model/schema-config";

type Locked<T extends Column | Table> = [
  code: NonNullable<T["enabled_patch_settings"]["reason_code"]>,
  reason?: string,
];

const settings = <T extends Column | Table>(lock: Locked<T> | undefined): T["enabled_patch_settings"] =>
  lock ? { allowed: false, reason_code: lock[0], ...(lock[1] && { reason: lock[1] }) } : { allowed: true };

/** For tests: a column of a schema config, on unless told otherwise. */
export function sampleColumn({ lock, ...rest }: Partial<Column> & { lock?: Locked<Column> } = {}): Column {
  return {
    name_in_destination: "column",
    enabled: true,
    hashed: false,
    enabled_patch_settings: settings<Column>(lock),
    ...rest,
  };
}

/** For tests: a table of a schema config, on and with every feature unless told otherwise. */
export function sampleTable({ lock, ...rest }: Partial<Table> & { lock?: Locked<Table> } = {}): Table {
  return {
    name_in_destination: "table",
    enabled: true,
    enabled_patch_settings: settings<Table>(lock),
    supports_columns_config: true,
    supports_history_mode: true,
    columns: {},
    ...rest,
  };
}

/** For tests: a schema config under ALLOW_ALL of these tables. */
export function sampleConfig(schemas: Record<string, Record<string, Table>>): SchemaConfig {
  return {
    schema_change_handling: "ALLOW_ALL",
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, tables]) => [
        name,
        { name_in_destination: name, enabled: true, tables },
      ]),
    ),
  };
}
