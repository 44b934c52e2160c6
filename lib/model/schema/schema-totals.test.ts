import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { columnCoverage } from "@/lib/model/schema/schema-totals";
import { columnsOfSelection } from "@/lib/model/schema/selected-columns";

const tree = buildTree(
  sampleConfig({
    public: {
      users: sampleTable({ columns: { id: sampleColumn() } }),
      orders: sampleTable(),
      "..": sampleTable(),
      dropped: sampleTable({ lock: ["DELETED"] }),
    },
  }),
);
tree.tables.columns_read_at[0] = 1;

test("tables whose columns can never be read are not among those still to be loaded", () => {
  expect(columnCoverage(tree)).toEqual({ loaded: 1, total: 2, unreadable: 2 });
});

test("of a selection they are said to be unknown, and not offered to be read", () => {
  const { columns, unloaded, readable } = columnsOfSelection(tree, NodeSet.of([0, tableNode(tree, 1)]));
  expect([...columns]).toEqual([columnNode(tree, 0)]);
  expect([unloaded, readable]).toEqual([[1, 2, 3], [1]]);
});
