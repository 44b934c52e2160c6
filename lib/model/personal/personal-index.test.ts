import { expect, test } from "vitest";
import { detectPersonal } from "@/lib/model/personal/detect-personal";
import { personalIndex } from "@/lib/model/personal/personal-index";
import { NO_LISTS } from "@/lib/model/personal/personal-lists";
import { buildTree } from "@/lib/model/schema/build-tree";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { columnCount, columnName, columnsOf, tableCount, tableName } from "@/lib/model/schema/schema-tree";

const NAMES = ["email", "name", "city", "email_id", "code", "__proto__", "v.email", "first_name"];
const columns = () => Object.fromEntries(NAMES.map((name) => [name, sampleColumn()]));
const tree = buildTree(
  sampleConfig({
    a: { customers: sampleTable({ columns: columns() }), products: sampleTable({ columns: columns() }) },
    b: { customers: sampleTable({ columns: columns() }) },
  }),
);

test.each([
  ["no lists", NO_LISTS],
  [
    "lists",
    {
      add: [
        { pattern: "customers.code", category: "national_id" as const },
        { pattern: "v.email", category: "email" as const },
      ],
      ignore: ["*.name", "products.*"],
    },
  ],
])("says of every column of a tree what the detectors say, with %s", (_, lists) => {
  const index = personalIndex(tree, lists);
  let seen = 0;
  for (let table = 0; table < tableCount(tree); table++)
    for (let column = columnsOf(tree, table)[0]; column < columnsOf(tree, table)[1]; column++, seen++) {
      const label = tree.columns.label[column] ?? 0;
      const expected = detectPersonal(columnName(tree, column), tableName(tree, table), lists);
      expect(index.of(label, table)).toEqual(expected);
      expect(index.has(label, table)).toBe(expected !== null);
    }
  expect(seen).toBe(columnCount(tree));
});

test("names are read ahead in slices until all are read, and say the same then", () => {
  const index = personalIndex(tree);
  while (!index.readFor(1));
  expect(index.readFor(0)).toBe(true);
  expect(index.has(tree.columns.label[0] ?? 0, 0)).toBe(
    personalIndex(tree).has(tree.columns.label[0] ?? 0, 0),
  );
});
