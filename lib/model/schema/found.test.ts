import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { foundCount, foundNodes, foundOf, movedFound } from "@/lib/model/schema/found";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { columnName, type SchemaTree } from "@/lib/model/schema/schema-tree";

const treeOf = (tables: Record<string, string[]>): SchemaTree =>
  buildTree(
    sampleConfig({
      public: Object.fromEntries(
        Object.entries(tables).map(([table, columns]) => [
          table,
          sampleTable({ columns: Object.fromEntries(columns.map((name) => [name, sampleColumn()])) }),
        ]),
      ),
    }),
  );

test("nodes come in the order of the tree, however they were given, and are counted by level", () => {
  const tree = treeOf({ users: ["id", "email"], orders: ["id"] });
  const found = foundOf(tree, [5, 2, 4, 0]);
  expect(found).toMatchObject({ schemas: 1, tables: 1, columns: 2 });
  expect(foundCount(found)).toBe(4);
  expect([...found.column_counts]).toEqual([1, 1]);
  expect([...foundNodes(found)]).toEqual([0, 4, 2, 5]);
});

test("they follow their names into another tree, and are gone where those are", () => {
  const before = treeOf({ users: ["id", "email"], orders: ["id"] });
  const after = treeOf({ orders: ["id", "total"], users: ["phone", "email"] });
  const found = movedFound(foundOf(before, [1, 3, 4, 5]), after);
  expect(found).toMatchObject({ schemas: 0, tables: 1, columns: 2 });
  expect([...foundNodes(found)].slice(0, 1).map((node) => columnName(after, node - 3))).toEqual(["id"]);
  expect(movedFound(found, after)).toBe(found);
});
