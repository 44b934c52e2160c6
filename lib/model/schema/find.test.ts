import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { find } from "@/lib/model/schema/find";
import { parseQuery } from "@/lib/model/schema/find-query";
import { foundNodes } from "@/lib/model/schema/found";
import { markNames, matchesGlob, regexesOf, testKey } from "@/lib/model/schema/name-marks";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";

const editor = new SchemaEditor(
  buildTree(
    sampleConfig({
      public: {
        customers: sampleTable({
          columns: { id: sampleColumn(), Email: sampleColumn(), mail: sampleColumn() },
        }),
        orders_tmp: sampleTable({ columns: { email: sampleColumn(), customer_id: sampleColumn() } }),
        "a.b": sampleTable({ columns: { "x.y": sampleColumn() } }),
        __proto__x: sampleTable(),
      },
      archive: { customers: sampleTable({ columns: { email: sampleColumn({ enabled: false }) } }) },
    }),
  ),
  "hash",
);

function ask(text: string, filter: Parameters<typeof find>[2] = null) {
  const query = parseQuery(text);
  if ("error" in query) throw new Error(query.error);
  const names = new Map(
    regexesOf(query).map((it) => [testKey(it), markNames(editor.tree.labels.names, it)] as const),
  );
  return find(editor, query, filter, null, names);
}
const paths = (text: string, filter: Parameters<typeof find>[2] = null) =>
  Array.from(foundNodes(ask(text, filter)), (node) => editor.pathOf(node).join("/"));

test("a text is part of a name of any level, case apart, in the order of the tree", () => {
  expect(paths("CUSTOMER")).toEqual([
    "public/customers",
    "public/orders_tmp/customer_id",
    "archive/customers",
  ]);
  expect(paths("email")).toEqual([
    "public/customers/Email",
    "public/orders_tmp/email",
    "archive/customers/email",
  ]);
  expect(paths("no such")).toEqual([]);
});

test("what is found is counted by level", () => {
  expect(ask("c")).toMatchObject({ schemas: 2, tables: 2, columns: 1 });
});

test("a path of two is schema and table or table and column, of three all levels", () => {
  expect(paths("public.customers")).toEqual(["public/customers"]);
  expect(paths("customers.mail")).toEqual([
    "public/customers/Email",
    "public/customers/mail",
    "archive/customers/email",
  ]);
  expect(paths("archive.customers.email")).toEqual(["archive/customers/email"]);
  expect(paths("public.")).toContain("public/a.b");
});

test("names with dots are found by themselves and in a path", () => {
  expect(paths("a.b")).toEqual(["public/a.b"]);
  expect(paths("public.a.b")).toEqual(["public/a.b"]);
  expect(paths("x.y")).toEqual(["public/a.b/x.y"]);
  expect(paths("a.b.x.y")).toEqual(["public/a.b/x.y"]);
  expect(paths("public.a.b.x.y")).toEqual(["public/a.b/x.y"]);
  expect(paths("a.b.c.d.e.f.g.h")).toEqual([]);
});

test("a glob is for whole names, alone or in a path", () => {
  expect(paths("*mail")).toHaveLength(4);
  expect(paths("mail*")).toEqual(["public/customers/mail"]);
  expect(paths("?mail")).toHaveLength(3);
  expect(paths("public.*_tmp")).toEqual(["public/orders_tmp"]);
  expect(paths("a*e.?????????")).toEqual(["archive/customers"]);
});

test("a glob matches as the same regular expression does", () => {
  const names = ["", "a", "ab", "aab", "abab", "b", "ba", "a.b", "\u{1F600}b"];
  for (const glob of ["*", "?", "a*", "*b", "a?b", "*a*b", "a**b", "?*b", "", "ab", "*ab*ab"]) {
    const source = glob.replaceAll(".", "\\.").replaceAll("*", ".*").replaceAll("?", ".");
    const same = new RegExp(`^${source}$`, "u");
    expect(names.filter((name) => matchesGlob(name, glob))).toEqual(names.filter((name) => same.test(name)));
  }
  expect(matchesGlob("a".repeat(5000), `${"*a".repeat(50)}*b`)).toBe(false);
});

test("an expression sees one name at a time, with its case unless told", () => {
  expect(paths("/^email$/")).toEqual(["public/orders_tmp/email", "archive/customers/email"]);
  expect(paths("/^email$/i")).toHaveLength(3);
  expect(paths("customers./e?mail/i")).toHaveLength(3);
  expect(paths("/^pub/./^orders/./id$/")).toEqual(["public/orders_tmp/customer_id"]);
  expect(paths("/^[.a-b]+$/")).toEqual(["public/a.b"]);
  expect(paths("/a\\.b/")).toEqual(["public/a.b"]);
});

test("an expression that is none says so; slashes in a name are no expression", () => {
  expect(parseQuery("/(/")).toEqual({ error: expect.stringMatching(/^This is not a regular expression/) });
  expect(parseQuery("/a/g")).toEqual({ error: "After the second slash only i and u can stand." });
  expect(parseQuery("/a")).toMatchObject({ paths: [[{ kind: "text", text: "/a" }]] });
  expect(parseQuery("a/b/c")).toMatchObject({ paths: [[{ kind: "text", text: "a/b/c" }]] });
  expect(parseQuery("/a[/]b/")).toMatchObject({ paths: [[{ kind: "regex", source: "a[/]b" }]] });
});

test("a filter and a query combine", () => {
  expect(paths("email", "disabled")).toEqual(["archive/customers/email"]);
  expect(paths("customers", "enabled")).toEqual(["public/customers", "archive/customers"]);
});
