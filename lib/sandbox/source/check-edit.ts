import type { ColumnChange, TableChange } from "@/lib/contract/schema-bodies";
import { AppError } from "@/lib/errors";
import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { Lifetime, Lock, Source, SourceColumn, SourceTable } from "@/lib/sandbox/source/source";
import { goneAt } from "@/lib/sandbox/source/source-lookup";

/** @throws AppError `invalid` (upstream 400 InvalidInput) for the flag of a locked or deleted table or a mode it has not. */
export function checkTable(
  table: SourceTable,
  { enabled, sync_mode }: Pick<TableChange, "enabled" | "sync_mode">,
  version: number,
): void {
  if (isSet(enabled)) requireUnlocked(version, `Table '${table.name}'`, table);
  if (isSet(sync_mode) && !table.sync_modes.includes(sync_mode)) {
    throw refusal(`Table '${table.name}' cannot sync in mode ${sync_mode}.`);
  }
}

/**
 * @throws AppError `invalid` (upstream 400 InvalidInput) for the flag of a locked or deleted column, for hashing where
 * the connector type has none, and for another key in a database, whose keys are the source's own.
 */
export function checkColumn(
  column: SourceColumn,
  { enabled, hashed, is_primary_key }: ColumnChange,
  { kind, service }: Source,
  version: number,
): void {
  if (isSet(enabled)) requireUnlocked(version, `Column '${column.name}'`, column);
  if (hashed && connectorType(service)?.capabilities.columnHashing === false) {
    throw refusal(`Service '${service}' does not support hashing of columns.`);
  }
  if (isSet(is_primary_key) && is_primary_key !== column.is_primary_key && kind === "database") {
    throw refusal(`The primary key of the table of column '${column.name}' follows the source.`);
  }
}

function requireUnlocked(version: number, what: string, item: Lifetime & { lock: Lock | null }): void {
  if (goneAt(version, item)) throw refusal(`${what} is gone from the source.`);
  if (item.lock) throw refusal(`${what} cannot be switched. ${item.lock.reason}`);
}

function isSet<V>(value: V | null | undefined): value is V {
  return value !== null && value !== undefined;
}

function refusal(message: string): AppError {
  return new AppError("invalid", message, { facts: { upstream_code: "InvalidInput", upstream_status: 400 } });
}
