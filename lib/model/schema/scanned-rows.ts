import type { NamePool } from "@/lib/model/schema/name-pool";
import { PlaceOfPairs } from "@/lib/model/schema/place-of-pairs";
import type { SchemaChangeHandling, SchemaTree } from "@/lib/model/schema/schema-tree";
import type { Steps } from "@/lib/model/steps";

/** The rows of a schema config in the order they are met. */
export class ScannedRows {
  readonly #labels = new PlaceOfPairs();
  /** Place 0 is no lock; pairs of the texts of code and reason. */
  readonly #locks = new PlaceOfPairs();
  readonly #modes: number[] = [];
  readonly #first_table: number[] = [];
  readonly #first_column: number[] = [];
  readonly #mode: number[] = [];
  readonly #schemas = new Rows();
  readonly #tables = new Rows();
  readonly #columns = new Rows();

  constructor() {
    this.#modes.push(0);
    this.#locks.place(-1, -1);
  }

  get tables(): number {
    return this.#tables.count;
  }

  get columns(): number {
    return this.#columns.count;
  }

  /** A lock's place by the texts of its code and reason. */
  lock(code: number, reason: number): number {
    return Math.min(this.#locks.place(code, reason), MOST_LOCKS);
  }

  mode(text: number): number {
    const known = this.#modes.indexOf(text);
    return known >= 0 ? known : this.#modes.push(text) - 1;
  }

  /** `first` is the number of tables before it. */
  schema(name: number, destination: number, flags: number, first: number): void {
    this.#schemas.add(this.#labels.place(name, destination), flags, 0);
    this.#first_table.push(first);
  }

  /** `first` is the number of columns before it. */
  table(name: number, destination: number, flags: number, lock: number, first: number, mode: number): void {
    this.#tables.add(this.#labels.place(name, destination), flags, lock);
    this.#first_column.push(first);
    this.#mode.push(mode);
  }

  column(name: number, destination: number, flags: number, lock: number): void {
    this.#columns.add(this.#labels.place(name, destination), flags, lock);
  }

  *tree(schema_change_handling: SchemaChangeHandling, pool: NamePool): Steps<SchemaTree> {
    const texts = pool.texts();
    yield;
    const text = (number: number) => texts[number] ?? "";
    const schemas = yield* this.#schemas.joined();
    const tables = yield* this.#tables.joined();
    const columns = yield* this.#columns.joined();
    const first_table = Uint32Array.from([...this.#first_table, this.#tables.count]);
    const schema = new Uint32Array(this.#tables.count);
    for (let place = 0; place < this.#schemas.count; place += 1) {
      schema.fill(place, first_table[place], first_table[place + 1]);
    }
    return {
      schema_change_handling,
      labels: {
        names: this.#labels.first.map(text),
        destinations: this.#labels.second.map(text),
      },
      locks: this.#locks.first.map((code, place) => ({
        code: text(code),
        reason: text(this.#locks.second[place] ?? -1),
      })),
      modes: this.#modes.map(text),
      schemas: { label: schemas.label, flags: schemas.flags, first_table },
      tables: {
        schema,
        label: tables.label,
        flags: tables.flags,
        mode: Uint8Array.from(this.#mode),
        lock: tables.lock,
        first_column: Uint32Array.from([...this.#first_column, this.#columns.count]),
        columns_read_at: new Uint32Array(this.#tables.count),
      },
      columns,
    };
  }
}

/** As many as a tree's places of locks can tell apart. */
const MOST_LOCKS = 0xffff;

const PAGE = 65_536;

interface Page {
  label: Uint32Array;
  flags: Uint8Array;
  lock: Uint16Array;
}

const pageOf = (rows: number): Page => ({
  label: new Uint32Array(rows),
  flags: new Uint8Array(rows),
  lock: new Uint16Array(rows),
});

/** Rows in pages: an array that grows would be copied, which for a million rows holds the event loop. */
class Rows {
  count = 0;
  #page = pageOf(64);
  #used = 0;
  readonly #full: Page[] = [];

  add(label: number, flags: number, lock: number): void {
    if (this.#used === this.#page.label.length) this.#turn();
    const place = this.#used;
    this.#page.label[place] = label;
    this.#page.flags[place] = flags;
    this.#page.lock[place] = lock;
    this.#used += 1;
    this.count += 1;
  }

  #turn(): void {
    this.#full.push(this.#page);
    this.#page = pageOf(Math.min(PAGE, this.count));
    this.#used = 0;
  }

  /** All of them in one page. */
  *joined(): Steps<Page> {
    const all = pageOf(this.count);
    let at = 0;
    for (const page of [...this.#full, this.#page]) {
      const used = Math.min(page.label.length, this.count - at);
      all.label.set(page.label.subarray(0, used), at);
      all.flags.set(page.flags.subarray(0, used), at);
      all.lock.set(page.lock.subarray(0, used), at);
      at += used;
      yield;
    }
    return all;
  }
}
