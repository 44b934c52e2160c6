import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { movedNodes, nodeMover } from "@/lib/model/schema/moved-nodes";
import { columnNode, nodeCount, tableNode } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import type { SchemaConfig } from "@/lib/model/schema-config";

/** By schema, then by table: the names of its columns. */
type Names = [schema: string, tables: [table: string, columns: string[]][]][];

function treeOf(names: Names): SchemaTree {
  const settings = { allowed: true };
  const config = {
    schema_change_handling: "ALLOW_ALL",
    schemas: Object.fromEntries(
      names.map(([schema, tables]) => [
        schema,
        {
          name_in_destination: schema,
          enabled: true,
          tables: Object.fromEntries(
            tables.map(([table, columns]) => [
              table,
              {
                name_in_destination: table,
                enabled: true,
                enabled_patch_settings: settings,
                supports_columns_config: true,
                columns: Object.fromEntries(
                  columns.map((name) => [
                    name,
                    {
                      name_in_destination: name,
                      enabled: true,
                      hashed: false,
                      enabled_patch_settings: settings,
                    },
                  ]),
                ),
              },
            ]),
          ),
        },
      ]),
    ),
  };
  return buildTree(config as unknown as SchemaConfig);
}

const BEFORE: Names = [
  [
    "app",
    [
      ["orders", ["b", "d"]],
      ["__proto__", ["constructor", ""]],
    ],
  ],
  ["audit", [["orders", ["b"]]]],
];

test("a table's columns that arrive move every column behind it, and each is found again by its names", () => {
  const from = treeOf(BEFORE);
  const to = treeOf([
    [
      "app",
      [
        ["orders", ["a", "b", "c", "d"]],
        ["__proto__", ["constructor", ""]],
      ],
    ],
    ["audit", [["orders", ["b"]]]],
  ]);
  const move = nodeMover(from, to);
  expect([0, 1, 2, 3, 4].map(move)).toEqual([0, 1, 2, 3, 4]);
  expect([0, 1, 2, 3, 4].map((column) => move(columnNode(from, column)))).toEqual(
    [1, 3, 4, 5, 6].map((column) => columnNode(to, column)),
  );
});

test("what is gone from a fresh read is left out, and what stands elsewhere is followed", () => {
  const from = treeOf(BEFORE);
  const to = treeOf([
    [
      "audit",
      [
        ["new", ["b"]],
        ["orders", ["z", "b"]],
      ],
    ],
    ["app", [["__proto__", [""]]]],
  ]);
  const every = NodeSet.of(Array.from({ length: nodeCount(from) }, (_, node) => node));
  expect([...movedNodes(every, from, to)]).toEqual([
    0,
    1,
    tableNode(to, 1),
    tableNode(to, 2),
    columnNode(to, 2),
    columnNode(to, 3),
  ]);
  expect(nodeMover(from, to)(columnNode(from, 0))).toBe(-1);
});

test("stays the same set in the same tree", () => {
  const tree = treeOf(BEFORE);
  const set = NodeSet.of([1, 5]);
  expect(movedNodes(set, tree, tree)).toBe(set);
});
