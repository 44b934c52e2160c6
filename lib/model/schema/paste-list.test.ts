import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "@/lib/env";
import { buildTree } from "@/lib/model/schema/build-tree";
import { canBeNear, lettersOf, nameDistance } from "@/lib/model/schema/near-names";
import { pasteList } from "@/lib/model/schema/paste-list";
import { pastedNames } from "@/lib/model/schema/pasted-names";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { atOnce } from "@/lib/model/steps";

const editor = new SchemaEditor(
  buildTree(
    sampleConfig({
      public: {
        customers: sampleTable({ columns: { id: sampleColumn(), email: sampleColumn() } }),
        orders: sampleTable({}),
        Orders: sampleTable({}),
        "a.b": sampleTable({ columns: { id: sampleColumn() } }),
      },
      archive: { orders: sampleTable({}), order_items: sampleTable({}) },
    }),
  ),
  "h",
);
const read = (text: string) =>
  atOnce(pasteList(editor.tree, text)).map(({ name, nodes, near }) => ({
    name,
    nodes: nodes.map((node) => editor.pathOf(node).join("/")),
    near: near.map((node) => editor.pathOf(node).join("/")),
  }));
const nodes = (text: string) => read(text).flatMap((one) => one.nodes);

test("names come one a line, by commas, tabs or semicolons, quoted in any dialect, each once", () => {
  expect(pastedNames('a\r\n b , c;"d,e"\t`f`.[g h]\n\na\n"say ""hi"""\n\'x').map(({ name }) => name)).toEqual(
    ["a", "b", "c", "d,e", "f.g h", 'say "hi"', "'x"],
  );
});

test("a table, a path of two and one of three are found at their level", () => {
  expect(nodes("customers")).toEqual(["public/customers"]);
  expect(nodes("archive.orders")).toEqual(["archive/orders"]);
  expect(nodes("customers.email")).toEqual(["public/customers/email"]);
  expect(nodes("public.customers.id")).toEqual(["public/customers/id"]);
  expect(nodes("archive")).toEqual(["archive"]);
  expect(nodes("email")).toEqual(["public/customers/email"]);
});

test("a name with a dot in it is found with and without quotes", () => {
  expect(nodes("a.b")).toEqual(["public/a.b"]);
  expect(nodes('public."a.b".id')).toEqual(["public/a.b/id"]);
});

test("a name is matched as written, with case apart only where nothing is written so", () => {
  expect(nodes("public.Orders")).toEqual(["public/Orders"]);
  expect(nodes("ORDER_ITEMS")).toEqual(["archive/order_items"]);
  expect(nodes("orders")).toEqual(["public/orders", "archive/orders"]);
});

test("a miss names what may have been meant, and nothing that is far off", () => {
  expect(read("custmoers\norder-item\nzebra\npublic.customers.emial")).toEqual([
    { name: "custmoers", nodes: [], near: ["public/customers"] },
    { name: "order-item", nodes: [], near: ["archive/order_items"] },
    { name: "zebra", nodes: [], near: [] },
    { name: "public.customers.emial", nodes: [], near: ["public/customers/email"] },
  ]);
});

test("letters put in, left out, changed or swapped are counted", () => {
  expect(nameDistance("orders", "ordres", 3)).toBe(1);
  expect(nameDistance("orders", "order", 3)).toBe(1);
  expect(nameDistance("orders", "borders", 3)).toBe(1);
  expect(nameDistance("orders", "payments", 2)).toBe(3);
});

/** The same by the whole table of distances. */
function plainDistance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = cost;
    }
  return at(one.length, other.length);
}

test("a distance is that of the whole table of distances, as far as it is asked for", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
  fc.assert(
    fc.property(text, text, fc.nat({ max: 4 }), (one, other, most) => {
      const plain = plainDistance(one, other);
      expect(nameDistance(one, other, most)).toBe(Math.min(plain, most + 1));
      if (plain <= most) expect(canBeNear(lettersOf(one), lettersOf(other), most)).toBe(true);
    }),
    { seed: 5, numRuns: rounds(500, 10_000) },
  );
});

test("names whose letters rule it out are the only ones not compared", () => {
  const names = [
    "orders",
    "order_items",
    "ordres",
    "orderz",
    "xyz",
    "",
    "ab",
    "ba",
    "abcdefgh",
    "\u00e4\u00f6",
    "o1d2",
  ];
  for (const one of names)
    for (const other of names)
      for (const most of [0, 1, 2, 3])
        if (nameDistance(one, other, most) <= most)
          expect(canBeNear(lettersOf(one), lettersOf(other), most)).toBe(true);
  expect(canBeNear(lettersOf("orders"), lettersOf("xyz"), 2)).toBe(false);
});
