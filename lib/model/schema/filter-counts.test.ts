import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { FILTERS, type PersonalMarks } from "@/lib/model/schema/filter-bits";
import { FilterCounter } from "@/lib/model/schema/filter-counts";
import { find } from "@/lib/model/schema/find";
import { foundNodes } from "@/lib/model/schema/found";
import { nodeCount } from "@/lib/model/schema/node-ids";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { NEW, STORED } from "@/lib/model/schema/schema-tree";

function sample(): SchemaEditor {
  const tree = buildTree(
    sampleConfig({
      public: {
        users: sampleTable({
          columns: {
            id: sampleColumn({ is_primary_key: true, lock: ["SYSTEM_COLUMN"] }),
            email: sampleColumn(),
            phone: sampleColumn({ hashed: true }),
            gone: sampleColumn({ enabled: false, lock: ["DELETED"] }),
          },
        }),
        off: sampleTable({ enabled: false, columns: { email: sampleColumn() } }),
        dropped: sampleTable({ lock: ["DELETED"], columns: { email: sampleColumn() } }),
      },
    }),
  );
  tree.tables.flags[1] = (tree.tables.flags[1] ?? 0) | NEW;
  for (const follows of [1, 2, 4, 5])
    tree.columns.flags[follows] = (tree.columns.flags[follows] ?? 0) & ~STORED;
  return new SchemaEditor(tree, "hash");
}

const personal = (editor: SchemaEditor): PersonalMarks => ({
  has: (label) => ["email", "phone"].includes(editor.tree.labels.names[label] ?? ""),
});

function filterCounts(editor: SchemaEditor, marks: PersonalMarks | null) {
  const counter = new FilterCounter(editor, marks);
  while (!counter.countFor(0));
  return counter.counts();
}

function passes(editor: SchemaEditor, filter: (typeof FILTERS)[number]): string[] {
  return Array.from(foundNodes(find(editor, null, filter, personal(editor))), (node) =>
    editor.pathOf(node).join("/"),
  );
}

test("each filter shows what it says, those above an item considered", () => {
  const editor = sample();
  expect(passes(editor, "enabled")).toEqual([
    "public",
    "public/users",
    "public/users/id",
    "public/users/email",
    "public/users/phone",
    "public/dropped",
    "public/dropped/email",
  ]);
  expect(passes(editor, "disabled")).toEqual(["public/users/gone", "public/off", "public/off/email"]);
  expect(passes(editor, "hashed")).toEqual(["public/users/phone"]);
  expect(passes(editor, "key")).toEqual(["public/users/id"]);
  expect(passes(editor, "new")).toEqual(["public/off"]);
  expect(passes(editor, "deleted")).toEqual(["public/users/gone", "public/dropped", "public/dropped/email"]);
  expect(passes(editor, "locked")).toEqual([
    "public/users/id",
    "public/users/gone",
    "public/dropped",
    "public/dropped/email",
  ]);
  expect(passes(editor, "changed")).toEqual([]);
});

test("personal is what looks so, syncs, is not hashed and still comes, and none while it is not known", () => {
  const editor = sample();
  expect(passes(editor, "personal")).toEqual(["public/users/email"]);
  expect(filterCounts(editor, null).personal).toBe(0);
  editor.set([editor.nodeOf(["public", "users", "email"])], "hashed", true);
  editor.set([editor.nodeOf(["public", "users", "phone"])], "hashed", false);
  editor.set([editor.nodeOf(["public", "off"])], "enabled", true);
  expect(passes(editor, "personal")).toEqual(["public/users/phone", "public/off/email"]);
});

test("counts are those of the filters and of every item by itself, with any draft", () => {
  const editor = sample();
  const drafts = [
    () => {},
    () => editor.set([editor.nodeOf(["public", "users", "email"])], "hashed", true),
    () => editor.setPolicy("BLOCK_ALL"),
    () => editor.set([editor.nodeOf(["public", "off"])], "enabled", true),
    () => editor.set([editor.nodeOf(["public", "users", "email"])], "enabled", false),
    () => editor.set([editor.nodeOf(["public"])], "enabled", false),
  ];
  for (const draft of drafts) {
    draft();
    const counts = filterCounts(editor, personal(editor));
    for (const filter of FILTERS)
      expect([filter, counts[filter]]).toEqual([filter, passes(editor, filter).length]);
    const nodes = Array.from({ length: nodeCount(editor.tree) }, (_, node) => node);
    expect(counts.enabled).toBe(nodes.filter((node) => editor.isEffective(node)).length);
    expect(counts.disabled).toBe(nodes.length - counts.enabled);
    expect(counts.changed).toBe(nodes.filter((node) => editor.isChanged(node)).length);
    expect(counts.hashed).toBe(nodes.filter((node) => editor.isHashed(node)).length);
    expect(counts.locked).toBe(nodes.filter((node) => editor.lockOf(node)).length);
    expect(counts.key).toBe(nodes.filter((node) => editor.isKey(node)).length);
  }
});
