import {
  configHead,
  knownSchemas,
  knownTables,
  requireConfig,
  schemaHead,
  tableOfConfig,
} from "@/lib/sandbox/source/schema-config";
import type { SchemaState } from "@/lib/sandbox/source/schema-state";
import type { Source } from "@/lib/sandbox/source/source";

const CHUNK = 64 * 1024;
const LARGE = 500;

/** Whether the schema config is so large that it should leave as a stream. */
export function isLarge(source: Source): boolean {
  let tables = 0;
  for (const schema of source.schemas.values()) tables += schema.tables.size;
  return tables > LARGE;
}

/**
 * The JSON text of `toSchemaConfig` in pieces of about 64 KB, each a few milliseconds of work.
 * @throws AppError as `toSchemaConfig`, at the call and not later.
 */
export function schemaConfigChunks(state: SchemaState, source: Source): Generator<string> {
  requireConfig(state);
  return gather(pieces(state, source));
}

function* pieces(state: SchemaState, source: Source): Generator<string> {
  yield `${open(configHead(state))}"schemas":{`;
  let schemaComma = "";
  for (const schema of knownSchemas(state, source)) {
    yield `${schemaComma}${JSON.stringify(schema.name)}:${open(schemaHead(state, schema))}"tables":{`;
    let tableComma = "";
    for (const table of knownTables(state, schema)) {
      yield `${tableComma}${JSON.stringify(table.name)}:${JSON.stringify(tableOfConfig(state, schema, table))}`;
      tableComma = ",";
    }
    yield "}}";
    schemaComma = ",";
  }
  yield "}}";
}

function open(head: object): string {
  return `${JSON.stringify(head).slice(0, -1)},`;
}

function* gather(parts: Iterable<string>): Generator<string> {
  let buffer: string[] = [];
  let size = 0;
  for (const part of parts) {
    buffer.push(part);
    size += part.length;
    if (size < CHUNK) continue;
    yield buffer.join("");
    buffer = [];
    size = 0;
  }
  yield buffer.join("");
}
