import { nodeMover } from "@/lib/model/schema/moved-nodes";
import { columnNode, nodeCount, tableNode } from "@/lib/model/schema/node-ids";
import {
  columnsOf,
  type SchemaTree,
  schemaCount,
  tableCount,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

/** Nodes of a tree that were found, as marks: a list of a million would have to be made anew with each letter typed. */
export interface Found {
  tree: SchemaTree;
  /** By node: 1 where it is found. */
  marks: Uint8Array;
  /** By table place: how many of its columns are found. */
  column_counts: Uint32Array;
  schemas: number;
  tables: number;
  columns: number;
}

export const noneFound = (tree: SchemaTree): Found => ({
  tree,
  marks: new Uint8Array(nodeCount(tree)),
  column_counts: new Uint32Array(tableCount(tree)),
  schemas: 0,
  tables: 0,
  columns: 0,
});

export const foundCount = ({ schemas, tables, columns }: Found): number => schemas + tables + columns;

/** Puts marks on these nodes of a tree. */
export function foundOf(tree: SchemaTree, nodes: Iterable<number>): Found {
  const found = noneFound(tree);
  for (const node of nodes) found.marks[node] = 1;
  const { marks } = found;
  found.schemas = markedIn(marks, 0, schemaCount(tree));
  found.tables = markedIn(marks, tableNode(tree, 0), columnNode(tree, 0));
  for (let table = 0; table < tableCount(tree); table++) {
    const [from, to] = columnsOf(tree, table);
    const count = markedIn(marks, columnNode(tree, from), columnNode(tree, to));
    found.column_counts[table] = count;
    found.columns += count;
  }
  return found;
}

function markedIn(marks: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let node = from; node < to; node++) count += marks[node] ?? 0;
  return count;
}

/** All of them in the order of the tree: each schema, its tables, each with its columns. */
export function foundNodes(found: Found): Uint32Array {
  const { tree, marks } = found;
  const nodes = new Uint32Array(foundCount(found));
  let length = 0;
  for (let schema = 0; schema < schemaCount(tree); schema++) {
    if (marks[schema]) nodes[length++] = schema;
    const [first, end] = tablesOf(tree, schema);
    for (let table = first; table < end; table++) {
      const node = tableNode(tree, table);
      if (marks[node]) nodes[length++] = node;
      if (!found.column_counts[table]) continue;
      const [from, to] = columnsOf(tree, table);
      for (let at = columnNode(tree, from); at < columnNode(tree, to); at++)
        if (marks[at]) nodes[length++] = at;
    }
  }
  return nodes;
}

/** The same nodes in another tree, by their names, less what is not there. */
export function movedFound(found: Found, to: SchemaTree): Found {
  if (found.tree === to) return found;
  const move = nodeMover(found.tree, to);
  return foundOf(
    to,
    Array.from(foundNodes(found), move).filter((node) => node >= 0),
  );
}
