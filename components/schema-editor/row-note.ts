import { modeWords } from "@/components/schema-editor/mode-words";
import { fitsPath } from "@/lib/model/path";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { COLUMNS_CONFIG, ENABLED, HASHED, KEY, type Lock, NEW } from "@/lib/model/schema/schema-tree";

/** What a name is taken for, by `lib/model/personal`. */
export interface PersonalLook {
  /** "e-mail" */
  label: string;
  /** "contains first name" */
  reason: string;
  confidence: "high" | "medium";
}

/** How a changed row looks: what it gains, loses, hashes, or anything else. */
export type DraftLook = "added" | "removed" | "hash" | "other";

export interface RowNote {
  words: string;
  look: "plain" | "lock" | "personal";
}

const LOCKS = new Map([
  ["SYSTEM_TABLE", "System table"],
  ["SYSTEM_COLUMN", "System column"],
  ["DELETED", "Deleted at the source"],
]);

/** Fivetran's own words for a lock, or ours where it gives none. */
export function lockWords(lock: Lock, isKey = false): string {
  if (lock.reason) return lock.reason;
  if (isKey && lock.code !== "DELETED") return "Primary key: always synced";
  return LOCKS.get(lock.code) ?? "Locked by Fivetran";
}

/** What the draft makes of a node, in words, and how that looks; null where it changes nothing. */
export function changeOf(editor: SchemaEditor, node: number): { words: string; look: DraftLook } | null {
  if (!editor.isChanged(node)) return null;
  const kind = editor.kindOf(node);
  const was = editor.flagsOf(node);
  const on = editor.isEnabled(node);
  const words: string[] = [];
  let look: DraftLook = "other";
  if (kind === "column" && editor.isHashed(node) !== ((was & HASHED) !== 0)) {
    words.push(editor.isHashed(node) ? "Will be hashed" : "Will no longer be hashed");
    look = "hash";
  }
  if (kind === "table") {
    const before = editor.tree.modes[editor.tree.tables.mode[editor.tableOf(node)] ?? 0] ?? "";
    const mode = editor.modeOf(node);
    if (mode !== before)
      words.push(`Mode: ${modeWords(before).toLowerCase()} to ${modeWords(mode).toLowerCase()}`);
  }
  if (kind === "column" && editor.isKey(node) !== ((was & KEY) !== 0))
    words.push(editor.isKey(node) ? "Will be a primary key" : "Will not be a primary key");
  if (on !== ((was & ENABLED) !== 0)) {
    words.unshift(
      !on ? "Will stop syncing" : kind === "table" ? "Will be added: historical sync" : "Will sync",
    );
    look = on ? "added" : "removed";
  }
  return { words: words.join(". "), look };
}

/** Columns are listed and dropped by address only; all else goes by name in a body. */
function addressWords(editor: SchemaEditor, node: number): string {
  const [schema = "", table, column] = editor.pathOf(node);
  if (column !== undefined)
    return fitsPath(column) ? "" : "Cannot be dropped: the API has no address for this name";
  if (table !== undefined) {
    const columns = (editor.flagsOf(node) & COLUMNS_CONFIG) !== 0;
    return fitsPath(table) || !columns ? "" : "Columns cannot be read: the API has no address for this name";
  }
  return fitsPath(schema) ? "" : "Columns of its tables cannot be read: the API has no address for this name";
}

/** What a row has to say beside its cells, what matters most first. */
export function noteOf(editor: SchemaEditor, node: number, personal: PersonalLook | null): RowNote {
  const change = changeOf(editor, node);
  const lock = editor.lockOf(node);
  const parts: string[] = change ? [change.words] : [];
  if (lock) parts.push(lockWords(lock, editor.isKey(node)));
  if ((editor.flagsOf(node) & NEW) !== 0) parts.push("New");
  if (editor.isEnabled(node) && !editor.isEffective(node)) {
    const off = editor.isEnabled(editor.schemaOf(node)) ? "table" : "schema";
    parts.push(`Off by ${off}`);
  }
  const address = addressWords(editor, node);
  if (address) parts.push(address);
  if (!personal) return { words: sentence(parts), look: lock && !change ? "lock" : "plain" };
  const asks = parts.length === 0 && !editor.isHashed(node) && editor.isEffective(node);
  if (asks) return { words: `Looks personal: ${personal.label}`, look: "personal" };
  parts.push(`${personal.label[0]?.toUpperCase() ?? ""}${personal.label.slice(1)}, by name`);
  return { words: sentence(parts), look: lock && !change ? "lock" : "plain" };
}

const sentence = (parts: readonly string[]): string =>
  parts.map((part, at) => (at < parts.length - 1 ? part.replace(/\.$/, "") : part)).join(". ");
