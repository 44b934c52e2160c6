import { columnsFollow } from "@/lib/model/schema/effective";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import type { ColumnAnswer, TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import {
  columnName,
  columnsOf,
  ENABLED,
  HASHED,
  KEY,
  type Labels,
  LOCKED,
  type Lock,
  NEW,
  type SchemaTree,
  STORED,
  tableCount,
} from "@/lib/model/schema/schema-tree";

/**
 * The tree with all columns of one table, as the columns endpoint just answered them. Columns come in its order; one
 * that stands in the config and is not in the answer stays, at the end. An answer for a table that is not there
 * changes nothing. Labels and locks of the tree are added to, never moved.
 */
export function withColumns(tree: SchemaTree, answer: TableColumnsAnswer): SchemaTree {
  const schema = findSchema(tree, answer.schema);
  const table = schema < 0 ? -1 : findTable(tree, schema, answer.table);
  if (table < 0) return tree;

  const [from, to] = columnsOf(tree, table);
  const known = new Map<string, number>();
  for (let column = from; column < to; column += 1) known.set(columnName(tree, column), column);
  const label: number[] = [];
  const flags: number[] = [];
  const lock: number[] = [];
  const locks = [...tree.locks];
  for (const column of answer.columns) {
    const place = known.get(column.name);
    known.delete(column.name);
    label.push(labelOf(tree.labels, column.name, column.name_in_destination));
    flags.push(flagsOf(tree, column, place));
    lock.push(column.lock ? lockOf(locks, column.lock) : 0);
  }
  for (const place of known.values()) {
    label.push(tree.columns.label[place] ?? 0);
    flags.push(tree.columns.flags[place] ?? 0);
    lock.push(tree.columns.lock[place] ?? 0);
  }

  const more = label.length - (to - from);
  const first_column = tree.tables.first_column.slice();
  for (let next = table + 1; next <= tableCount(tree); next += 1) {
    first_column[next] = (first_column[next] ?? 0) + more;
  }
  const columns_read_at = tree.tables.columns_read_at.slice();
  columns_read_at[table] = Math.max(1, Math.floor(answer.read_at / 1000));
  return {
    ...tree,
    locks,
    tables: { ...tree.tables, first_column, columns_read_at },
    columns: {
      label: splice(tree.columns.label, from, to, label, Uint32Array),
      flags: splice(tree.columns.flags, from, to, flags, Uint8Array),
      lock: splice(tree.columns.lock, from, to, lock, Uint16Array),
    },
  };
}

function flagsOf(tree: SchemaTree, column: ColumnAnswer, place: number | undefined): number {
  const before = place === undefined ? 0 : (tree.columns.flags[place] ?? 0);
  const follows = column.enabled === columnsFollow(tree.schema_change_handling);
  const stands = (before & STORED) !== 0 || column.hashed || (!follows && !column.lock);
  return (
    (column.enabled ? ENABLED : 0) |
    (column.lock ? LOCKED : 0) |
    (column.is_new ? NEW : 0) |
    (column.hashed ? HASHED : 0) |
    (column.is_primary_key ? KEY : 0) |
    (stands ? STORED : 0)
  );
}

const labelPlaces = new WeakMap<Labels, Map<string, Map<string, number>>>();

function labelOf(labels: Labels, name: string, destination: string): number {
  let places = labelPlaces.get(labels);
  if (!places) {
    places = new Map();
    for (let place = 0; place < labels.names.length; place += 1) {
      inner(places, labels.names[place] ?? "").set(labels.destinations[place] ?? "", place);
    }
    labelPlaces.set(labels, places);
  }
  const own = inner(places, name);
  let place = own.get(destination);
  if (place === undefined) {
    // The lists are shared by all trees derived from one another and only ever grow.
    place = (labels.names as string[]).push(name) - 1;
    (labels.destinations as string[]).push(destination);
    own.set(destination, place);
  }
  return place;
}

function inner(places: Map<string, Map<string, number>>, name: string): Map<string, number> {
  let own = places.get(name);
  if (!own) {
    own = new Map();
    places.set(name, own);
  }
  return own;
}

function lockOf(locks: Lock[], { code, reason }: Lock): number {
  const known = locks.findIndex((lock, at) => at > 0 && lock.code === code && lock.reason === reason);
  return known > 0 ? known : locks.push({ code, reason }) - 1;
}

type Numbers = Uint8Array | Uint16Array | Uint32Array;

function splice<A extends Numbers>(
  list: A,
  from: number,
  to: number,
  put: readonly number[],
  List: new (length: number) => A,
): A {
  const spliced = new List(list.length + put.length - (to - from));
  spliced.set(list.subarray(0, from));
  spliced.set(put, from);
  spliced.set(list.subarray(to), from + put.length);
  return spliced;
}
