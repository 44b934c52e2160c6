import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { keepOnly } from "@/lib/model/schema/keep-only";
import { NodeSet } from "@/lib/model/schema/node-set";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOfSelection } from "@/lib/model/schema/selected-columns";

const edit = () =>
  new SchemaEditor(
    buildTree(
      sampleConfig({
        public: {
          orders: sampleTable({ columns: { a: sampleColumn(), b: sampleColumn(), c: sampleColumn() } }),
          customers: sampleTable({}),
          system: sampleTable({ lock: ["SYSTEM_TABLE"] }),
          off: sampleTable({ enabled: false }),
        },
        other: { events: sampleTable({}) },
      }),
    ),
    "h",
  );
const nodes = (editor: SchemaEditor, ...paths: string[]) =>
  NodeSet.of(paths.map((path) => editor.nodeOf(path.split(".") as [string])));

test("keeping only some tables turns every other table of the connection off, and locked ones are told", () => {
  const editor = edit();
  const plan = keepOnly(editor, nodes(editor, "public.orders", "public.off"));
  expect(plan.off).toEqual({ schemas: 0, tables: 2, columns: 0 });
  expect(plan.on).toEqual({ schemas: 0, tables: 1, columns: 0 });
  expect(plan.locked).toBe(1);
  editor.setAll(plan.edits);
  const on = ["public.orders", "public.customers", "public.system", "public.off", "other.events"].filter(
    (path) => editor.isEnabled(editor.nodeOf(path.split(".") as [string])),
  );
  expect(on).toEqual(["public.orders", "public.system", "public.off"]);
  editor.undo();
  expect(editor.counts().total).toBe(0);
});

test("keeping only some columns leaves other tables alone and names the tables that were not loaded", () => {
  const editor = edit();
  const plan = keepOnly(editor, nodes(editor, "public.orders.b"));
  expect(plan.off).toEqual({ schemas: 0, tables: 0, columns: 2 });
  expect(plan.unloaded).toEqual([0]);
});

test("keeping a schema keeps its tables, also beside tables of another", () => {
  const editor = edit();
  const plan = keepOnly(editor, nodes(editor, "public", "other.events"));
  expect(plan.off).toEqual({ schemas: 0, tables: 0, columns: 0 });
});

test("a selected table stands for its columns, and says where they are not all known", () => {
  const editor = edit();
  const { columns, unloaded } = columnsOfSelection(
    editor.tree,
    nodes(editor, "public.orders", "public.orders.a", "other"),
  );
  expect(columns.size).toBe(3);
  expect(unloaded).toHaveLength(2);
});
