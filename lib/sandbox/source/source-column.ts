import { soundsPersonal } from "@/lib/sandbox/source/personal-name";
import type { SourceColumn } from "@/lib/sandbox/source/source";
import { nameInDestination } from "@/lib/sandbox/source/source-names";

const KEY_LOCK = { code: "SYSTEM_COLUMN", reason: "It is part of the primary key.", enabled: true } as const;
const SYSTEM_LOCK = {
  code: "SYSTEM_COLUMN",
  reason: "Fivetran adds this column itself.",
  enabled: true,
} as const;

export interface ColumnRecipe {
  name: string;
  is_primary_key?: boolean;
  since?: number;
  deleted?: boolean;
  /** Why the source cannot give this column, if so. */
  unreadable?: string;
}

/** A column of a source; a key, and what Fivetran adds (`_fivetran_...`), is locked as a system column. */
export function composeColumn(recipe: ColumnRecipe): SourceColumn {
  const { name } = recipe;
  const since = recipe.since ?? 0;
  const is_primary_key = recipe.is_primary_key ?? name === "id";
  return {
    name,
    name_in_destination: nameInDestination(name),
    is_primary_key,
    personal: soundsPersonal(name),
    lock: lockOf(name, is_primary_key, recipe.unreadable),
    since,
    turns: recipe.deleted ? [since] : [],
  };
}

function lockOf(name: string, key: boolean, unreadable: string | undefined): SourceColumn["lock"] {
  if (name.startsWith("_fivetran_")) return SYSTEM_LOCK;
  if (key) return KEY_LOCK;
  return unreadable === undefined ? null : { code: "OTHER", reason: unreadable, enabled: false };
}
