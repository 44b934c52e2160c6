import { columnsOf, type SchemaTree, tableCount } from "@/lib/model/schema/schema-tree";

/** All columns of one table: label, flags and lock of each. */
export interface ColumnRows {
  label: number[];
  flags: number[];
  lock: number[];
}

/** The tree with other columns in some of its tables, by table place. Copies what is between them in one piece. */
export function withColumnRows(tree: SchemaTree, tables: ReadonlyMap<number, ColumnRows>): SchemaTree {
  const places = [...tables.keys()].sort((a, b) => a - b);
  const first_column = new Uint32Array(tableCount(tree) + 1);
  let count = 0;
  for (let table = 0; table < tableCount(tree); table += 1) {
    first_column[table] = count;
    const [from, to] = columnsOf(tree, table);
    count += tables.get(table)?.label.length ?? to - from;
  }
  first_column[tableCount(tree)] = count;

  const label = new Uint32Array(count);
  const flags = new Uint8Array(count);
  const lock = new Uint16Array(count);
  let read = 0;
  let written = 0;
  const copy = (end: number) => {
    label.set(tree.columns.label.subarray(read, end), written);
    flags.set(tree.columns.flags.subarray(read, end), written);
    lock.set(tree.columns.lock.subarray(read, end), written);
    written += end - read;
    read = end;
  };
  for (const table of places) {
    const rows = tables.get(table);
    const [from, to] = columnsOf(tree, table);
    copy(from);
    if (!rows) continue;
    label.set(rows.label, written);
    flags.set(rows.flags, written);
    lock.set(rows.lock, written);
    written += rows.label.length;
    read = to;
  }
  copy(tree.columns.label.length);
  return { ...tree, tables: { ...tree.tables, first_column }, columns: { label, flags, lock } };
}

/** The columns that a table has. */
export function columnRows(tree: SchemaTree, table: number): ColumnRows {
  const [from, to] = columnsOf(tree, table);
  return {
    label: [...tree.columns.label.subarray(from, to)],
    flags: [...tree.columns.flags.subarray(from, to)],
    lock: [...tree.columns.lock.subarray(from, to)],
  };
}
