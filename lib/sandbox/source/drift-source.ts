import { AppError } from "@/lib/errors";
import type { Lifetime, Source, SourceColumn, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { goneAt } from "@/lib/sandbox/source/source-lookup";
import { nameInDestination } from "@/lib/sandbox/source/source-names";
import { composeTable } from "@/lib/sandbox/source/source-table";
import { z } from "@/lib/zod";

const name = z.string();
const columnNames = z.array(name).optional();

/** A change of the far end. A schema appears with its first table and is never dropped itself. */
export const SourceChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add_table"), schema: name, table: name, columns: columnNames }),
  z.strictObject({ kind: z.literal("drop_table"), schema: name, table: name }),
  z.strictObject({ kind: z.literal("rename_table"), schema: name, table: name, to: name }),
  z.strictObject({ kind: z.literal("add_column"), schema: name, table: name, column: name }),
  z.strictObject({ kind: z.literal("drop_column"), schema: name, table: name, column: name }),
  z.strictObject({ kind: z.literal("rename_column"), schema: name, table: name, column: name, to: name }),
]);
export type SourceChange = z.infer<typeof SourceChange>;

/**
 * The source after a change, one version on. A schema config learns of it at its next sync or reload. Adding what was
 * dropped brings it back; adding what is there or dropping what is gone only moves the version. To Fivetran what was
 * renamed is gone, and something new is there.
 * @throws AppError `not_found` when the table or column to change is unknown.
 */
export function driftSource(source: Source, change: SourceChange): Source {
  const version = source.version + 1;
  const schema = source.schemas.get(change.schema) ?? newSchema(source, change.schema, version);
  const tables = new Map(schema.tables);
  tables.set(change.table, changedTable(tables.get(change.table), change, version));
  if (change.kind === "rename_table") {
    tables.set(
      change.to,
      renamedTable(schema.tables.get(change.table), tables.get(change.to), change.to, version),
    );
  }
  return {
    ...source,
    version,
    schemas: new Map(source.schemas).set(change.schema, { ...schema, tables }),
  };
}

function changedTable(table: SourceTable | undefined, change: SourceChange, version: number): SourceTable {
  if (change.kind === "add_table") {
    return table
      ? returned(table, version)
      : composeTable({
          name: change.table,
          since: version,
          columns: (change.columns ?? ["id", "name", "created_at"]).map((column) =>
            composeColumn({ name: column, since: version }),
          ),
        });
  }
  if (!table) throw unknown(`Table '${change.table}' of schema '${change.schema}'`);
  if (change.kind === "drop_table" || change.kind === "rename_table") return dropped(table, version);
  const columns = changedColumns(table.columns(), change, version);
  return { ...table, columns: () => columns };
}

function changedColumns(
  before: ReadonlyMap<string, SourceColumn>,
  change: ColumnChange,
  version: number,
): ReadonlyMap<string, SourceColumn> {
  const column = before.get(change.column);
  const columns = new Map(before);
  if (change.kind === "add_column") {
    const added = composeColumn({ name: change.column, since: version, is_primary_key: false });
    return columns.set(change.column, column ? returned(column, version) : added);
  }
  if (!column) throw unknown(`Column '${change.column}' of table '${change.table}'`);
  columns.set(change.column, dropped(column, version));
  if (change.kind === "rename_column") {
    const there = before.get(change.to);
    columns.set(change.to, there ? returned(there, version) : renamed(column, change.to, version));
  }
  return columns;
}

type ColumnChange = Extract<SourceChange, { column: string }>;

function renamedTable(
  table: SourceTable | undefined,
  there: SourceTable | undefined,
  to: string,
  version: number,
): SourceTable {
  if (there) return returned(there, version);
  if (!table) throw unknown(`Table '${to}'`);
  const columns = () =>
    new Map(Array.from(table.columns(), ([name, column]) => [name, renamed(column, name, version)]));
  return { ...renamed(table, to, version), columns };
}

/** The item under another name, as something that is there since this version. */
function renamed<I extends Lifetime & { name: string; name_in_destination: string }>(
  item: I,
  name: string,
  since: number,
): I {
  return { ...item, name, name_in_destination: nameInDestination(name), since, turns: [] };
}

function dropped<I extends Lifetime>(item: I, version: number): I {
  return goneAt(version, item) ? item : { ...item, turns: [...item.turns, version] };
}

function returned<I extends Lifetime>(item: I, version: number): I {
  return goneAt(version, item) ? { ...item, turns: [...item.turns, version] } : item;
}

/** A schema of a database lands behind the connection's prefix, as its neighbours show. */
function newSchema(source: Source, schema: string, since: number): SourceSchema {
  const landed =
    source.prefix === null ? nameInDestination(schema) : `${source.prefix}_${nameInDestination(schema)}`;
  return { name: schema, name_in_destination: landed, since, turns: [], tables: new Map() };
}

function unknown(what: string): AppError {
  return new AppError("not_found", `${what} was not found.`);
}
