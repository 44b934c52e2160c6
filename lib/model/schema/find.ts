import { type Filter, FilterBits, filterBit, type PersonalMarks } from "@/lib/model/schema/filter-bits";
import type { NameTest, Query } from "@/lib/model/schema/find-query";
import { type Found, noneFound } from "@/lib/model/schema/found";
import { markNames, type NameMarks, testKey } from "@/lib/model/schema/name-marks";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf, type SchemaTree, schemaCount, tablesOf } from "@/lib/model/schema/schema-tree";

/**
 * All items that match a query and pass a filter; null for either asks nothing. Every distinct name is tested once.
 * `names` holds the marks of the query's regular expressions by `testKey`, made where they may take their time.
 */
export function find(
  editor: SchemaEditor,
  query: Query | null,
  filter: Filter | null,
  personal: PersonalMarks | null = null,
  names: ReadonlyMap<string, NameMarks> = new Map(),
): Found {
  const { tree } = editor;
  const matcher = query ? new Matcher(tree, query, names) : null;
  const bits = filter ? new FilterBits(editor, filter === "personal" ? personal : null) : null;
  const bit = filter ? filterBit(filter) : 0;
  const firstTable = tableNode(tree, 0);
  const firstColumn = columnNode(tree, 0);
  const found = noneFound(tree);
  let room = new Uint16Array(256);

  for (let schema = 0; schema < schemaCount(tree); schema++) {
    if ((!matcher || matcher.schema(schema)) && (!bits || (bits.schema(schema) & bit) !== 0)) {
      found.marks[schema] = 1;
      found.schemas++;
    }
    const [first, end] = tablesOf(tree, schema);
    for (let table = first; table < end; table++) {
      if ((!matcher || matcher.table(table)) && (!bits || (bits.table(table) & bit) !== 0)) {
        found.marks[firstTable + table] = 1;
        found.tables++;
      }
      const [from, to] = columnsOf(tree, table);
      let count = to - from;
      if (matcher) count = matcher.columns(schema, table, found.marks, firstColumn);
      else found.marks.fill(1, firstColumn + from, firstColumn + to);
      if (bits && count > 0) {
        if (to - from > room.length) room = new Uint16Array(to - from);
        bits.columns(table, from, to, room);
        for (let column = from; column < to; column++) {
          if (((room[column - from] ?? 0) & bit) !== 0 || !found.marks[firstColumn + column]) continue;
          found.marks[firstColumn + column] = 0;
          count--;
        }
      }
      found.column_counts[table] = count;
      found.columns += count;
    }
  }
  return found;
}

function anyHas(marks: readonly NameMarks[], label: number): boolean {
  for (let at = 0; at < marks.length; at++) if (marks[at]?.[label]) return true;
  return false;
}

/** A query over a tree, as marks on labels. */
class Matcher {
  readonly #tree: SchemaTree;
  /** Names that are found at any level. */
  readonly #any: readonly NameMarks[];
  readonly #pairs: readonly (readonly [NameMarks, NameMarks])[];
  readonly #triples: readonly (readonly [NameMarks, NameMarks, NameMarks])[];

  constructor(tree: SchemaTree, query: Query, names: ReadonlyMap<string, NameMarks>) {
    this.#tree = tree;
    const marksOf = (test: NameTest): NameMarks => {
      if (test.kind !== "regex") return markNames(tree.labels.names, test);
      const marks = names.get(testKey(test));
      if (!marks) throw new Error(`No marks for ${testKey(test)}`);
      return marks;
    };
    const paths = query.paths.map((path) => path.map(marksOf));
    this.#any = paths.flatMap(([a, b]) => (a && !b ? [a] : []));
    this.#pairs = paths.flatMap(([a, b, c]) => (a && b && !c ? [[a, b] as const] : []));
    this.#triples = paths.flatMap(([a, b, c]) => (a && b && c ? [[a, b, c] as const] : []));
  }

  schema(schema: number): boolean {
    return anyHas(this.#any, this.#tree.schemas.label[schema] ?? 0);
  }

  table(table: number): boolean {
    const { label, schema } = this.#tree.tables;
    const own = label[table] ?? 0;
    if (anyHas(this.#any, own)) return true;
    const above = this.#tree.schemas.label[schema[table] ?? 0] ?? 0;
    return this.#pairs.some(([first, second]) => first[above] && second[own]);
  }

  /** Marks those columns of a table that match, from a base on; how many they are. */
  columns(schema: number, table: number, to: Uint8Array, base: number): number {
    const { label } = this.#tree.columns;
    const [from, end] = columnsOf(this.#tree, table);
    const marks = this.#marksFor(schema, table);
    let count = 0;
    for (const own of marks) {
      for (let column = from; column < end; column++) {
        const hit = own[label[column] ?? 0] ?? 0;
        if (hit === 0 || to[base + column] === 1) continue;
        to[base + column] = 1;
        count++;
      }
    }
    return count;
  }

  /** Marks of which a column of the table must have one; empty where none can be found. */
  #marksFor(schema: number, table: number): readonly NameMarks[] {
    if (this.#pairs.length === 0 && this.#triples.length === 0) return this.#any;
    const own = this.#tree.tables.label[table] ?? 0;
    const above = this.#tree.schemas.label[schema] ?? 0;
    const marks = [...this.#any];
    for (const [first, second] of this.#pairs) if (first[own]) marks.push(second);
    for (const [first, second, third] of this.#triples) if (first[above] && second[own]) marks.push(third);
    return marks;
  }
}
