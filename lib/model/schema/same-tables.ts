import { findSchema, findTable } from "@/lib/model/schema/find-place";
import {
  columnsOf,
  isComplete,
  LOCKED,
  NEW,
  nameAt,
  type SchemaTree,
  schemaName,
  tableCount,
  tableName,
} from "@/lib/model/schema/schema-tree";

/**
 * By table place of one tree: the place in another where the table stands with the same columns and all the same values,
 * so that what a draft says of it holds there too; -1 where it is another, or not there.
 */
export function sameTables(from: SchemaTree, to: SchemaTree): Int32Array {
  const places = new Int32Array(tableCount(from)).fill(-1);
  // Without a policy of its own a column is what the policy makes it.
  if (from.schema_change_handling !== to.schema_change_handling) return places;
  const compare = new Comparison(from, to);
  for (let table = 0; table < places.length; table++) {
    const schema = findSchema(to, schemaName(from, from.tables.schema[table] ?? 0));
    const there = schema < 0 ? -1 : findTable(to, schema, tableName(from, table));
    if (there >= 0 && compare.table(table, there)) places[table] = there;
  }
  return places;
}

const but = (flags: number | undefined, mark: number): number => (flags ?? 0) & ~mark;

class Comparison {
  /** Of labels of the one: the label of the other that has the same name, one more; 0 for not known yet. */
  readonly #alike: Uint32Array;

  constructor(
    private readonly from: SchemaTree,
    private readonly to: SchemaTree,
  ) {
    this.#alike = new Uint32Array(from.labels.names.length);
  }

  table(one: number, other: number): boolean {
    const { from, to } = this;
    const flags = but(from.tables.flags[one], NEW);
    if (flags !== but(to.tables.flags[other], NEW) || isComplete(from, one) !== isComplete(to, other))
      return false;
    if (from.modes[from.tables.mode[one] ?? 0] !== to.modes[to.tables.mode[other] ?? 0]) return false;
    if ((flags & LOCKED) !== 0 && !this.#sameLock(from.tables.lock[one], to.tables.lock[other])) return false;
    const [first, end] = columnsOf(from, one);
    const [firstThere, endThere] = columnsOf(to, other);
    if (end - first !== endThere - firstThere) return false;
    for (let at = 0; at < end - first; at++) if (!this.#column(first + at, firstThere + at)) return false;
    return true;
  }

  #column(one: number, other: number): boolean {
    const { columns } = this.from;
    const there = this.to.columns;
    const flags = but(columns.flags[one], NEW);
    if (flags !== but(there.flags[other], NEW)) return false;
    if (!this.#sameName(columns.label[one] ?? 0, there.label[other] ?? 0)) return false;
    return (flags & LOCKED) === 0 || this.#sameLock(columns.lock[one], there.lock[other]);
  }

  #sameName(one: number, other: number): boolean {
    if (this.#alike[one] === other + 1) return true;
    if (nameAt(this.from, one) !== nameAt(this.to, other)) return false;
    this.#alike[one] = other + 1;
    return true;
  }

  #sameLock(one: number | undefined, other: number | undefined): boolean {
    const here = this.from.locks[one ?? 0];
    const there = this.to.locks[other ?? 0];
    return here?.code === there?.code && here?.reason === there?.reason;
  }
}
