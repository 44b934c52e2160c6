import { bindChanges } from "@/lib/model/schema/bind-changes";
import { changesOfDraft } from "@/lib/model/schema/changes-of-draft";
import { Draft } from "@/lib/model/schema/draft";
import { DraftHistory } from "@/lib/model/schema/draft-history";
import { discardDraft, setField, writeChanges } from "@/lib/model/schema/draft-writes";
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
import type { ChangeCounts, TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import type {
  SchemaChanges,
  SchemaConflict,
  SchemaField,
  SchemaPath,
} from "@/lib/model/schema/schema-changes";
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
import { withColumns } from "@/lib/model/schema/with-columns";

/** What became of the nodes that were to be set: those that have the value already, and those that cannot have it. */
export interface EditOutcome {
  changed: number;
  already: number;
  locked: number;
  unsupported: number;
}

/** One field that is to have one value on all these nodes. */
export interface FieldEdit {
  nodes: Iterable<number>;
  field: SchemaField;
  value: boolean | string;
}

/** Own flags of the items one level below; `hashed` counts columns. Not `known`: there may be more columns. */
export interface Share {
  on: number;
  total: number;
  hashed: number;
  known: boolean;
}

/**
 * A schema config with edits over it: the one mutable object of the editor in the browser. React reads it by
 * `useSyncExternalStore(editor.subscribe, editor.getVersion)`. Nodes are numbers that are good for one tree: a rebase
 * and the arrival of a table's columns move them.
 */
export class SchemaEditor {
  #history: DraftHistory;
  #hash: string;
  #conflicts: readonly SchemaConflict[] = [];
  #version = 0;
  readonly #listeners = new Set<() => void>();
  #changes: { version: number; value: SchemaChanges } | null = null;
  #counts: { version: number; value: ChangeCounts } | null = null;

  /** Binds a stored draft, if there is one; what of it cannot be made any more is in `conflicts`. */
  constructor(tree: SchemaTree, hash: string, changes?: SchemaChanges) {
    this.#history = new DraftHistory(new Draft(tree));
    this.#hash = hash;
    if (changes) this.#take(changes);
    this.#history.clear();
  }

  get tree(): SchemaTree {
    return this.#draft.tree;
  }

  get hash(): string {
    return this.#hash;
  }

  /** What of the draft could not be kept, of all rebases since the last `load` or `dismissConflicts`. */
  get conflicts(): readonly SchemaConflict[] {
    return this.#conflicts;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getVersion = (): number => this.#version;

  policy(): SchemaChangeHandling {
    return this.#draft.policyNow;
  }

  setPolicy(policy: SchemaChangeHandling): void {
    if (policy === this.policy()) return;
    this.#history.setPolicy(policy === this.tree.schema_change_handling ? null : policy);
    this.#finish();
  }

  isEnabled(node: number): boolean {
    const place = this.placeOf(node);
    const kind = this.kindOf(node);
    if (kind === "schema") return this.#draft.schemaEnabled(place);
    return kind === "table" ? this.#draft.tableEnabled(place) : this.#draft.columnEnabled(place);
  }

  isHashed(node: number): boolean {
    return this.kindOf(node) === "column" && this.#draft.columnHashed(this.placeOf(node));
  }

  isKey(node: number): boolean {
    return this.kindOf(node) === "column" && this.#draft.columnKey(this.placeOf(node));
  }

  /** The sync mode of a table; empty where it has none to switch. */
  modeOf(table: number): string {
    return this.kindOf(table) === "table" ? this.#draft.modeOf(this.placeOf(table)) : "";
  }

  /** Whether the item syncs: its own flag and those above it. */
  isEffective(node: number): boolean {
    if (!this.isEnabled(node)) return false;
    const kind = this.kindOf(node);
    if (kind === "schema") return true;
    const table = this.tableOf(node);
    if (kind === "column" && !this.#draft.tableEnabled(table)) return false;
    return this.#draft.schemaEnabled(this.schemaOf(node));
  }

  /** Whether the item itself is changed. */
  isChanged(node: number): boolean {
    const draft = this.#draft;
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
    const { tally } = this.#history;
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
    const { tally } = this.#history;
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

  /** Sets a field of all these nodes as one step. What is locked or does not have the field is counted and left. */
  set(nodes: Iterable<number>, field: SchemaField, value: boolean | string): EditOutcome {
    return this.setAll([{ nodes, field, value }]);
  }

  /** Several of these as one step, counted together. */
  setAll(edits: Iterable<FieldEdit>): EditOutcome {
    const outcome: EditOutcome = { changed: 0, already: 0, locked: 0, unsupported: 0 };
    for (const edit of edits) this.#setField(edit, outcome);
    this.#finish();
    return outcome;
  }

  #setField({ nodes, field, value }: FieldEdit, outcome: EditOutcome): void {
    let table = -1;
    let end = -1;
    let start = 0;
    for (const node of nodes) {
      const kind = this.kindOf(node);
      const place = this.placeOf(node);
      if (kind === "column" && (place < start || place >= end)) {
        table = tableOfColumn(this.tree, place);
        [start, end] = columnsOf(this.tree, table);
      }
      outcome[setField(this.#history, kind, place, table, field, value)] += 1;
    }
  }

  undo(): void {
    if (this.#history.undo()) this.#touch();
  }

  redo(): void {
    if (this.#history.redo()) this.#touch();
  }

  /** Takes all edits back, as one step that can itself be undone. */
  discard(): void {
    discardDraft(this.#history);
    this.#finish();
  }

  changes(): SchemaChanges {
    if (this.#changes?.version !== this.#version) {
      this.#changes = { version: this.#version, value: changesOfDraft(this.#draft, this.#history.tally) };
    }
    return this.#changes.value;
  }

  counts(): ChangeCounts {
    if (this.#counts?.version !== this.#version) {
      this.#counts = { version: this.#version, value: { ...this.#history.tally.counts } };
    }
    return this.#counts.value;
  }

  /** Puts the draft over a newer tree; what of it cannot be kept is answered and added to `conflicts`. */
  rebase(tree: SchemaTree, hash: string): readonly SchemaConflict[] {
    const changes = this.changes();
    const earlier = this.#conflicts;
    this.#history = new DraftHistory(new Draft(tree));
    this.#hash = hash;
    const conflicts = this.#take(changes);
    this.#history.clear();
    this.#conflicts = [...earlier, ...conflicts];
    this.#touch();
    return conflicts;
  }

  /** Replaces the draft, as by one that another tab saved. */
  load(changes: SchemaChanges): void {
    discardDraft(this.#history);
    this.#take(changes);
    this.#history.commit();
    this.#touch();
  }

  dismissConflicts(): void {
    this.#conflicts = [];
    this.#touch();
  }

  /** One table's full list of columns arrives; nodes of columns move. */
  withColumns(answer: TableColumnsAnswer): void {
    const tree = withColumns(this.tree, answer);
    if (tree === this.tree) return;
    const table = findTable(tree, findSchema(tree, answer.schema), answer.table);
    this.#history.spread(tree, table);
    this.#touch();
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

  get #draft(): Draft {
    return this.#history.draft;
  }

  /** Binds changes to the tree and writes what can be made of them. */
  #take(changes: SchemaChanges): readonly SchemaConflict[] {
    const bound = bindChanges(this.tree, changes);
    writeChanges(this.#history, bound.changes);
    this.#conflicts = bound.conflicts;
    return bound.conflicts;
  }

  #finish(): void {
    if (this.#history.commit()) this.#touch();
  }

  #touch(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
