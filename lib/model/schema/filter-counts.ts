import {
  FILTERS,
  type Filter,
  FilterBits,
  filterBit,
  type PersonalMarks,
} from "@/lib/model/schema/filter-bits";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf, type SchemaTree, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";

/** Tables counted between two looks at the clock. */
const AT_ONCE = 50;

/**
 * Counts how many schemas, tables and columns pass each filter, the draft considered, as long as neither the draft nor
 * the tree changes; `personal` is null while it is not known.
 */
export class FilterCounter {
  readonly #tree: SchemaTree;
  readonly #of: FilterBits;
  readonly #tally = new Uint32Array(1 << FILTERS.length);
  #room = new Uint16Array(256);
  #next = 0;

  constructor(editor: SchemaEditor, personal: PersonalMarks | null) {
    this.#tree = editor.tree;
    this.#of = new FilterBits(editor, personal);
    for (let schema = 0; schema < schemaCount(this.#tree); schema++) this.#count(this.#of.schema(schema));
  }

  /** Counts on for about so many milliseconds; whether all is counted. */
  countFor(ms: number): boolean {
    const tables = tableCount(this.#tree);
    const until = performance.now() + ms;
    while (this.#next < tables) {
      const end = Math.min(tables, this.#next + AT_ONCE);
      for (; this.#next < end; this.#next++) this.#table(this.#next);
      if (performance.now() >= until) break;
    }
    return this.#next === tables;
  }

  #table(table: number): void {
    this.#count(this.#of.table(table));
    const [from, to] = columnsOf(this.#tree, table);
    if (to - from > this.#room.length) this.#room = new Uint16Array(to - from);
    const room = this.#room;
    this.#of.columns(table, from, to, room);
    for (let at = 0; at < to - from; at++) this.#count(room[at] ?? 0);
  }

  #count(bits: number): void {
    this.#tally[bits] = (this.#tally[bits] ?? 0) + 1;
  }

  counts(): Record<Filter, number> {
    const counts = FILTERS.map((filter) => {
      const bit = filterBit(filter);
      const count = this.#tally.reduce((sum, many, bits) => ((bits & bit) !== 0 ? sum + many : sum), 0);
      return [filter, count] as const;
    });
    return Object.fromEntries(counts) as Record<Filter, number>;
  }
}
