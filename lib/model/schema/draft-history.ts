import { Draft } from "@/lib/model/schema/draft";
import { columnsFollow } from "@/lib/model/schema/effective";
import { columnFinder, findColumn } from "@/lib/model/schema/find-place";
import {
  columnCount,
  columnName,
  columnsOf,
  type SchemaChangeHandling,
  type SchemaTree,
} from "@/lib/model/schema/schema-tree";
import { Tally } from "@/lib/model/schema/tally";

/** What a step replaced; a place and a byte are one number, a column is told by its offset in its table. */
interface Step {
  policy?: SchemaChangeHandling | null;
  schemas: number[];
  tables: number[];
  modes: number[];
  columns: Map<number, number[]>;
  unknown: [table: number, name: string, wish: number][];
}

const BYTE = 256;
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
    if (isEmpty(step)) return false;
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
    this.#step.schemas.push(schema * BYTE + this.#writeSchema(schema, wish));
  }

  setTable(table: number, wish: number): void {
    this.#step.tables.push(table * BYTE + this.#writeTable(table, wish));
  }

  setMode(table: number, wish: number): void {
    this.#step.modes.push(table * BYTE + this.#writeMode(table, wish));
  }

  setColumn(column: number, table: number, wish: number): void {
    const offset = column - columnsOf(this.draft.tree, table)[0];
    let entries = this.#step.columns.get(table);
    if (!entries) {
      entries = [];
      this.#step.columns.set(table, entries);
    }
    entries.push(offset * BYTE + this.#writeColumn(column, table, wish));
  }

  setUnknown(table: number, name: string, wish: number): void {
    this.#step.unknown.push([table, name, this.#writeUnknown(table, name, wish)]);
  }

  /** Puts the draft over the same tree with all columns of one table; steps follow their columns. */
  spread(tree: SchemaTree, table: number): void {
    const before = this.draft;
    const [from, to] = columnsOf(before.tree, table);
    const [, end] = columnsOf(tree, table);
    const find = columnFinder(tree, table, to - from);
    const columns = new Uint8Array(columnCount(tree));
    columns.set(before.columns.subarray(0, from));
    columns.set(before.columns.subarray(to), end);
    const offsets: number[] = [];
    for (let column = from; column < to; column += 1) {
      const place = find(columnName(before.tree, column));
      offsets.push(place - from);
      columns[place] = before.columns[column] ?? 0;
    }
    this.tally.wholeTable(table, -1);
    const unknown = before.unknown.get(table);
    before.unknown.delete(table);
    for (const [name, wish] of unknown ?? []) {
      const place = findColumn(tree, table, name);
      if (place >= 0) columns[place] = wish;
    }
    this.draft = new Draft(tree, before, columns);
    this.tally = new Tally(this.draft, this.tally);
    this.tally.wholeTable(table, 1);
    for (const step of [...this.#undo, ...this.#redo]) {
      const entries = step.columns.get(table);
      if (!entries) continue;
      const moved = entries.map((entry) => (offsets[Math.floor(entry / BYTE)] ?? 0) * BYTE + (entry % BYTE));
      step.columns.set(table, moved);
    }
  }

  /** Forgets all steps. */
  clear(): void {
    this.#undo = [];
    this.#redo = [];
    this.#step = emptyStep();
  }

  #exchange(from: Step[], to: Step[], backwards: boolean): boolean {
    const step = from.pop();
    if (!step) return false;
    const { draft } = this;
    const places = (entries: number[], write: (place: number, wish: number) => number) => {
      const count = entries.length;
      for (let index = 0; index < count; index += 1) {
        const at = backwards ? count - 1 - index : index;
        const entry = entries[at] ?? 0;
        const place = Math.floor(entry / BYTE);
        entries[at] = place * BYTE + write(place, entry % BYTE);
      }
    };
    if (step.policy !== undefined) {
      const before = draft.policy;
      this.#writePolicy(step.policy);
      step.policy = before;
    }
    places(step.schemas, (schema, wish) => this.#writeSchema(schema, wish));
    places(step.tables, (table, wish) => this.#writeTable(table, wish));
    places(step.modes, (table, wish) => this.#writeMode(table, wish));
    for (const [table, entries] of step.columns) {
      const [first] = columnsOf(draft.tree, table);
      places(entries, (offset, wish) => this.#writeColumn(first + offset, table, wish));
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
    const { draft, tally } = this;
    const before = draft.tables[table] ?? 0;
    const whole =
      draft.policy !== null &&
      columnsFollow(draft.policy) !== columnsFollow(draft.tree.schema_change_handling);
    if (whole) tally.wholeTable(table, -1);
    else tally.table(table, -1);
    draft.tables[table] = wish;
    if (whole) tally.wholeTable(table, 1);
    else tally.table(table, 1);
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
    if (column >= 0) return this.#writeColumn(column, table, wish);
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

function emptyStep(): Step {
  return { schemas: [], tables: [], modes: [], columns: new Map(), unknown: [] };
}

function isEmpty(step: Step): boolean {
  return (
    step.policy === undefined &&
    step.schemas.length + step.tables.length + step.modes.length + step.unknown.length === 0 &&
    step.columns.size === 0
  );
}
