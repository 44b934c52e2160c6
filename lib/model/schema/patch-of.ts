import { buildPath } from "@/lib/model/path";
import type { PlannedRequest } from "@/lib/model/schema/schema-answers";
import type { Change, ColumnChange, SchemaChanges, TableChange } from "@/lib/model/schema/schema-changes";
import { atOnce, type Steps } from "@/lib/model/steps";

/**
 * The body of `PATCH /connections/{id}/schemas` for these changes, as JSON text: what stays is left out, `enabled`
 * included, which S marks as required and real clients omit (T: connector_schema_resource_allow_columns_test.go). Text
 * rather than an object, so that every name is a key of its own, `__proto__` too.
 */
export const patchOf = (changes: SchemaChanges): string => atOnce(patchSteps(changes));

/** The same, table by table. */
export function* patchSteps(changes: SchemaChanges): Steps<string> {
  const { schema_change_handling: policy } = changes;
  const head = policy ? `"schema_change_handling":${JSON.stringify(policy[1])}` : "";
  const columnTexts = new ColumnTexts();
  let schemas = "";
  for (const { name, enabled, tables = [] } of changes.schemas) {
    const texts: string[] = [];
    for (const table of tables) {
      const text = tableText(table, columnTexts);
      if (text !== "") texts.push(text);
      yield;
    }
    const inner = texts.length === 0 ? "" : `"tables":{${texts.join(",")}}`;
    schemas += item(name, schemas === "", enabledText(enabled), inner);
  }
  const body = schemas === "" ? "" : `"schemas":{${schemas}}`;
  return `{${head}${head && body ? "," : ""}${body}}`;
}

/**
 * The requests that make these changes: one, since the body of `PATCH /connections/{id}/schemas` takes the policy and
 * any number of names at once, and none where nothing changes.
 */
export function* plannedRequests(connectionId: string, changes: SchemaChanges): Steps<PlannedRequest[]> {
  const body = yield* patchSteps(changes);
  if (body === "{}") return [];
  return [
    { method: "PATCH", path: buildPath("/connections/{connectionId}/schemas", { connectionId }), body },
  ];
}

function tableText({ name, enabled, sync_mode, columns = [] }: TableChange, texts: ColumnTexts): string {
  let listed = "";
  for (const column of columns) listed += texts.of(column);
  const inner = listed.slice(1);
  const mode = sync_mode ? `"sync_mode":${JSON.stringify(sync_mode[1])}` : "";
  const flag = enabledText(enabled);
  const own = flag && mode ? `${flag},${mode}` : flag + mode;
  return item(name, true, own, inner === "" ? "" : `"columns":{${inner}}`);
}

/** A named item with its own fields and what is in it; nothing where it has neither. */
function item(name: string, first: boolean, own: string, inner: string): string {
  if (own === "" && inner === "") return "";
  return `${first ? "" : ","}${quoted(name)}:{${own}${own && inner ? "," : ""}${inner}}`;
}

const enabledText = (change: Change<boolean> | undefined): string => (change ? `"enabled":${change[1]}` : "");

/** Columns as text, each after a comma. A draft tells of columns alike by one object, whose text is made once. */
class ColumnTexts {
  readonly #made = new Map<ColumnChange, string>();

  /** A named column with its fields; nothing where none changes. */
  of(column: ColumnChange): string {
    let text = this.#made.get(column);
    if (text === undefined) {
      const fields = fieldsOf(column);
      text = fields === "" ? "" : `,${quoted(column.name)}${fields}`;
      this.#made.set(column, text);
    }
    return text;
  }
}

/** A column's fields after the colon; nothing where none changes. */
function fieldsOf({ enabled, hashed, is_primary_key }: ColumnChange): string {
  if (hashed && !enabled && !is_primary_key) return hashed[1] ? ':{"hashed":true}' : ':{"hashed":false}';
  if (enabled && !hashed && !is_primary_key) return enabled[1] ? ':{"enabled":true}' : ':{"enabled":false}';
  const fields = [
    ...(enabled ? [`"enabled":${enabled[1]}`] : []),
    ...(hashed ? [`"hashed":${hashed[1]}`] : []),
    ...(is_primary_key ? [`"is_primary_key":${is_primary_key[1]}`] : []),
  ];
  return fields.length > 0 ? `:{${fields.join(",")}}` : "";
}

/** Printable ASCII but for the quote and the backslash: as it stands in JSON. */
const PLAIN = /^[ !#-[\]-~]*$/;

const quoted = (name: string): string => (PLAIN.test(name) ? `"${name}"` : JSON.stringify(name));
