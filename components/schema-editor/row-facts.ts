import {
  changeOf,
  type DraftLook,
  noteOf,
  type PersonalLook,
  type RowNote,
} from "@/components/schema-editor/row-note";
import { countOf, figure } from "@/lib/model/names";
import { editable } from "@/lib/model/schema/editable";
import { levelOf } from "@/lib/model/schema/node-levels";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import {
  COLUMNS_CONFIG,
  columnName,
  destinationAt,
  type SchemaTree,
  schemaName,
  tableName,
} from "@/lib/model/schema/schema-tree";

/**
 * What a row shows, all of it plain values, so that a row is drawn again only when one of them changes.
 */
export interface RowFacts {
  level: 1 | 2 | 3;
  name: string;
  destination: string;
  /** "214 of 322 tables"; empty for columns. */
  count: string;
  sync: "on" | "off" | "mixed";
  syncLocked: boolean;
  isKey: boolean;
  /** `part`: some of the known columns below are. */
  hash: "none" | "off" | "on" | "part";
  hashLocked: boolean;
  /** Known columns that are hashed, and of how many; of a column 0. */
  hashed: number;
  hashable: number;
  /** Empty where it cannot be switched. */
  mode: string;
  modeLocked: boolean;
  noteWords: string;
  noteLook: RowNote["look"];
  draft: DraftLook | null;
  /** Whether it syncs, those above it considered. */
  effective: boolean;
}

export function nameOf(editor: SchemaEditor, node: number): string {
  const place = editor.placeOf(node);
  const kind = editor.kindOf(node);
  if (kind === "schema") return schemaName(editor.tree, place);
  return kind === "table" ? tableName(editor.tree, place) : columnName(editor.tree, place);
}

export function rowFacts(editor: SchemaEditor, node: number, personal: PersonalLook | null): RowFacts {
  const { tree } = editor;
  const kind = editor.kindOf(node);
  const place = editor.placeOf(node);
  const on = editor.isEnabled(node);
  const share = editor.share(node);
  const note = noteOf(editor, node, personal);
  const may = (field: "enabled" | "hashed", value: boolean) =>
    editable(tree, kind, place, field, value) === "yes";
  const mode = editor.modeOf(node);
  const { hash, hashable } = hashFacts(editor, node, share.hashed);
  return {
    level: levelOf(tree, node),
    name: nameOf(editor, node),
    destination: destinationOf(tree, kind, place),
    count: countWords(editor, node),
    sync: on && kind !== "column" && share.on < share.total ? "mixed" : on ? "on" : "off",
    syncLocked: !may("enabled", !on),
    isKey: editor.isKey(node),
    hash: hash === "off" && (!may("hashed", true) || !on) ? "none" : hash,
    hashLocked: kind === "column" ? !may("hashed", false) : kind === "schema",
    hashed: share.hashed,
    hashable,
    mode,
    modeLocked: mode === "" || editable(tree, kind, place, "sync_mode", mode) !== "yes",
    noteWords: note.words,
    noteLook: note.look,
    draft: changeOf(editor, node)?.look ?? null,
    effective: editor.isEffective(node),
  };
}

function hashFacts(editor: SchemaEditor, node: number, hashed: number): Pick<RowFacts, "hash" | "hashable"> {
  if (editor.kindOf(node) === "column") return { hash: editor.isHashed(node) ? "on" : "off", hashable: 0 };
  const hashable = knownColumns(editor, node);
  if (hashed === 0) return { hash: "none", hashable };
  return { hash: hashed === hashable ? "on" : "part", hashable };
}

function knownColumns(editor: SchemaEditor, node: number): number {
  const { schemas, tables } = editor.tree;
  const place = editor.placeOf(node);
  const schema = editor.kindOf(node) === "schema";
  const from = schema ? schemas.first_table[place] : place;
  const to = schema ? schemas.first_table[place + 1] : place + 1;
  return (tables.first_column[to ?? 0] ?? 0) - (tables.first_column[from ?? 0] ?? 0);
}

function destinationOf(tree: SchemaTree, kind: "schema" | "table" | "column", place: number): string {
  const items = kind === "schema" ? tree.schemas : kind === "table" ? tree.tables : tree.columns;
  return destinationAt(tree, items.label[place]);
}

function countWords(editor: SchemaEditor, node: number): string {
  const kind = editor.kindOf(node);
  const { on, total, known } = editor.share(node);
  if (kind === "schema") return `${figure(editor.isEnabled(node) ? on : 0)} of ${countOf(total, "table")}`;
  if (kind === "column" || (editor.flagsOf(node) & COLUMNS_CONFIG) === 0) return "";
  if (known) return countOf(total, "column");
  return total === 0 ? "not loaded" : `${figure(total)} set, not loaded`;
}
