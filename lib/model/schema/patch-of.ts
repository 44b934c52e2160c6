import { buildPath } from "@/lib/model/path";
import type { PlannedRequest } from "@/lib/model/schema/schema-answers";
import type { ColumnChange, SchemaChanges, TableChange } from "@/lib/model/schema/schema-changes";

/**
 * The body of `PATCH /connections/{id}/schemas` for these changes, as JSON text: what stays is left out, `enabled`
 * included, which S marks as required and real clients omit (T: connector_schema_resource_allow_columns_test.go). Text
 * rather than an object, so that every name is a key of its own, `__proto__` too.
 */
export function patchOf(changes: SchemaChanges): string {
  const quoted = quoter();
  const parts: string[] = [];
  if (changes.schema_change_handling) {
    parts.push(`"schema_change_handling":${JSON.stringify(changes.schema_change_handling[1])}`);
  }
  const schemas: string[] = [];
  for (const schema of changes.schemas) {
    const fields: string[] = [];
    if (schema.enabled) fields.push(`"enabled":${schema.enabled[1]}`);
    const tables = tablesOf(schema.tables ?? [], quoted);
    if (tables) fields.push(`"tables":{${tables}}`);
    if (fields.length > 0) schemas.push(`${quoted(schema.name)}:{${fields.join(",")}}`);
  }
  if (schemas.length > 0) parts.push(`"schemas":{${schemas.join(",")}}`);
  return `{${parts.join(",")}}`;
}

/**
 * The requests that make these changes: one, since the body of `PATCH /connections/{id}/schemas` takes the policy and
 * any number of names at once, and none where nothing changes.
 */
export function plannedRequests(connectionId: string, changes: SchemaChanges): PlannedRequest[] {
  const body = patchOf(changes);
  if (body === "{}") return [];
  return [
    { method: "PATCH", path: buildPath("/connections/{connectionId}/schemas", { connectionId }), body },
  ];
}

type Quoted = (name: string) => string;

function tablesOf(tables: readonly TableChange[], quoted: Quoted): string {
  let text = "";
  for (const table of tables) {
    let fields = "";
    if (table.enabled) fields = `"enabled":${table.enabled[1]}`;
    if (table.sync_mode) fields += `${comma(fields)}"sync_mode":${quoted(table.sync_mode[1])}`;
    const columns = table.columns ? columnsOf(table.columns, quoted) : "";
    if (columns) fields += `${comma(fields)}"columns":{${columns}}`;
    if (fields) text += `${comma(text)}${quoted(table.name)}:{${fields}}`;
  }
  return text;
}

function columnsOf(columns: readonly ColumnChange[], quoted: Quoted): string {
  let text = "";
  for (const column of columns) {
    let fields = "";
    if (column.enabled) fields = `"enabled":${column.enabled[1]}`;
    if (column.hashed) fields += `${comma(fields)}"hashed":${column.hashed[1]}`;
    if (column.is_primary_key) fields += `${comma(fields)}"is_primary_key":${column.is_primary_key[1]}`;
    if (fields) text += `${comma(text)}${quoted(column.name)}:{${fields}}`;
  }
  return text;
}

const comma = (before: string): string => (before === "" ? "" : ",");

/** Names as JSON strings; tables share most names of their columns. */
function quoter(): Quoted {
  const known = new Map<string, string>();
  return (name) => {
    let text = known.get(name);
    if (text === undefined) {
      text = JSON.stringify(name);
      known.set(name, text);
    }
    return text;
  };
}
