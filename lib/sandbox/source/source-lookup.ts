import { AppError } from "@/lib/errors";
import type { Lifetime, Source, SourceColumn, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";

/** Whether a look at this version of the source found the item, deleted or not. */
export function knownAt(version: number, item: Lifetime): boolean {
  return item.since <= version;
}

/** Whether a look at this version of the source missed an item that had been there. */
export function goneAt(version: number, { turns }: Lifetime): boolean {
  let seen = 0;
  while (seen < turns.length && (turns[seen] ?? 0) <= version) seen += 1;
  return seen % 2 === 1;
}

/** @throws AppError `not_found` (upstream 404 NotFound): names are exact, letter case included. */
export function schemaOf(source: Source, version: number, name: string): SourceSchema {
  return known(source.schemas.get(name), version, `Schema '${name}' was not found.`);
}

/** @throws AppError `not_found` (upstream 404 NotFound). */
export function tableOf(schema: SourceSchema, version: number, name: string): SourceTable {
  return known(schema.tables.get(name), version, `Table '${name}' of schema '${schema.name}' was not found.`);
}

/**
 * A column of a table whose columns the caller holds, since a large source composes them at each call.
 * @throws AppError `not_found` (upstream 404 NotFound).
 */
export function columnIn(
  columns: ReadonlyMap<string, SourceColumn>,
  table: SourceTable,
  version: number,
  name: string,
): SourceColumn {
  return known(columns.get(name), version, `Column '${name}' of table '${table.name}' was not found.`);
}

function known<I extends Lifetime>(item: I | undefined, version: number, message: string): I {
  if (item && knownAt(version, item)) return item;
  throw new AppError("not_found", message, { facts: { upstream_code: "NotFound", upstream_status: 404 } });
}
