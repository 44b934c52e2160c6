import { bindChanges } from "@/lib/model/schema/bind-changes";
import { changesOfDraft, columnsOfDraft } from "@/lib/model/schema/changes-of-draft";
import { Draft } from "@/lib/model/schema/draft";
import { DraftHistory } from "@/lib/model/schema/draft-history";
import { discardDraft, setField, writeChanges } from "@/lib/model/schema/draft-writes";
import { EditedTree } from "@/lib/model/schema/edited-tree";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import { LateLists } from "@/lib/model/schema/late-lists";
import { tableOfColumn } from "@/lib/model/schema/node-ids";
import { sameTables } from "@/lib/model/schema/same-tables";
import type { ChangeCounts, TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges, SchemaConflict, SchemaField } from "@/lib/model/schema/schema-changes";
import { columnsOf, type SchemaChangeHandling, type SchemaTree } from "@/lib/model/schema/schema-tree";
import { withColumns } from "@/lib/model/schema/with-columns";
import { withConflicts } from "@/lib/model/schema/with-conflicts";

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

/**
 * A schema config with edits over it: the one mutable object of the editor in the browser. React reads it by
 * `useSyncExternalStore(editor.subscribe, editor.getVersion)`. Nodes are numbers that are good for one tree: a rebase
 * and the arrival of a table's columns move them.
 */
export class SchemaEditor extends EditedTree {
  protected readonly history: DraftHistory;
  #hash: string;
  #conflicts: readonly SchemaConflict[] = [];
  #version = 0;
  readonly #listeners = new Set<() => void>();
  readonly #lists = new LateLists();
  #changes: { version: number; value: SchemaChanges } | null = null;
  #counts: { version: number; value: ChangeCounts } | null = null;

  /** Binds a stored draft, if there is one; what of it cannot be made any more is in `conflicts`. */
  constructor(tree: SchemaTree, hash: string, changes?: SchemaChanges) {
    super();
    this.history = new DraftHistory(new Draft(tree));
    this.#hash = hash;
    if (changes) this.#conflicts = this.#take(changes);
    this.history.clear();
  }

  get hash(): string {
    return this.#hash;
  }

  /** What of the draft could not be kept, of all rebases since the last `load` or `dismissConflicts`. */
  get conflicts(): readonly SchemaConflict[] {
    return this.#conflicts;
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getVersion = (): number => this.#version;

  setPolicy(policy: SchemaChangeHandling): void {
    this.#setPolicy(policy);
    this.#finish();
  }

  #setPolicy(policy: SchemaChangeHandling): void {
    if (policy === this.policy()) return;
    this.history.setPolicy(policy === this.tree.schema_change_handling ? null : policy);
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
      outcome[setField(this.history, kind, place, table, field, value)] += 1;
    }
  }

  undo(): void {
    if (this.history.undo()) this.#touch();
  }

  redo(): void {
    if (this.history.redo()) this.#touch();
  }

  /** Takes all edits back, as one step that can itself be undone. */
  discard(): void {
    discardDraft(this.history);
    this.#finish();
  }

  changes(): SchemaChanges {
    if (this.#changes?.version !== this.#version) {
      this.#changes = {
        version: this.#version,
        value: changesOfDraft(this.history.draft, this.history.tally),
      };
    }
    return this.#changes.value;
  }

  /** What is to be stored: the changes, and the edits among `conflicts` that still wait for a choice. */
  kept(): SchemaChanges {
    return withConflicts(this.changes(), this.#conflicts);
  }

  counts(): ChangeCounts {
    if (this.#counts?.version !== this.#version) {
      this.#counts = { version: this.#version, value: { ...this.history.tally.counts } };
    }
    return this.#counts.value;
  }

  /**
   * Puts the draft over a newer tree, which Fivetran gave at `read_at`, in epoch milliseconds; what of it cannot be kept
   * is answered and added to `conflicts`.
   */
  rebase(later: SchemaTree, hash: string, read_at: number): readonly SchemaConflict[] {
    const tree = this.#lists.over(later, read_at);
    const same = sameTables(this.tree, tree);
    const changes = changesOfDraft(this.history.draft, this.history.tally, same);
    this.history.move(tree, same);
    this.#hash = hash;
    const conflicts = this.#take(changes);
    this.history.forget();
    this.#conflicts = [...this.#conflicts, ...conflicts];
    this.#touch();
    return conflicts;
  }

  /** Replaces the draft, as by one that another tab saved. */
  load(changes: SchemaChanges): void {
    discardDraft(this.history);
    this.#conflicts = this.#take(changes);
    this.history.commit();
    this.#touch();
  }

  /** Sets what these conflicts would have set, over what Fivetran has now, as one step. */
  keepMine(conflicts: readonly SchemaConflict[]): void {
    const outcome: EditOutcome = { changed: 0, already: 0, locked: 0, unsupported: 0 };
    for (const { path, field, mine } of conflicts) {
      const node = this.nodeOf(path);
      if (node >= 0) this.#setField({ nodes: [node], field, value: mine }, outcome);
      else if (field === "schema_change_handling") this.#setPolicy(mine as SchemaChangeHandling);
    }
    this.#finish();
    this.settle(conflicts);
  }

  /** Lets these conflicts go: what Fivetran has stands. */
  settle(conflicts: readonly SchemaConflict[]): void {
    const settled = new Set(conflicts);
    this.#conflicts = this.#conflicts.filter((conflict) => !settled.has(conflict));
    this.#touch();
  }

  dismissConflicts(): void {
    this.#conflicts = [];
    this.#touch();
  }

  /** One table's full list of columns arrives; nodes of columns move. */
  withColumns(answer: TableColumnsAnswer): void {
    this.#lists.add(answer);
    const tree = withColumns(this.tree, answer);
    if (tree === this.tree) return;
    const table = findTable(tree, findSchema(tree, answer.schema), answer.table);
    const columns = columnsOfDraft(this.history.draft, table);
    this.history.spread(tree, table);
    if (columns.length > 0) {
      const changes = { schemas: [{ name: answer.schema, tables: [{ name: answer.table, columns }] }] };
      this.#conflicts = [...this.#conflicts, ...this.#take(changes)];
      this.history.forget();
    }
    this.#touch();
  }

  /** Binds changes to the tree and writes what can be made of them. */
  #take(changes: SchemaChanges): readonly SchemaConflict[] {
    const bound = bindChanges(this.tree, changes);
    writeChanges(this.history, bound.changes);
    return bound.conflicts;
  }

  #finish(): void {
    if (this.history.commit()) this.#touch();
  }

  #touch(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
