import {
  FILTERS,
  type Filter,
  FilterBits,
  filterBit,
  type PersonalMarks,
} from "@/lib/model/schema/filter-bits";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";

/** How many schemas, tables and columns pass each filter, the draft considered; `personal` is null while it is not known. */
export function filterCounts(editor: SchemaEditor, personal: PersonalMarks | null): Record<Filter, number> {
  const { tree } = editor;
  const of = new FilterBits(editor, personal);
  const tally = new Uint32Array(1 << FILTERS.length);
  const count = (bits: number) => {
    tally[bits] = (tally[bits] ?? 0) + 1;
  };
  let room = new Uint16Array(256);
  for (let schema = 0; schema < schemaCount(tree); schema++) count(of.schema(schema));
  for (let table = 0; table < tableCount(tree); table++) {
    count(of.table(table));
    const [from, to] = columnsOf(tree, table);
    if (to - from > room.length) room = new Uint16Array(to - from);
    of.columns(table, from, to, room);
    for (let at = 0; at < to - from; at++) count(room[at] ?? 0);
  }
  const counts = FILTERS.map((filter) => {
    const bit = filterBit(filter);
    return [filter, tally.reduce((sum, many, bits) => ((bits & bit) !== 0 ? sum + many : sum), 0)] as const;
  });
  return Object.fromEntries(counts) as Record<Filter, number>;
}
