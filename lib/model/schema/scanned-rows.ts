import type { NamePool } from "@/lib/model/schema/name-pool";
import { grown } from "@/lib/model/schema/name-pool";
import { PlaceOfPairs } from "@/lib/model/schema/place-of-pairs";
import type { SchemaChangeHandling, SchemaTree } from "@/lib/model/schema/schema-tree";

/** The rows of a schema config in the order they are met, in arrays that double when they are full. */
export class ScannedRows {
  readonly #labels = new PlaceOfPairs();
  /** Place 0 is no lock; pairs of the texts of code and reason. */
  readonly #locks = new PlaceOfPairs();
  readonly #modes: number[] = [];
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
    this.#schemas.add(this.#labels.place(name, destination), flags, 0, first, 0);
  }

  /** `first` is the number of columns before it. */
  table(name: number, destination: number, flags: number, lock: number, first: number, mode: number): void {
    this.#tables.add(this.#labels.place(name, destination), flags, lock, first, mode);
  }

  column(name: number, destination: number, flags: number, lock: number): void {
    this.#columns.add(this.#labels.place(name, destination), flags, lock, 0, 0);
  }

  tree(schema_change_handling: SchemaChangeHandling, pool: NamePool): SchemaTree {
    const texts = pool.texts();
    const text = (number: number) => texts[number] ?? "";
    const schemas = this.#schemas.cut();
    const tables = this.#tables.cut();
    const columns = this.#columns.cut();
    const first_table = ended(schemas.first, tables.label.length);
    const schema = new Uint32Array(tables.label.length);
    for (let place = 0; place < schemas.label.length; place += 1) {
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
        mode: tables.mode,
        lock: tables.lock,
        first_column: ended(tables.first, columns.label.length),
        columns_read_at: new Uint32Array(tables.label.length),
      },
      columns: { label: columns.label, flags: columns.flags, lock: columns.lock },
    };
  }
}

/** As many as a tree's places of locks can tell apart. */
const MOST_LOCKS = 0xffff;

class Rows {
  count = 0;
  #label = new Uint32Array(64);
  #first = new Uint32Array(64);
  #lock = new Uint16Array(64);
  #flags = new Uint8Array(64);
  #mode = new Uint8Array(64);

  add(label: number, flags: number, lock: number, first: number, mode: number): void {
    if (this.count === this.#label.length) this.#grow();
    const place = this.count;
    this.#label[place] = label;
    this.#first[place] = first;
    this.#lock[place] = lock;
    this.#flags[place] = flags;
    this.#mode[place] = mode;
    this.count += 1;
  }

  #grow(): void {
    const room = this.count * 2;
    this.#label = grown(this.#label, new Uint32Array(room));
    this.#first = grown(this.#first, new Uint32Array(room));
    this.#lock = grown(this.#lock, new Uint16Array(room));
    this.#flags = grown(this.#flags, new Uint8Array(room));
    this.#mode = grown(this.#mode, new Uint8Array(room));
  }

  cut() {
    const { count } = this;
    return {
      label: this.#label.slice(0, count),
      first: this.#first.slice(0, count),
      lock: this.#lock.slice(0, count),
      flags: this.#flags.slice(0, count),
      mode: this.#mode.slice(0, count),
    };
  }
}

function ended(first: Uint32Array, end: number): Uint32Array {
  const longer = new Uint32Array(first.length + 1);
  longer.set(first);
  longer[first.length] = end;
  return longer;
}
