import { buildPath } from "@/lib/model/path";
import type { PlannedRequest } from "@/lib/model/schema/schema-answers";
import type {
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  TableChange,
} from "@/lib/model/schema/schema-changes";

/**
 * The body of `PATCH /connections/{id}/schemas` for these changes, as JSON text: what stays is left out, `enabled`
 * included, which S marks as required and real clients omit (T: connector_schema_resource_allow_columns_test.go). Text
 * rather than an object, so that every name is a key of its own, `__proto__` too.
 */
export function patchOf(changes: SchemaChanges): string {
  const text: string[] = [];
  let inner = "{";
  if (changes.schema_change_handling) {
    text.push(inner, '"schema_change_handling":', JSON.stringify(changes.schema_change_handling[1]));
    inner = ",";
  }
  const end = text.length;
  let next = `${inner}"schemas":{`;
  for (const schema of changes.schemas) {
    if (!schemaText(text, next, schema)) continue;
    next = ",";
  }
  text.push(text.length > end ? "}}" : inner === "{" ? "{}" : "}");
  return text.join("");
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

/** Adds a schema after what comes before it; nothing, and false, where it has no change. */
function schemaText(text: string[], before: string, { name, enabled, tables = [] }: SchemaChange): boolean {
  const start = text.length;
  text.push(before, JSON.stringify(name), ":{");
  let inner = "";
  if (enabled) {
    text.push('"enabled":', String(enabled[1]));
    inner = ",";
  }
  let next = `${inner}"tables":{`;
  for (const table of tables) {
    if (tableText(text, next, table)) next = ",";
  }
  if (next === ",") text.push("}");
  else if (!enabled) {
    text.length = start;
    return false;
  }
  text.push("}");
  return true;
}

function tableText(text: string[], before: string, change: TableChange): boolean {
  const { name, enabled, sync_mode, columns = [] } = change;
  const start = text.length;
  text.push(before, JSON.stringify(name), ":{");
  let inner = "";
  if (enabled) {
    text.push('"enabled":', String(enabled[1]));
    inner = ",";
  }
  if (sync_mode) {
    text.push(`${inner}"sync_mode":`, JSON.stringify(sync_mode[1]));
    inner = ",";
  }
  let next = `${inner}"columns":{`;
  for (const column of columns) {
    const fields = fieldsOf(column);
    if (fields === "") continue;
    text.push(next, JSON.stringify(column.name), fields);
    next = ",";
  }
  if (next === ",") text.push("}");
  else if (inner === "") {
    text.length = start;
    return false;
  }
  text.push("}");
  return true;
}

/** What follows a column's name. */
function fieldsOf({ enabled, hashed, is_primary_key }: ColumnChange): string {
  if (hashed && !enabled && !is_primary_key) return hashed[1] ? HASH : UNHASH;
  if (enabled && !hashed && !is_primary_key) return enabled[1] ? ENABLE : DISABLE;
  const fields = [
    ...(enabled ? [`"enabled":${enabled[1]}`] : []),
    ...(hashed ? [`"hashed":${hashed[1]}`] : []),
    ...(is_primary_key ? [`"is_primary_key":${is_primary_key[1]}`] : []),
  ];
  return fields.length > 0 ? `:{${fields.join(",")}}` : "";
}

const HASH = ':{"hashed":true}';
const UNHASH = ':{"hashed":false}';
const ENABLE = ':{"enabled":true}';
const DISABLE = ':{"enabled":false}';
