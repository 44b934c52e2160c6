import { type ColumnRows, withColumnRows } from "@/lib/model/schema/column-rows";
import { columnsFollow } from "@/lib/model/schema/effective";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import { GrownLabels } from "@/lib/model/schema/grown-labels";
import type { ColumnAnswer, TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import {
  columnName,
  columnsOf,
  ENABLED,
  HASHED,
  KEY,
  LOCKED,
  type Lock,
  NEW,
  type SchemaTree,
  STORED,
} from "@/lib/model/schema/schema-tree";
import { atOnce, type Steps } from "@/lib/model/steps";

/** Whether lists are newer than the tree, and so right where they differ, or kept from before it. */
export type ListAge = "newer" | "older";

/**
 * The tree with all columns of one table, as the columns endpoint just answered them. Columns come in its order; one
 * that stands in the config and is not in the answer stays, at the end. An answer for a table that is not there
 * changes nothing. Labels and locks are added to, so that places in them stay good.
 */
export function withColumns(tree: SchemaTree, answer: TableColumnsAnswer): SchemaTree {
  return withColumnLists(tree, [answer], "newer");
}

/**
 * The same for any number of tables in one pass. From lists that are older than the tree come the names; a column that
 * stands in the config is as that says, any other that is not locked follows the policy.
 */
export const withColumnLists = (
  tree: SchemaTree,
  answers: Iterable<TableColumnsAnswer>,
  age: ListAge,
): SchemaTree => atOnce(columnListSteps(tree, answers, age));

/** The same, table by table. */
export function* columnListSteps(
  tree: SchemaTree,
  answers: Iterable<TableColumnsAnswer>,
  age: ListAge,
): Steps<SchemaTree> {
  const known = [...answers].flatMap((answer) => {
    const schema = findSchema(tree, answer.schema);
    const table = schema < 0 ? -1 : findTable(tree, schema, answer.table);
    return table < 0 ? [] : [{ table, answer }];
  });
  if (known.length === 0) return tree;
  const labels = new GrownLabels(tree.labels);
  const locks = tree.locks.length > 0 ? [...tree.locks] : [NO_LOCK];
  const tables = new Map<number, ColumnRows>();
  const columns_read_at = tree.tables.columns_read_at.slice();
  for (const { table, answer } of known) {
    tables.set(table, rowsOf(tree, table, answer, age, labels, locks));
    columns_read_at[table] = listedAt(answer);
    yield;
  }
  const grown = withColumnRows(tree, tables);
  return { ...grown, labels: labels.labels(), locks, tables: { ...grown.tables, columns_read_at } };
}

/** When a list was read, as a tree with it says: in seconds, and never the 0 of a table without one. */
export const listedAt = ({ read_at }: TableColumnsAnswer): number => Math.max(1, Math.floor(read_at / 1_000));

function rowsOf(
  tree: SchemaTree,
  table: number,
  answer: TableColumnsAnswer,
  age: ListAge,
  labels: GrownLabels,
  locks: Lock[],
): ColumnRows {
  const [from, to] = columnsOf(tree, table);
  const known = new Map<string, number>();
  for (let column = from; column < to; column += 1) known.set(columnName(tree, column), column);
  const rows: ColumnRows = { label: [], flags: [], lock: [] };
  const keep = (place: number) => {
    rows.label.push(tree.columns.label[place] ?? 0);
    rows.flags.push(tree.columns.flags[place] ?? 0);
    rows.lock.push(tree.columns.lock[place] ?? 0);
  };
  for (const column of answer.columns) {
    const place = known.get(column.name);
    known.delete(column.name);
    const stored = place !== undefined && ((tree.columns.flags[place] ?? 0) & STORED) !== 0;
    if (stored && age === "older") {
      keep(place);
      continue;
    }
    rows.label.push(labels.place(column.name, column.name_in_destination));
    rows.flags.push(age === "newer" ? flagsOf(tree, column, stored) : followingFlags(tree, column));
    rows.lock.push(column.lock ? placeOfLock(locks, column.lock) : 0);
  }
  for (const place of known.values()) keep(place);
  return rows;
}

/** A column that is hashed or off the policy stands in the config, whether or not the tree has seen it there. */
function flagsOf(tree: SchemaTree, column: ColumnAnswer, stored: boolean): number {
  const strays = column.enabled !== columnsFollow(tree.schema_change_handling) && !column.lock;
  return (
    lastingFlags(column) |
    (column.enabled ? ENABLED : 0) |
    (column.hashed ? HASHED : 0) |
    (stored || strays || column.hashed ? STORED : 0)
  );
}

function followingFlags(tree: SchemaTree, column: ColumnAnswer): number {
  const on = column.lock ? column.enabled : columnsFollow(tree.schema_change_handling);
  return lastingFlags(column) | (on ? ENABLED : 0);
}

function lastingFlags({ lock, is_new, is_primary_key }: ColumnAnswer): number {
  return (lock ? LOCKED : 0) | (is_new ? NEW : 0) | (is_primary_key ? KEY : 0);
}

/** Place 0 is no lock. */
const NO_LOCK: Lock = { code: "", reason: "" };

function placeOfLock(locks: Lock[], { code, reason }: Lock): number {
  const known = locks.findIndex((lock, at) => at > 0 && lock.code === code && lock.reason === reason);
  return known > 0 ? known : locks.push({ code, reason }) - 1;
}
