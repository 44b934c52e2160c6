import { type NodeKind, tableOfColumn } from "@/lib/model/schema/node-ids";
import type { SchemaField } from "@/lib/model/schema/schema-changes";
import {
  COLUMNS_CONFIG,
  HISTORY_MODE,
  LOCKED,
  type Lock,
  type SchemaTree,
} from "@/lib/model/schema/schema-tree";

export type Editable = "yes" | "locked" | "unsupported";

/**
 * Whether a field may be set. Nothing about a locked item is: Fivetran says so of `enabled` only and is silent on the
 * rest. What is deleted takes its columns with it.
 */
export function editable(
  tree: SchemaTree,
  kind: NodeKind,
  place: number,
  field: SchemaField,
  value: boolean | string,
  tableOfIt?: number,
): Editable {
  if (kind === "schema") return field === "enabled" ? "yes" : "unsupported";
  if (kind === "table") {
    const mode = field === "sync_mode";
    if (field !== "enabled" && !mode) return "unsupported";
    if (mode && !hasMode(tree, place, value)) return "unsupported";
    return ((tree.tables.flags[place] ?? 0) & LOCKED) !== 0 ? "locked" : "yes";
  }
  if (field === "sync_mode" || field === "schema_change_handling") return "unsupported";
  const table = tableOfIt ?? tableOfColumn(tree, place);
  if (!takesColumns(tree, table)) return "unsupported";
  if (((tree.columns.flags[place] ?? 0) & LOCKED) !== 0) return "locked";
  return isDeleted(tree, table) ? "locked" : "yes";
}

/** Whether columns of the table can be set one by one. */
export const takesColumns = (tree: SchemaTree, table: number): boolean =>
  ((tree.tables.flags[table] ?? 0) & COLUMNS_CONFIG) !== 0;

/** Whether the table is gone from the source. */
export const isDeleted = (tree: SchemaTree, table: number): boolean =>
  tree.locks[tree.tables.lock[table] ?? 0]?.code === "DELETED";

/** Why a table cannot be switched; null where it can. */
export function tableLock(tree: SchemaTree, table: number): Lock | null {
  if (((tree.tables.flags[table] ?? 0) & LOCKED) === 0) return null;
  return tree.locks[tree.tables.lock[table] ?? 0] ?? NO_REASON;
}

/** Why a column cannot be switched, its table having been deleted included; null where it can. */
export function columnLock(tree: SchemaTree, column: number, table: number): Lock | null {
  if (isDeleted(tree, table)) return tableLock(tree, table);
  if (((tree.columns.flags[column] ?? 0) & LOCKED) === 0) return null;
  return tree.locks[tree.columns.lock[column] ?? 0] ?? NO_REASON;
}

const NO_REASON: Lock = { code: "", reason: "" };

function hasMode(tree: SchemaTree, table: number, value: boolean | string): boolean {
  if ((tree.tables.mode[table] ?? 0) === 0 || typeof value !== "string" || value === "") return false;
  return value !== "HISTORY" || ((tree.tables.flags[table] ?? 0) & HISTORY_MODE) !== 0;
}
