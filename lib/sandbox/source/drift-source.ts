import { AppError } from "@/lib/errors";
import type { Lifetime, Source, SourceColumn, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { nameInDestination } from "@/lib/sandbox/source/source-names";
import { composeTable } from "@/lib/sandbox/source/source-table";
import { z } from "@/lib/zod";

const name = z.string().min(1);
const columnNames = z.array(name).optional();

/** A change of the far end. A schema appears with its first table and is never dropped itself. */
export const SourceChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add_table"), schema: name, table: name, columns: columnNames }),
  z.strictObject({ kind: z.literal("drop_table"), schema: name, table: name }),
  z.strictObject({ kind: z.literal("add_column"), schema: name, table: name, column: name }),
  z.strictObject({ kind: z.literal("drop_column"), schema: name, table: name, column: name }),
]);
export type SourceChange = z.infer<typeof SourceChange>;

/**
 * The source after a change, one version on. A schema config learns of it at its next sync or reload. Adding what was
 * dropped brings it back; adding what is there or dropping what is gone only moves the version.
 * @throws AppError `not_found` when the table or column to change is unknown.
 */
export function driftSource(source: Source, change: SourceChange): Source {
  const version = source.version + 1;
  const schema = source.schemas.get(change.schema);
  const next = schema ? { ...schema } : newSchema(source, change.schema, version);
  const tables = new Map(next.tables);
  tables.set(change.table, changedTable(tables.get(change.table), change, version));
  return {
    ...source,
    version,
    schemas: new Map(source.schemas).set(change.schema, { ...next, tables }),
  };
}

function changedTable(table: SourceTable | undefined, change: SourceChange, version: number): SourceTable {
  if (change.kind === "add_table") {
    return table
      ? { ...table, deleted_at: null }
      : composeTable({
          name: change.table,
          since: version,
          columns: (change.columns ?? ["id", "name", "created_at"]).map((column) =>
            composeColumn({ name: column, since: version }),
          ),
        });
  }
  if (!table) throw unknown(`Table '${change.table}' of schema '${change.schema}'`);
  if (change.kind === "drop_table") return dropped(table, version);

  const before = table.columns();
  const column = before.get(change.column);
  if (change.kind === "drop_column" && !column)
    throw unknown(`Column '${change.column}' of table '${change.table}'`);
  const columns = new Map(before).set(change.column, changedColumn(column, change, version));
  return { ...table, columns: () => columns };
}

function changedColumn(
  column: SourceColumn | undefined,
  change: Extract<SourceChange, { column: string }>,
  version: number,
): SourceColumn {
  if (!column) return composeColumn({ name: change.column, since: version, is_primary_key: false });
  return change.kind === "drop_column" ? dropped(column, version) : { ...column, deleted_at: null };
}

function dropped<I extends Lifetime>(item: I, version: number): I {
  return item.deleted_at === null ? { ...item, deleted_at: version } : item;
}

/** A schema of a database lands behind the connection's prefix, as its neighbours show. */
function newSchema(source: Source, schema: string, since: number): SourceSchema {
  const landed =
    source.prefix === null ? nameInDestination(schema) : `${source.prefix}_${nameInDestination(schema)}`;
  return { name: schema, name_in_destination: landed, since, deleted_at: null, tables: new Map() };
}

function unknown(what: string): AppError {
  return new AppError("not_found", `${what} was not found.`);
}
