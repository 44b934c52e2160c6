import type { Risk } from "@/lib/contract/endpoint";
import type {
  ColumnChange,
  SchemaChange,
  SchemaConfigChange,
  TableChange,
} from "@/lib/contract/schema-bodies";

const privacyOr = (privacy: boolean): Risk => (privacy ? "privacy" : "reversible");

/**
 * The risk of a change of a schema config: privacy where a column is un-hashed or enabled, or where ALLOW_ALL lets all
 * that is new flow; else reversible.
 */
export function configRisk({ schemas, schema_change_handling }: SchemaConfigChange): Risk {
  return privacyOr(schema_change_handling === "ALLOW_ALL" || some(schemas, schemaExposes));
}

/** As `configRisk`, of a change of one schema. */
export const schemaRisk = (change: SchemaChange): Risk => privacyOr(schemaExposes(change));

/** As `configRisk`, of a change of one table. */
export const tableRisk = (change: TableChange): Risk => privacyOr(tableExposes(change));

/** As `configRisk`, of a change of one column. */
export const columnRisk = (change: ColumnChange): Risk => privacyOr(columnExposes(change));

function schemaExposes({ tables }: SchemaChange): boolean {
  return some(tables, tableExposes);
}

function tableExposes({ columns }: TableChange): boolean {
  return some(columns, columnExposes);
}

function columnExposes({ enabled, hashed }: ColumnChange): boolean {
  return enabled === true || hashed === false;
}

function some<V>(named: Record<string, V> | null | undefined, test: (value: V) => boolean): boolean {
  return named ? Object.values(named).some(test) : false;
}
