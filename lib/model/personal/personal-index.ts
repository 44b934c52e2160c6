import { type Detection, detectIn, type Reading, readName } from "@/lib/model/personal/detect-personal";
import { tableContext } from "@/lib/model/personal/table-context";
import { nameAt, type SchemaTree, tableCount, tableName } from "@/lib/model/schema/schema-tree";

/** What the columns of a tree look like. Each distinct name is read once, when it is first asked for. */
export interface PersonalIndex {
  /** `label` is a place in the tree's labels, `table` a place among its tables. */
  of(label: number, table: number): Detection | null;
  has(label: number, table: number): boolean;
}

const NOTHING: readonly Reading[] = [];
/** Of the names of all trees, as those of one tree come back with each change of it. */
const read = new Map<string, readonly Reading[]>();
const MOST_READ = 200_000;

export function personalIndex(tree: SchemaTree): PersonalIndex {
  const readings: (readonly Reading[] | undefined)[] = new Array(tree.labels.names.length);
  const contexts = new Int16Array(tableCount(tree)).fill(-1);
  const contextOf = (table: number): number => {
    if (contexts[table] === -1) contexts[table] = tableContext(tableName(tree, table));
    return contexts[table] ?? 0;
  };
  const of = (label: number, table: number): Detection | null => {
    readings[label] ??= readingsOf(nameAt(tree, label));
    const found = readings[label];
    return found.length === 0 ? null : detectIn(found, contextOf(table));
  };
  return { of, has: (label, table) => of(label, table) !== null };
}

function readingsOf(name: string): readonly Reading[] {
  let known = read.get(name);
  if (!known) {
    if (read.size >= MOST_READ) read.clear();
    const found = readName(name);
    known = found.length === 0 ? NOTHING : found;
    read.set(name, known);
  }
  return known;
}
