import { Draft } from "@/lib/model/schema/draft";
import {
  emptyStep,
  entryOf,
  isEmptyStep,
  moveColumnsOf,
  moveStep,
  placeIn,
  type Step,
  wishIn,
} from "@/lib/model/schema/draft-step";
import { columnLock, tableLock } from "@/lib/model/schema/editable";
import { findColumn } from "@/lib/model/schema/find-place";
import {
  columnCount,
  columnsOf,
  type SchemaChangeHandling,
  type SchemaTree,
} from "@/lib/model/schema/schema-tree";
import { Tally } from "@/lib/model/schema/tally";

/** How many steps can be undone. */
const STEPS = 500;

/** A draft with its figures that remembers what each step replaced. Undoing exchanges what is there with what was. */
export class DraftHistory {
  draft: Draft;
  tally: Tally;
  #undo: Step[] = [];
  #redo: Step[] = [];
  #step: Step = emptyStep();

  constructor(draft: Draft) {
    this.draft = draft;
    this.tally = new Tally(draft);
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Ends the step; whether anything was replaced in it. */
  commit(): boolean {
    const step = this.#step;
    if (isEmptyStep(step)) return false;
    this.#step = emptyStep();
    this.#redo = [];
    this.#undo.push(step);
    if (this.#undo.length > STEPS) this.#undo.shift();
    return true;
  }

  /** Ends the step without a way back. */
  forget(): void {
    this.#step = emptyStep();
  }

  undo(): boolean {
    return this.#exchange(this.#undo, this.#redo, true);
  }

  redo(): boolean {
    return this.#exchange(this.#redo, this.#undo, false);
  }

  setPolicy(policy: SchemaChangeHandling | null): void {
    if (this.#step.policy === undefined) this.#step.policy = this.draft.policy;
    this.#writePolicy(policy);
  }

  setSchema(schema: number, wish: number): void {
    this.#step.schemas.push(entryOf(schema, this.#writeSchema(schema, wish)));
  }

  setTable(table: number, wish: number): void {
    this.#step.tables.push(entryOf(table, this.#writeTable(table, wish)));
  }

  setMode(table: number, wish: number): void {
    this.#step.modes.push(entryOf(table, this.#writeMode(table, wish)));
  }

  setColumn(column: number, table: number, wish: number): void {
    const offset = column - columnsOf(this.draft.tree, table)[0];
    let entries = this.#step.columns.get(table);
    if (!entries) {
      entries = [];
      this.#step.columns.set(table, entries);
    }
    entries.push(entryOf(offset, this.#writeColumn(column, table, wish)));
  }

  setUnknown(table: number, name: string, wish: number): void {
    this.#step.unknown.push([table, name, this.#writeUnknown(table, name, wish)]);
  }

  /**
   * Puts the draft over the same tree with other columns in one table. The steps follow; what the draft says of that
   * table's columns is dropped and has to be written anew.
   */
  spread(tree: SchemaTree, table: number): void {
    const before = this.draft;
    const [from, to] = columnsOf(before.tree, table);
    const columns = new Uint8Array(columnCount(tree));
    columns.set(before.columns.subarray(0, from));
    columns.set(before.columns.subarray(to), columnsOf(tree, table)[1]);
    this.tally.wholeTable(table, -1);
    before.unknown.delete(table);
    this.draft = new Draft(tree, before.modes, before, columns);
    this.tally = new Tally(this.draft, this.tally);
    this.tally.wholeTable(table, 1);
    for (const step of this.#steps()) moveColumnsOf(step, table, before.tree, tree);
  }

  /**
   * Puts the draft over another tree. What it says of tables that are the same there goes with it, by `same`; the rest
   * is dropped and has to be written anew. The steps follow.
   */
  move(tree: SchemaTree, same: Int32Array): void {
    const before = this.draft;
    this.draft = new Draft(tree, before.modes);
    for (let table = 0; table < same.length; table += 1) {
      const there = same[table] ?? -1;
      if (there < 0) continue;
      this.draft.tables[there] = before.tables[table] ?? 0;
      this.draft.tableModes[there] = before.tableModes[table] ?? 0;
      this.draft.columns.set(
        before.columns.subarray(...columnsOf(before.tree, table)),
        columnsOf(tree, there)[0],
      );
      const unknown = before.unknown.get(table);
      if (unknown) this.draft.unknown.set(there, unknown);
    }
    this.tally = new Tally(this.draft);
    for (const step of this.#steps()) moveStep(step, before.tree, tree, same);
  }

  /** Forgets all steps. */
  clear(): void {
    this.#undo = [];
    this.#redo = [];
    this.#step = emptyStep();
  }

  #steps(): Step[] {
    return [...this.#undo, ...this.#redo];
  }

  #exchange(from: Step[], to: Step[], backwards: boolean): boolean {
    const step = from.pop();
    if (!step) return false;
    const { tree } = this.draft;
    const exchange = (entries: number[], write: (place: number, wish: number) => number) => {
      const count = entries.length;
      for (let index = 0; index < count; index += 1) {
        const at = backwards ? count - 1 - index : index;
        const place = placeIn(entries[at] ?? 0);
        entries[at] = entryOf(place, write(place, wishIn(entries[at] ?? 0)));
      }
    };
    if (step.policy !== undefined) {
      const before = this.draft.policy;
      this.#writePolicy(step.policy);
      step.policy = before;
    }
    const table = (place: number, wish: number) => (tableLock(tree, place) ? 0 : wish);
    exchange(step.schemas, (schema, wish) => this.#writeSchema(schema, wish));
    exchange(step.tables, (place, wish) => this.#writeTable(place, table(place, wish)));
    exchange(step.modes, (place, wish) => this.#writeMode(place, table(place, wish)));
    for (const [place, entries] of step.columns) {
      const [first] = columnsOf(tree, place);
      exchange(entries, (offset, wish) =>
        this.#writeColumn(first + offset, place, columnLock(tree, first + offset, place) ? 0 : wish),
      );
    }
    const unknown = backwards ? step.unknown.toReversed() : step.unknown;
    for (const entry of unknown) entry[2] = this.#writeUnknown(...entry);
    to.push(step);
    return true;
  }

  #writePolicy(policy: SchemaChangeHandling | null): void {
    this.draft.policy = policy;
    this.tally = new Tally(this.draft);
  }

  #writeSchema(schema: number, wish: number): number {
    const before = this.draft.schemas[schema] ?? 0;
    this.tally.schema(schema, -1);
    this.draft.schemas[schema] = wish;
    this.tally.schema(schema, 1);
    return before;
  }

  #writeTable(table: number, wish: number): number {
    const before = this.draft.tables[table] ?? 0;
    this.tally.table(table, -1);
    this.draft.tables[table] = wish;
    this.tally.table(table, 1);
    return before;
  }

  #writeMode(table: number, wish: number): number {
    const before = this.draft.tableModes[table] ?? 0;
    this.tally.table(table, -1);
    this.draft.tableModes[table] = wish;
    this.tally.table(table, 1);
    return before;
  }

  #writeColumn(column: number, table: number, wish: number): number {
    const before = this.draft.columns[column] ?? 0;
    this.tally.column(column, table, -1);
    this.draft.columns[column] = wish;
    this.tally.column(column, table, 1);
    return before;
  }

  /** A column that has become known since is written as such. */
  #writeUnknown(table: number, name: string, wish: number): number {
    const column = findColumn(this.draft.tree, table, name);
    if (column >= 0) {
      return this.#writeColumn(column, table, columnLock(this.draft.tree, column, table) ? 0 : wish);
    }
    const wishes = this.draft.unknown.get(table) ?? new Map<string, number>();
    const before = wishes.get(name) ?? 0;
    if (before !== 0) this.tally.unknown(before, table, -1);
    if (wish === 0) wishes.delete(name);
    else {
      wishes.set(name, wish);
      this.tally.unknown(wish, table, 1);
    }
    if (wishes.size > 0) this.draft.unknown.set(table, wishes);
    else this.draft.unknown.delete(table);
    return before;
  }
}
