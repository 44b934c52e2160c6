import type { Draft } from "@/lib/model/schema/draft";
import type { DraftHistory } from "@/lib/model/schema/draft-history";
import { columnLock, tableLock } from "@/lib/model/schema/editable";
import { findColumn, findSchema, findTable } from "@/lib/model/schema/find-place";
import {
  columnNode,
  kindOf,
  type NodeKind,
  placeOf,
  tableNode,
  tableOfColumn,
} from "@/lib/model/schema/node-ids";
import type { SchemaPath } from "@/lib/model/schema/schema-changes";
import {
  columnName,
  columnsOf,
  isComplete,
  type Lock,
  type SchemaChangeHandling,
  type SchemaTree,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

/** Own flags of the items one level below; `hashed` counts columns. Not `known`: there may be more columns. */
export interface Share {
  on: number;
  total: number;
  hashed: number;
  known: boolean;
}

/** A schema config as it is with a draft over it. Nodes are numbers that are good for one tree. */
export abstract class EditedTree {
  protected abstract readonly history: DraftHistory;

  get tree(): SchemaTree {
    return this.draft.tree;
  }

  /** The edits by themselves, to be read by passes over all nodes. */
  get draft(): Draft {
    return this.history.draft;
  }

  policy(): SchemaChangeHandling {
    return this.draft.policyNow;
  }

  isEnabled(node: number): boolean {
    const place = this.placeOf(node);
    const kind = this.kindOf(node);
    if (kind === "schema") return this.draft.schemaEnabled(place);
    return kind === "table" ? this.draft.tableEnabled(place) : this.draft.columnEnabled(place);
  }

  isHashed(node: number): boolean {
    return this.kindOf(node) === "column" && this.draft.columnHashed(this.placeOf(node));
  }

  isKey(node: number): boolean {
    return this.kindOf(node) === "column" && this.draft.columnKey(this.placeOf(node));
  }

  /** The sync mode of a table; empty where it has none to switch. */
  modeOf(table: number): string {
    return this.kindOf(table) === "table" ? this.draft.modeOf(this.placeOf(table)) : "";
  }

  /** Whether the item syncs: its own flag and those above it. */
  isEffective(node: number): boolean {
    if (!this.isEnabled(node)) return false;
    const kind = this.kindOf(node);
    if (kind === "schema") return true;
    const table = this.tableOf(node);
    if (kind === "column" && !this.draft.tableEnabled(table)) return false;
    return this.draft.schemaEnabled(this.schemaOf(node));
  }

  /** Whether the item itself is changed. */
  isChanged(node: number): boolean {
    const draft = this.draft;
    const place = this.placeOf(node);
    const kind = this.kindOf(node);
    if (kind === "schema") return draft.schemaEnabled(place) !== draft.schemaWas(place);
    if (kind === "column") {
      return (draft.columns[place] ?? 0) !== 0 && draft.columnChange(place, this.tableOf(node)) !== 0;
    }
    return (
      draft.tableEnabled(place) !== draft.tableWas(place) || draft.modeOf(place) !== draft.modeWas(place)
    );
  }

  /** How many items below this one are changed. */
  changedBelow(node: number): number {
    const { tally } = this.history;
    const kind = this.kindOf(node);
    if (kind === "column") return 0;
    return (kind === "schema" ? tally.schemaChanged : tally.tableChanged)[this.placeOf(node)] ?? 0;
  }

  lockOf(node: number): Lock | null {
    const kind = this.kindOf(node);
    if (kind === "schema") return null;
    const place = this.placeOf(node);
    return kind === "table" ? tableLock(this.tree, place) : columnLock(this.tree, place, this.tableOf(node));
  }

  /** The flags of the tree, without the draft. */
  flagsOf(node: number): number {
    const { schemas, tables, columns } = this.tree;
    const place = this.placeOf(node);
    const kind = this.kindOf(node);
    return (kind === "schema" ? schemas : kind === "table" ? tables : columns).flags[place] ?? 0;
  }

  share(node: number): Share {
    const { tally } = this.history;
    const place = this.placeOf(node);
    const kind = this.kindOf(node);
    if (kind === "column") return { on: 0, total: 0, hashed: 0, known: true };
    const [from, to] = kind === "schema" ? tablesOf(this.tree, place) : columnsOf(this.tree, place);
    const total = to - from;
    if (kind === "schema") {
      return { on: tally.schemaOn[place] ?? 0, total, hashed: tally.schemaHashed[place] ?? 0, known: true };
    }
    const known = isComplete(this.tree, place);
    return { on: tally.tableOn[place] ?? 0, total, hashed: tally.tableHashed[place] ?? 0, known };
  }

  kindOf(node: number): NodeKind {
    return kindOf(this.tree, node);
  }

  placeOf(node: number): number {
    return placeOf(this.tree, node);
  }

  /** The place of the schema that the node is or is in. */
  schemaOf(node: number): number {
    if (this.kindOf(node) === "schema") return node;
    return this.tree.tables.schema[this.tableOf(node)] ?? 0;
  }

  /** The place of the table that the node is or is in; -1 for a schema. */
  tableOf(node: number): number {
    const kind = this.kindOf(node);
    if (kind === "schema") return -1;
    const place = this.placeOf(node);
    return kind === "table" ? place : tableOfColumn(this.tree, place);
  }

  pathOf(node: number): SchemaPath {
    const kind = this.kindOf(node);
    const schema = schemaName(this.tree, this.schemaOf(node));
    if (kind === "schema") return [schema];
    const table = tableName(this.tree, this.tableOf(node));
    return kind === "table" ? [schema, table] : [schema, table, columnName(this.tree, this.placeOf(node))];
  }

  /** The node at a path; -1 if there is none, and for the empty path. */
  nodeOf([schemaName, tableName, columnName]: SchemaPath): number {
    if (schemaName === undefined) return -1;
    const schema = findSchema(this.tree, schemaName);
    if (schema < 0 || tableName === undefined) return schema;
    const table = findTable(this.tree, schema, tableName);
    if (table < 0) return -1;
    if (columnName === undefined) return tableNode(this.tree, table);
    const column = findColumn(this.tree, table, columnName);
    return column < 0 ? -1 : columnNode(this.tree, column);
  }
}
