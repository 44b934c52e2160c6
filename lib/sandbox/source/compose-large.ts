import type { ComposedSchema } from "@/lib/sandbox/source/compose-source";
import type { SourceColumn, SourceTable } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";

const SCHEMAS = ["public", "sales", "billing", "warehouse", "web", "mobile", "research", "archive"];
const NOUNS = [
  "order",
  "customer",
  "invoice",
  "shipment",
  "session",
  "product",
  "payment",
  "ticket",
  "visit",
  "stock",
];
const ASPECTS = ["daily", "history", "detail", "import", "summary", "draft", "events", "lookup"];
const WORDS = ["amount", "status", "code", "region", "score", "count", "flag", "owner", "source", "rate"];
const SHARED = ["id", "created_at", "updated_at", "email", "_fivetran_synced"];
const OWN_NAMES = 25_000;

/**
 * Tables over several schemas. Each has a few columns that all share and, for the rest, its own stretch of a ring of
 * 25,000 names, so that 250 tables of 105 columns already hold 25,000 names. Columns are composed when asked for.
 */
export function composeLarge(tables: number, columns: number): ComposedSchema[] {
  const count = Math.min(SCHEMAS.length, Math.max(1, tables));
  return SCHEMAS.slice(0, count).map((name, schema) => {
    const own: SourceTable[] = [];
    for (let index = schema; index < tables; index += count) own.push(largeTable(index, columns));
    return { name, tables: own };
  });
}

function largeTable(index: number, columns: number): SourceTable {
  const name = `${at(NOUNS, index)}_${at(ASPECTS, Math.floor(index / NOUNS.length))}_${String(index + 1).padStart(5, "0")}`;
  return {
    name,
    name_in_destination: name,
    lock: null,
    supports_columns_config: true,
    supports_history_mode: true,
    sync_modes: ["SOFT_DELETE", "HISTORY"],
    columns: () => largeColumns(index, columns),
    since: 0,
    turns: [],
  };
}

function largeColumns(table: number, columns: number): Map<string, SourceColumn> {
  const found = new Map(sharedColumns.slice(0, columns));
  const own = Math.max(0, columns - SHARED.length);
  const ring = Math.max(OWN_NAMES, own);
  for (let index = 0; index < own; index += 1) {
    const column = ownColumn((table * own + index) % ring);
    found.set(column.name, column);
  }
  return found;
}

const sharedColumns = SHARED.map((name): [string, SourceColumn] => [name, composeColumn({ name })]);

const ownColumns: SourceColumn[] = [];

/** Columns of the ring are made once and shared by all tables that have them. */
function ownColumn(index: number): SourceColumn {
  ownColumns[index] ??= composeColumn({
    name: `${at(NOUNS, index)}_${at(WORDS, Math.floor(index / 10))}_${index}`,
  });
  return ownColumns[index];
}

function at(words: readonly string[], index: number): string {
  return words[index % words.length] ?? "";
}
