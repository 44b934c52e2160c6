import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import { columnNode, kindOf, placeOf, tableNode, tableOfColumn } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import {
  columnName,
  columnsOf,
  type SchemaTree,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

/**
 * Says where a node of one tree stands in another, by its names; -1 where it is not there. Loading a table's columns
 * moves every column after it and a fresh read may move all, so what is kept by node goes through this.
 */
export function nodeMover(from: SchemaTree, to: SchemaTree): (node: number) => number {
  const last = { table: -1, moved: -1, columnNamed: null as ((name: string) => number) | null };

  function schema(place: number): number {
    const name = schemaName(from, place);
    return schemaName(to, place) === name && to.schemas.label.length > place ? place : findSchema(to, name);
  }

  function table(place: number): number {
    const parent = from.tables.schema[place] ?? 0;
    const moved = schema(parent);
    if (moved < 0) return -1;
    const name = tableName(from, place);
    const [first, end] = tablesOf(to, moved);
    const guess = first + place - tablesOf(from, parent)[0];
    return guess < end && tableName(to, guess) === name ? guess : findTable(to, moved, name);
  }

  function column(place: number): number {
    const parent = tableOfColumn(from, place);
    if (last.table !== parent) {
      last.table = parent;
      last.moved = table(parent);
      last.columnNamed = null;
    }
    if (last.moved < 0) return -1;
    const name = columnName(from, place);
    const [first, end] = columnsOf(to, last.moved);
    const guess = first + place - columnsOf(from, parent)[0];
    if (guess < end && columnName(to, guess) === name) return guess;
    last.columnNamed ??= columnFinder(to, last.moved, end - first);
    return last.columnNamed(name);
  }

  return (node) => {
    const place = placeOf(from, node);
    const kind = kindOf(from, node);
    if (kind === "schema") return schema(place);
    const moved = kind === "table" ? table(place) : column(place);
    if (moved < 0) return -1;
    return kind === "table" ? tableNode(to, moved) : columnNode(to, moved);
  };
}

/** The same set in another tree, less what is not there. */
export function movedNodes(set: NodeSet, from: SchemaTree, to: SchemaTree): NodeSet {
  if (from === to || set.size === 0) return set;
  const move = nodeMover(from, to);
  function* moved() {
    for (const node of set) {
      const there = move(node);
      if (there >= 0) yield there;
    }
  }
  return NodeSet.of(moved());
}
