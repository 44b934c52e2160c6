import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { schemaCsvPieces } from "@/lib/model/schema/schema-csv";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";

const editor = new SchemaEditor(
  buildTree(
    sampleConfig({
      public: {
        users: sampleTable({ columns: { "=cmd": sampleColumn({ hashed: true }), "a,b": sampleColumn() } }),
        off: sampleTable({ enabled: false, columns: { id: sampleColumn() } }),
      },
    }),
  ),
  "hash",
);
const csv = (nodes: Iterable<number> | null) => [...schemaCsvPieces("shop", editor, nodes)].join("");

test("every item is a row with what it is once the draft is applied", () => {
  expect(csv(null)).toBe(
    [
      "\uFEFFConnection,Schema,Table,Column,Synced,Hashed",
      "shop,public,,,yes,",
      "shop,public,users,,yes,",
      'shop,public,users,"\'=cmd",yes,yes',
      'shop,public,users,"a,b",yes,no',
      "shop,public,off,,no,",
      "shop,public,off,id,no,no",
      "",
    ].join("\r\n"),
  );
});

test("only the items asked for, in the order of the tree", () => {
  const nodes = [editor.nodeOf(["public", "off", "id"]), editor.nodeOf(["public", "users"])];
  expect(csv(nodes).split("\r\n").slice(1)).toEqual([
    "shop,public,users,,yes,",
    "shop,public,off,id,no,no",
    "",
  ]);
});

test("a large schema comes in pieces that make one file", () => {
  const columns = Object.fromEntries(Array.from({ length: 45_000 }, (_, at) => [`c${at}`, sampleColumn()]));
  const large = new SchemaEditor(buildTree(sampleConfig({ s: { t: sampleTable({ columns }) } })), "hash");
  const pieces = [...schemaCsvPieces("shop", large, null)];
  expect(pieces).toHaveLength(4);
  const lines = pieces.join("").split("\r\n");
  expect(lines).toHaveLength(45_000 + 4);
  expect(lines.at(-2)).toBe("shop,s,t,c44999,yes,no");
  expect(lines.filter((line) => line.startsWith("\uFEFF"))).toHaveLength(1);
});
