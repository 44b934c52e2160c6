import type { SchemaPath } from "@/lib/model/schema/schema-changes";

/** Tables by schema, as the body of `POST /connections/{id}/schemas/tables/resync`: no wrapper, every name legal. */
export function namedTables(paths: readonly SchemaPath[]): Record<string, string[]> {
  const schemas = new Map<string, string[]>();
  for (const [schema, table] of paths) {
    if (schema === undefined || table === undefined) continue;
    const tables = schemas.get(schema);
    if (tables) tables.push(table);
    else schemas.set(schema, [table]);
  }
  return Object.fromEntries(schemas);
}

/** Columns by schema and table, as the body of `POST /connections/{id}/schemas/drop-columns`. */
export interface NamedColumns {
  schemas: Record<string, { tables: Record<string, { columns: string[] }> }>;
}

export function namedColumns(paths: readonly SchemaPath[]): NamedColumns {
  const schemas = new Map<string, Map<string, { columns: string[] }>>();
  for (const [schema, table, column] of paths) {
    if (schema === undefined || table === undefined || column === undefined) continue;
    const tables = schemas.get(schema) ?? new Map<string, { columns: string[] }>();
    schemas.set(schema, tables);
    const named = tables.get(table) ?? { columns: [] };
    tables.set(table, named);
    named.columns.push(column);
  }
  return {
    schemas: Object.fromEntries(
      Array.from(schemas, ([schema, tables]) => [schema, { tables: Object.fromEntries(tables) }]),
    ),
  };
}
