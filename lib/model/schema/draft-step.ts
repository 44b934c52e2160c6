import { nodeMover } from "@/lib/model/schema/moved-nodes";
import { columnNode, placeOf, schemaNode, tableNode } from "@/lib/model/schema/node-ids";
import { columnsOf, type SchemaChangeHandling, type SchemaTree } from "@/lib/model/schema/schema-tree";

/** What a step of a draft replaced. */
export interface Step {
  policy?: SchemaChangeHandling | null;
  /** Places with what was there, as `entryOf` makes one number of them. */
  schemas: number[];
  tables: number[];
  modes: number[];
  /** By table place; the entries are of offsets in the table, which stay good when columns of others arrive. */
  columns: Map<number, number[]>;
  unknown: [table: number, name: string, wish: number][];
}

const BYTE = 256;
export const entryOf = (place: number, wish: number): number => place * BYTE + wish;
export const placeIn = (entry: number): number => Math.floor(entry / BYTE);
export const wishIn = (entry: number): number => entry % BYTE;

export function emptyStep(): Step {
  return { schemas: [], tables: [], modes: [], columns: new Map(), unknown: [] };
}

export function isEmptyStep(step: Step): boolean {
  return (
    step.policy === undefined &&
    step.schemas.length + step.tables.length + step.modes.length + step.unknown.length === 0 &&
    step.columns.size === 0
  );
}

/** Moves what a step says of one table's columns, after they changed places. */
export function moveColumnsOf(step: Step, table: number, from: SchemaTree, to: SchemaTree): void {
  const entries = step.columns.get(table);
  if (entries) step.columns.set(table, movedColumns(entries, table, table, from, to));
}

/** Moves a step to another tree by names; what is not there is forgotten. Tables are the same where `same` has a place. */
export function moveStep(step: Step, from: SchemaTree, to: SchemaTree, same: Int32Array): void {
  const move = nodeMover(from, to);
  const moved = (entries: readonly number[], nodeOf: (tree: SchemaTree, place: number) => number): number[] =>
    entries.flatMap((entry) => {
      const node = move(nodeOf(from, placeIn(entry)));
      return node < 0 ? [] : [entryOf(placeOf(to, node), wishIn(entry))];
    });
  step.schemas = moved(step.schemas, schemaNode);
  step.tables = moved(step.tables, tableNode);
  step.modes = moved(step.modes, tableNode);
  const columns = new Map<number, number[]>();
  for (const [table, entries] of step.columns) {
    const place = same[table] ?? -1;
    if (place >= 0) {
      columns.set(place, entries);
      continue;
    }
    const node = move(tableNode(from, table));
    if (node < 0) continue;
    const there = placeOf(to, node);
    columns.set(there, movedColumns(entries, table, there, from, to));
  }
  step.columns = columns;
  step.unknown = step.unknown.flatMap(([table, name, wish]) => {
    const node = move(tableNode(from, table));
    return node < 0 ? [] : [[placeOf(to, node), name, wish]];
  });
}

function movedColumns(
  entries: readonly number[],
  table: number,
  there: number,
  from: SchemaTree,
  to: SchemaTree,
): number[] {
  const move = nodeMover(from, to);
  const [first] = columnsOf(from, table);
  const [firstThere] = columnsOf(to, there);
  return entries.flatMap((entry) => {
    const node = move(columnNode(from, first + placeIn(entry)));
    return node < 0 ? [] : [entryOf(placeOf(to, node) - firstThere, wishIn(entry))];
  });
}
