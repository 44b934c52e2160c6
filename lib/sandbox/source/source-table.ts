import type { SourceColumn, SourceTable, SyncMode } from "@/lib/sandbox/source/source";
import { nameInDestination } from "@/lib/sandbox/source/source-names";

const SYSTEM_LOCK = {
  code: "SYSTEM_TABLE",
  reason: "Fivetran needs this table itself.",
  enabled: true,
} as const;

export interface TableRecipe {
  name: string;
  columns: readonly SourceColumn[];
  since?: number;
  deleted?: boolean;
  system?: boolean;
  /** Why the source cannot give this table, if so. */
  unreadable?: string;
  supports_columns_config?: boolean;
  /** The first is the default; with more than one HISTORY is among them. */
  sync_modes?: readonly SyncMode[];
}

/** A table of a source with all its columns at hand. */
export function composeTable(recipe: TableRecipe): SourceTable {
  const columns = new Map(recipe.columns.map((column) => [column.name, column]));
  const since = recipe.since ?? 0;
  const sync_modes = recipe.sync_modes ?? [];
  return {
    name: recipe.name,
    name_in_destination: nameInDestination(recipe.name),
    lock: lockOf(recipe),
    supports_columns_config: recipe.supports_columns_config ?? true,
    supports_history_mode: sync_modes.includes("HISTORY"),
    sync_modes,
    columns: () => columns,
    since,
    turns: recipe.deleted ? [since] : [],
  };
}

function lockOf({ system, unreadable }: TableRecipe): SourceTable["lock"] {
  if (system) return SYSTEM_LOCK;
  return unreadable === undefined ? null : { code: "OTHER", reason: unreadable, enabled: false };
}
