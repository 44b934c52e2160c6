import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rounds } from "@/lib/env";
import { buildTree } from "@/lib/model/schema/build-tree";
import { foundOf } from "@/lib/model/schema/found";
import { columnNode, nodeCount, tableNode } from "@/lib/model/schema/node-ids";
import { levelOf, parentNode } from "@/lib/model/schema/node-levels";
import { NodeSet } from "@/lib/model/schema/node-set";
import {
  nodeOfRow,
  nodesBetween,
  notedTable,
  parentRow,
  placeOfRow,
  rowOf,
} from "@/lib/model/schema/row-places";
import {
  columnsOf,
  type SchemaTree,
  schemaCount,
  tableCount,
  tablesOf,
} from "@/lib/model/schema/schema-tree";
import { hasChildren, lacksColumns, type VisibleRows, visibleRows } from "@/lib/model/schema/visible-rows";
import type { SchemaConfig } from "@/lib/model/schema-config";

vi.setConfig({ testTimeout: rounds(30_000, 1_200_000) });

const SETTINGS = { allowed: true };
const column = { name_in_destination: "", enabled: true, hashed: false, enabled_patch_settings: SETTINGS };

/** A tree whose schemas have these numbers of columns by table; negative for a table without columns config. */
function treeOf(shape: readonly (readonly number[])[], read: ReadonlySet<number> = new Set()): SchemaTree {
  const named = <T>(items: readonly T[], prefix: string, make: (item: T) => unknown) =>
    Object.fromEntries(items.map((item, at) => [`${prefix}${at}`, make(item)]));
  const tree = buildTree({
    schema_change_handling: "ALLOW_ALL",
    enable_new_by_default: true,
    schemas: named(shape, "s", (tables) => ({
      name_in_destination: "",
      enabled: true,
      tables: named(tables, "t", (columns) => ({
        name_in_destination: "",
        enabled: true,
        supports_columns_config: columns >= 0,
        supports_history_mode: false,
        enabled_patch_settings: SETTINGS,
        columns: named(Array.from({ length: Math.max(0, columns) }), "c", () => column),
      })),
    })),
  } as unknown as SchemaConfig);
  for (const table of read) tree.tables.columns_read_at[table] = 1;
  return tree;
}

const allRows = (tree: SchemaTree, rows: VisibleRows) =>
  Array.from({ length: rows.length }, (_, row) => nodeOfRow(tree, rows, row));

/** The same rows the plain way: walk the tree, keep what is shown. */
function plainRows(tree: SchemaTree, open: NodeSet, found: ReadonlySet<number> | null, closed: NodeSet) {
  const rows: number[] = [];
  const childrenOf = (node: number): number[] => {
    const nodes: number[] = [];
    for (let child = 0; child < nodeCount(tree); child++)
      if (parentNode(tree, child) === node) nodes.push(child);
    return nodes;
  };
  const hasMatch = (node: number): boolean =>
    childrenOf(node).some((child) => found?.has(child) || hasMatch(child));
  const whole = (node: number) => {
    rows.push(node);
    if (!open.has(node)) return;
    for (const child of childrenOf(node)) whole(child);
    const table = node - schemaCount(tree);
    if (levelOf(tree, node) === 2 && lacksColumns(tree, table)) rows.push(nodeCount(tree) + table);
  };
  const part = (node: number) => {
    if (!hasMatch(node)) {
      if (found?.has(node)) whole(node);
      return;
    }
    rows.push(node);
    if (!closed.has(node)) for (const child of childrenOf(node)) part(child);
  };
  for (const schema of childrenOf(-1)) found ? part(schema) : whole(schema);
  return rows;
}

const shapes = fc.array(fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 5 }), { maxLength: 4 });
const picks = fc.array(fc.nat({ max: 80 }), { maxLength: 30 });
const cases = fc.record({
  shape: shapes,
  open: picks,
  closed: picks,
  read: picks,
  found: fc.option(picks),
});
const options = { seed: 3, numRuns: rounds(300, 10_000) };

describe("visible rows", () => {
  test("are what a plain walk of the tree shows, searched or not", () => {
    fc.assert(
      fc.property(cases, ({ shape, open, closed, read, found }) => {
        const tree = treeOf(shape, new Set(read));
        const nodes = found?.filter((node) => node < nodeCount(tree)) ?? null;
        const rows = visibleRows(tree, NodeSet.of(open), nodes && foundOf(tree, nodes), NodeSet.of(closed));
        expect(allRows(tree, rows)).toEqual(
          plainRows(tree, NodeSet.of(open), nodes && new Set(nodes), NodeSet.of(closed)),
        );
      }),
      options,
    );
  });

  test("are found again by node, with their parents and their places among siblings", () => {
    fc.assert(
      fc.property(cases, ({ shape, open, closed, read, found }) => {
        const tree = treeOf(shape, new Set(read));
        const nodes = found?.filter((node) => node < nodeCount(tree)) ?? null;
        const rows = visibleRows(tree, NodeSet.of(open), nodes && foundOf(tree, nodes), NodeSet.of(closed));
        const shown = allRows(tree, rows);
        const parentOf = (node: number) =>
          notedTable(tree, node) >= 0 ? tableNode(tree, notedTable(tree, node)) : parentNode(tree, node);
        expect(nodeOfRow(tree, rows, shown.length)).toBe(-1);
        for (const [row, node] of shown.entries()) {
          expect([...nodesBetween(tree, rows, row, shown.length)]).toEqual(shown.slice(row));
          expect(rowOf(tree, rows, node)).toBe(row);
          expect(parentRow(tree, rows, row)).toBe(shown.indexOf(parentOf(node)));
          if (notedTable(tree, node) >= 0) continue;
          const siblings = shown.filter(
            (other) => notedTable(tree, other) < 0 && parentNode(tree, other) === parentNode(tree, node),
          );
          const { index, size } = placeOfRow(tree, rows, row);
          expect(siblings[index - 1]).toBe(node);
          if (size !== -1) expect(size).toBe(siblings.length);
          if (levelOf(tree, node) < 3) {
            const opened = rows.open[node] === 1;
            const next = shown[row + 1];
            expect(opened).toBe(next !== undefined && parentOf(next) === node);
            if (opened) expect(hasChildren(tree, node)).toBe(true);
          }
        }
        for (let node = 0; node < nodeCount(tree); node++)
          if (!shown.includes(node)) expect(rowOf(tree, rows, node)).toBe(-1);
      }),
      options,
    );
  });

  test("say under an open table what is not known of its columns, unless it has no columns config", () => {
    const tree = treeOf([[2, 0, -1]], new Set([1]));
    const all = NodeSet.of([0, 1, 2, 3]);
    const note = nodeCount(tree);
    expect(allRows(tree, visibleRows(tree, all))).toEqual([0, 1, 4, 5, note, 2, note + 1, 3]);
    tree.tables.columns_read_at[0] = 1;
    expect(allRows(tree, visibleRows(tree, all))).toEqual([0, 1, 4, 5, 2, note + 1, 3]);
  });

  test("say that nobody knows how many siblings a column has while its table is not read", () => {
    const tree = treeOf([[2]]);
    const rows = visibleRows(tree, NodeSet.of([0, 1]));
    expect(placeOfRow(tree, rows, 2)).toEqual({ index: 1, size: -1 });
    tree.tables.columns_read_at[0] = 1;
    expect(placeOfRow(tree, rows, 3)).toEqual({ index: 2, size: 2 });
  });

  test("of no schema are none", () => {
    expect(visibleRows(treeOf([]), NodeSet.empty).length).toBe(0);
  });

  test("of one table of 20,000 columns are all there", () => {
    const tree = treeOf([[20_000]], new Set([0]));
    const rows = visibleRows(tree, NodeSet.of([0, 1]));
    expect(rows.length).toBe(20_002);
    expect(rowOf(tree, rows, columnNode(tree, 19_999))).toBe(20_001);
    expect(columnsOf(tree, 0)).toEqual([0, 20_000]);
    expect(tablesOf(tree, 0)).toEqual([0, tableCount(tree)]);
  });
});
