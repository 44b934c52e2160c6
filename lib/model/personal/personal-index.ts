import {
  isAboutPeople,
  type NameReading,
  type PersonalFinding,
  readName,
} from "@/lib/model/personal/detect-personal";
import { type SchemaTree, tableName } from "@/lib/model/schema/schema-tree";

/** What the columns of a tree look like. Each distinct name is read once, when it is first asked for. */
export interface PersonalIndex {
  of(label: number, table: number): PersonalFinding | null;
  has(label: number, table: number): boolean;
}

const readings = new Map<string, NameReading>();
const MOST_READINGS = 200_000;

function reading(name: string): NameReading {
  let known = readings.get(name);
  if (!known) {
    if (readings.size >= MOST_READINGS) readings.clear();
    known = readName(name);
    readings.set(name, known);
  }
  return known;
}

/** `label` is a place in the tree's labels, `table` a place among its tables. */
export function personalIndex(tree: SchemaTree): PersonalIndex {
  const { names } = tree.labels;
  const byLabel: (NameReading | undefined)[] = new Array(names.length);
  const people = new Int8Array(tree.tables.label.length).fill(-1);
  const aboutPeople = (table: number): boolean => {
    if (people[table] === -1) people[table] = isAboutPeople(tableName(tree, table)) ? 1 : 0;
    return people[table] === 1;
  };
  const of = (label: number, table: number): PersonalFinding | null => {
    byLabel[label] ??= reading(names[label] ?? "");
    const { sure, likely } = byLabel[label];
    return sure ?? (likely && aboutPeople(table) ? likely : null);
  };
  return { of, has: (label, table) => of(label, table) !== null };
}
