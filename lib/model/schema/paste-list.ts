import {
  canBeNear,
  type Letters,
  lettersOf,
  mostOff,
  nameDistance,
  plainName,
} from "@/lib/model/schema/near-names";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import { pastedNames } from "@/lib/model/schema/pasted-names";
import {
  columnName,
  columnsOf,
  type SchemaTree,
  schemaCount,
  schemaName,
  tableCount,
  tableName,
} from "@/lib/model/schema/schema-tree";
import type { Steps } from "@/lib/model/steps";

/** A pasted name and what it stands for. */
export interface PastedName {
  name: string;
  /** All that it matches. */
  nodes: number[];
  /** Where it matches nothing: what may have been meant, the likeliest first. */
  near: number[];
}

const MOST_NEAR = 3;
/** Near misses are looked for as long as a list is one that a person reads. */
const MOST_MISSES = 500;

/**
 * What a pasted list stands for: `table`, `schema.table`, `table.column` or `schema.table.column`; a single name that no
 * table has may be a schema's or columns'. Names are matched as written, else with case apart.
 */
export function* pasteList(tree: SchemaTree, text: string): Steps<PastedName[]> {
  const pasted = pastedNames(text);
  if (pasted.length === 0) return [];
  yield;
  const index = new Index(tree);
  const list: PastedName[] = [];
  let misses = 0;
  for (const { name, pieces } of pasted) {
    const nodes = index.matches(pieces);
    const near = nodes.length === 0 && misses++ < MOST_MISSES ? index.near(pieces) : [];
    list.push({ name, nodes, near });
    yield;
  }
  return list;
}

class Index {
  readonly #schemas = new Map<string, number[]>();
  readonly #tables = new Map<string, number[]>();
  #columns: ColumnsByName | null = null;
  #plain: PlainName[] | null = null;

  constructor(readonly tree: SchemaTree) {
    for (let schema = 0; schema < schemaCount(tree); schema++)
      add(this.#schemas, schemaName(tree, schema), schema);
    for (let table = 0; table < tableCount(tree); table++) add(this.#tables, tableName(tree, table), table);
  }

  matches(pieces: readonly string[]): number[] {
    for (const names of readings(pieces)) {
      const nodes = this.#named(names);
      if (nodes.length > 0) return nodes;
    }
    return [];
  }

  #named([one = "", two, three]: readonly string[]): number[] {
    const { tree } = this;
    if (two === undefined) {
      const tables = exact(this.#tables.get(one.toLowerCase()), (at) => tableName(tree, at), one);
      if (tables.length > 0) return tables.map((table) => tableNode(tree, table));
      const schemas = exact(this.#schemas.get(one.toLowerCase()), (at) => schemaName(tree, at), one);
      return schemas.length > 0 ? schemas : this.#columnsNamed(one);
    }
    if (three !== undefined)
      return this.#tablesNamed(one, two).flatMap((table) => this.#columnsIn(table, three));
    const tables = this.#tablesNamed(one, two);
    if (tables.length > 0) return tables.map((table) => tableNode(tree, table));
    return exact(this.#tables.get(one.toLowerCase()), (at) => tableName(tree, at), one).flatMap((table) =>
      this.#columnsIn(table, two),
    );
  }

  #tablesNamed(schema: string, table: string): number[] {
    const { tree } = this;
    const schemas = new Set(
      exact(this.#schemas.get(schema.toLowerCase()), (at) => schemaName(tree, at), schema),
    );
    const inside = this.#tables
      .get(table.toLowerCase())
      ?.filter((at) => schemas.has(tree.tables.schema[at] ?? -1));
    return exact(inside, (at) => tableName(tree, at), table);
  }

  #columnsIn(table: number, column: string): number[] {
    const [from, to] = columnsOf(this.tree, table);
    const alike: number[] = [];
    for (let at = from; at < to; at++)
      if (columnName(this.tree, at).toLowerCase() === column.toLowerCase()) alike.push(at);
    return exact(alike, (at) => columnName(this.tree, at), column).map((at) => columnNode(this.tree, at));
  }

  #columnsNamed(name: string): number[] {
    const { tree } = this;
    this.#columns ??= new ColumnsByName(tree);
    const alike = this.#columns.named(name.toLowerCase());
    return exact(alike, (at) => columnName(tree, at), name).map((at) => columnNode(tree, at));
  }

  /** Tables called almost so; columns where the table before the last dot is there. */
  near(pieces: readonly string[]): number[] {
    const { tree } = this;
    const last = pieces.at(-1) ?? "";
    const found: [distance: number, node: number][] = [];
    const above = pieces.length > 1 ? this.matches(pieces.slice(0, -1)) : [];
    for (const node of above) {
      const table = node - tableNode(tree, 0);
      if (table < 0 || table >= tableCount(tree)) continue;
      const [from, to] = columnsOf(tree, table);
      for (let at = from; at < to; at++) weigh(found, last, columnName(tree, at), columnNode(tree, at));
    }
    if (found.length === 0) {
      this.#plain ??= Array.from({ length: tableCount(tree) }, (_, at) => plain(tableName(tree, at)));
      const wanted = plain(last);
      const schemas = new Set(above.filter((node) => node < schemaCount(tree)));
      for (const [at, own] of this.#plain.entries()) {
        if (schemas.size > 0 && !schemas.has(tree.tables.schema[at] ?? -1)) continue;
        weighPlain(found, wanted, own, tableNode(tree, at));
      }
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return found.slice(0, MOST_NEAR).map(([, node]) => node);
  }
}

/** Columns by their names in lower case: by distinct name first, as a million columns share some thousands. */
class ColumnsByName {
  readonly #labels = new Map<string, number[]>();
  /** Places of columns by label: those of a label stand from `starts[label]` to before the next. */
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;

  constructor({ labels, columns }: SchemaTree) {
    for (const [label, name] of labels.names.entries()) add(this.#labels, name, label);
    const starts = new Uint32Array(labels.names.length + 1);
    for (const label of columns.label) starts[label + 1] = (starts[label + 1] ?? 0) + 1;
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const next = starts.slice();
    this.#places = new Uint32Array(columns.label.length);
    for (const [place, label] of columns.label.entries()) {
      const at = next[label] ?? 0;
      this.#places[at] = place;
      next[label] = at + 1;
    }
    this.#starts = starts;
  }

  /** Their places, in the order of the tree. */
  named(lower: string): number[] {
    const places = (this.#labels.get(lower) ?? []).flatMap((label) =>
      Array.from(this.#places.subarray(this.#starts[label], this.#starts[label + 1])),
    );
    return places.sort((a, b) => a - b);
  }
}

interface PlainName {
  text: string;
  letters: Letters;
}

function plain(name: string): PlainName {
  const text = plainName(name);
  return { text, letters: lettersOf(text) };
}

type Weighed = [distance: number, node: number][];

const weigh = (found: Weighed, wanted: string, name: string, node: number): void =>
  weighPlain(found, plain(wanted), plain(name), node);

function weighPlain(found: Weighed, wanted: PlainName, own: PlainName, node: number): void {
  const most = mostOff(Math.max(wanted.text.length, own.text.length));
  if (Math.abs(wanted.text.length - own.text.length) > most) return;
  if (!canBeNear(wanted.letters, own.letters, most)) return;
  const distance = wanted.text === own.text ? 0 : nameDistance(wanted.text, own.text, most);
  if (distance <= most) found.push([distance, node]);
}

function add(map: Map<string, number[]>, name: string, at: number): void {
  const key = name.toLowerCase();
  const places = map.get(key);
  if (places) places.push(at);
  else map.set(key, [at]);
}

/** Those called exactly so, or all where none is. */
function exact(
  places: readonly number[] | undefined,
  nameOf: (at: number) => string,
  name: string,
): number[] {
  if (!places) return [];
  const same = places.filter((at) => nameOf(at) === name);
  return same.length > 0 ? same : [...places];
}

/** With more dots than this a name is read whole. */
const MOST_PIECES = 6;

/** Ways of reading pieces as one to three names, as names may hold dots; the one with most names first. */
function readings(pieces: readonly string[]): string[][] {
  const part = (from: number, to?: number) => pieces.slice(from, to).join(".");
  const ways: string[][] = [];
  if (pieces.length <= MOST_PIECES) {
    for (let a = 1; a < pieces.length; a++)
      for (let b = a + 1; b < pieces.length; b++) ways.push([part(0, a), part(a, b), part(b)]);
    for (let a = 1; a < pieces.length; a++) ways.push([part(0, a), part(a)]);
  }
  return [...ways, [part(0)]];
}
