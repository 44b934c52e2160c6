import type {
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  TableChange,
} from "@/lib/model/schema/schema-changes";
import type { SettingDifference } from "@/lib/model/setting-difference";

/** At most `most` of the changes of a schema config, one row for each field that changed, in their own order. */
export function differenceRows(
  { schema_change_handling, schemas }: SchemaChanges,
  most: number,
): SettingDifference[] {
  const rows: SettingDifference[] = [];
  const add = (name: string, [from, to]: readonly [unknown, unknown]) => {
    if (rows.length < most) rows.push({ name, from: String(from), to: String(to) });
  };
  const own = (path: readonly string[], change: SchemaChange | TableChange | ColumnChange) => {
    const name = path.join(".");
    if (change.seen) add(name, ["", change.seen]);
    if (change.enabled) add(`${name}: enabled`, change.enabled);
    if ("sync_mode" in change && change.sync_mode) add(`${name}: sync_mode`, change.sync_mode);
    if ("hashed" in change && change.hashed) add(`${name}: hashed`, change.hashed);
    if ("is_primary_key" in change && change.is_primary_key)
      add(`${name}: is_primary_key`, change.is_primary_key);
  };
  if (schema_change_handling) add("schema_change_handling", schema_change_handling);
  for (const schema of schemas) {
    own([schema.name], schema);
    for (const table of schema.tables ?? []) {
      if (rows.length >= most) return rows;
      own([schema.name, table.name], table);
      for (const column of table.columns ?? []) own([schema.name, table.name, column.name], column);
    }
  }
  return rows;
}
