import { describe, expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { type ReviewedChange, reviewFacts } from "@/lib/model/schema/review-facts";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { SchemaChangeHandling } from "@/lib/model/schema/schema-tree";

const config = sampleConfig({
  public: {
    orders: sampleTable({ columns: { email: sampleColumn(), note: sampleColumn({ hashed: true }) } }),
    old: sampleTable({ enabled: false, columns: { email: sampleColumn() } }),
    older: sampleTable({ enabled: false }),
  },
  archive: { a: sampleTable(), b: sampleTable({ enabled: false }) },
});

function facts(
  edit: (editor: SchemaEditor, at: (...path: [string, string?, string?]) => number[]) => void,
  rest: Partial<ReviewedChange> & { policy?: SchemaChangeHandling } = {},
) {
  const tree = buildTree({ ...config, schema_change_handling: rest.policy ?? "ALLOW_ALL" });
  const editor = new SchemaEditor(tree, "");
  edit(editor, (...path) => [editor.nodeOf(path)]);
  return reviewFacts({
    tree,
    changes: editor.changes(),
    destination: "warehouse",
    supports_table_resync: true,
    syncing: false,
    ...rest,
  });
}

describe("a table that starts", () => {
  test("is read in full, alone where the type re-syncs tables", () => {
    const { costs, unknown } = facts((editor, at) => editor.set(at("public", "old"), "enabled", true));
    expect(costs).toEqual(["1 historical sync. Fivetran reads all of public.old."]);
    expect(unknown).toEqual(["How many rows it has, and so how long that takes, is not known here."]);
  });

  test("brings the whole connection with it where the type does not, and no word of which where nobody knows", () => {
    const start = (editor: SchemaEditor, at: (...path: [string, string?]) => number[]) =>
      editor.set(at("public", "old"), "enabled", true);
    expect(facts(start, { supports_table_resync: false }).costs[0]).toMatch(
      /^A historical sync of the whole connection\./,
    );
    const open = facts(start, { supports_table_resync: null });
    expect(open.costs).toEqual(["A historical sync, to include public.old."]);
    expect(open.unknown[0]).toMatch(/^Whether this connector type re-syncs single tables is not known\./);
  });

  test("is none whose schema is off, and all that are on where the schema starts", () => {
    const off = facts((editor, at) => {
      editor.set(at("public"), "enabled", false);
      editor.set(at("public", "old"), "enabled", true);
    });
    expect(off.costs).toEqual(["1 table will stop syncing: public.orders."]);
  });
});

test("what hashing and un-hashing do to rows already loaded is said as not known", () => {
  const { costs, unknown } = facts((editor, at) => {
    editor.set(at("public", "orders", "email"), "hashed", true);
    editor.set(at("public", "orders", "note"), "hashed", false);
  });
  expect(costs).toEqual(["1 column will load in clear, from the next sync on."]);
  expect(unknown).toHaveLength(2);
  expect(unknown[1]).toMatch(/Expect them to keep their clear values until a re-sync\.$/);
});

test("a change in a table that does not sync is said to wait for that", () => {
  const { costs } = facts((editor, at) => editor.set(at("public", "old", "email"), "hashed", true));
  expect(costs).toEqual(["1 changed column is in tables that do not sync, and will count once they do."]);
});

test("leaving BLOCK_ALL tells of the columns it held back, and that going back does not", () => {
  const { costs, unknown } = facts((editor) => editor.setPolicy("ALLOW_COLUMNS"), { policy: "BLOCK_ALL" });
  expect(costs[1]).toBe("Columns that the policy held back will sync where their table does.");
  expect(unknown[0]).toBe("How many more there are is not known: the columns of 5 tables are not loaded.");
  expect(unknown[1]).toMatch(/^Going back to BLOCK_ALL does not hold them back again/);
});

test("a sync that runs is cancelled, and one that may run is not passed over", () => {
  const hash = (editor: SchemaEditor, at: (...path: [string, string, string]) => number[]) =>
    editor.set(at("public", "orders", "email"), "hashed", true);
  expect(facts(hash, { syncing: true }).costs).toEqual(["A sync is running. The edit cancels it."]);
  expect(facts(hash, { syncing: null }).unknown.at(-1)).toMatch(/If one is, the edit cancels it\.$/);
  expect(facts(hash).costs).toEqual([]);
});
