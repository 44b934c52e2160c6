import { describe, expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { withColumns } from "@/lib/model/schema/with-columns";

const config = () =>
  sampleConfig({
    public: {
      orders: sampleTable({
        sync_mode: "SOFT_DELETE",
        columns: {
          id: sampleColumn({
            lock: ["SYSTEM_COLUMN", "It is part of the primary key."],
            is_primary_key: true,
          }),
          email: sampleColumn({ hashed: true }),
          note: sampleColumn({ enabled: false }),
        },
      }),
      gone: sampleTable({ lock: ["DELETED"], columns: { x: sampleColumn() } }),
      plain: sampleTable({ supports_columns_config: false, supports_history_mode: false, sync_mode: "LIVE" }),
    },
    __proto: { t: sampleTable({ enabled: false }) },
  });

const edit = () => new SchemaEditor(buildTree(config()), "h");
const at = (editor: SchemaEditor, ...path: [string, string?, string?]) => {
  const node = editor.nodeOf(path);
  if (node < 0) throw new Error(`No ${path.join(".")}.`);
  return node;
};

test("an edit shows, is told by name, and editing back to what is there takes it away", () => {
  const editor = edit();
  const email = at(editor, "public", "orders", "email");
  expect(editor.set([email], "hashed", false)).toEqual({ changed: 1, already: 0, locked: 0, unsupported: 0 });
  expect(editor.isHashed(email)).toBe(false);
  expect(editor.isChanged(email)).toBe(true);
  expect(editor.changedBelow(at(editor, "public"))).toBe(1);
  expect(editor.changes()).toEqual({
    schemas: [
      {
        name: "public",
        tables: [{ name: "orders", columns: [{ name: "email", hashed: [true, false] }] }],
      },
    ],
  });
  editor.set([email], "hashed", true);
  expect(editor.changes()).toEqual({ schemas: [] });
  expect(editor.counts().total).toBe(0);
});

test("what is locked, deleted or has no such field is left and counted", () => {
  const editor = edit();
  const nodes = [
    at(editor, "public", "orders", "id"),
    at(editor, "public", "gone"),
    at(editor, "public", "gone", "x"),
    at(editor, "public", "orders", "email"),
    at(editor, "public"),
  ];
  expect(editor.set(nodes, "enabled", false)).toEqual({ changed: 2, already: 0, locked: 3, unsupported: 0 });
  expect(editor.set(nodes, "hashed", true)).toEqual({ changed: 0, already: 1, locked: 2, unsupported: 2 });
  expect(editor.set([at(editor, "public", "plain")], "sync_mode", "HISTORY").unsupported).toBe(1);
  expect(editor.set([at(editor, "public", "orders")], "sync_mode", "HISTORY").changed).toBe(1);
  expect(editor.modeOf(at(editor, "public", "orders"))).toBe("HISTORY");
});

test("each set is one step; undo, redo and discard go back and forth", () => {
  const editor = edit();
  const states: SchemaChanges[] = [editor.changes()];
  const then = (act: () => void) => {
    act();
    states.push(editor.changes());
  };
  then(() => editor.set([at(editor, "public", "orders"), at(editor, "public", "plain")], "enabled", false));
  then(() => editor.set([at(editor, "public", "orders", "note")], "enabled", true));
  then(() => editor.setPolicy("BLOCK_ALL"));
  then(() => editor.discard());
  expect(states.at(-1)).toEqual({ schemas: [] });
  for (const state of states.toReversed().slice(1)) {
    editor.undo();
    expect(editor.changes()).toEqual(state);
  }
  expect(editor.canUndo).toBe(false);
  for (const state of states.slice(1)) {
    editor.redo();
    expect(editor.changes()).toEqual(state);
  }
  expect(editor.canRedo).toBe(false);
});

describe("a column's full list", () => {
  const answer = {
    schema: "public",
    table: "orders",
    read_at: 5_000,
    columns: ["a", "email", "id", "z"].map((name) => ({
      name,
      name_in_destination: name,
      enabled: true,
      hashed: name === "email",
      is_primary_key: name === "id",
      lock: null,
      is_new: false,
    })),
  };

  test("keeps the edits and the steps with their columns", () => {
    const editor = edit();
    editor.set([at(editor, "public", "orders", "email")], "hashed", false);
    editor.set([at(editor, "public", "gone")], "enabled", false);
    const changes = editor.changes();
    editor.withColumns(answer);
    expect(editor.changes()).toEqual(changes);
    expect(editor.share(at(editor, "public", "orders"))).toEqual({ on: 4, total: 5, hashed: 0, known: true });
    editor.undo();
    expect(editor.changes()).toEqual({ schemas: [] });
    expect(editor.share(at(editor, "public", "orders")).hashed).toBe(1);
  });

  test("outlasts a tree that was on its way meanwhile, until one comes that has it", () => {
    const editor = edit();
    const without = { on: 2, total: 3, hashed: 1, known: false };
    const orders = () => editor.share(at(editor, "public", "orders"));
    editor.rebase(buildTree(config()), "h", 9_000);
    expect(orders()).toEqual(without);
    editor.withColumns(answer);
    for (const read_at of [1_000, 9_000]) {
      editor.rebase(buildTree(config()), "h", read_at);
      expect(orders()).toMatchObject({ total: 5, known: true });
      expect(editor.isEnabled(at(editor, "public", "orders", "note"))).toBe(false);
    }
    const later = withColumns(buildTree(config()), { ...answer, read_at: 6_000, columns: [] });
    editor.rebase(later, "h", 9_000);
    editor.rebase(buildTree(config()), "h", 9_000);
    expect(orders()).toEqual(without);
  });

  test("brings edits of columns that were not known to their place", () => {
    const changes: SchemaChanges = {
      schemas: [
        { name: "public", tables: [{ name: "orders", columns: [{ name: "z", enabled: [true, false] }] }] },
      ],
    };
    const editor = new SchemaEditor(buildTree(config()), "h", changes);
    expect(editor.conflicts).toEqual([]);
    expect(editor.changes()).toEqual(changes);
    expect(editor.counts().columns_disabled).toBe(1);
    editor.withColumns(answer);
    expect(editor.isEnabled(at(editor, "public", "orders", "z"))).toBe(false);
    expect(editor.changes()).toEqual(changes);
    expect(editor.counts().columns_disabled).toBe(1);
  });
});

test("an edit of a column that its full list shows as locked or gone becomes a conflict, also after undo and redo", () => {
  const editor = edit();
  editor.set([at(editor, "public", "orders", "email")], "hashed", false);
  editor.withColumns({
    schema: "public",
    table: "orders",
    read_at: 5_000,
    columns: [
      {
        name: "email",
        name_in_destination: "column",
        enabled: true,
        hashed: true,
        is_primary_key: false,
        lock: { code: "DELETED", reason: "" },
        is_new: false,
      },
    ],
  });
  expect(editor.conflicts).toMatchObject([{ path: ["public", "orders", "email"], why: "locked" }]);
  editor.undo();
  editor.redo();
  expect(editor.changes()).toEqual({ schemas: [] });
});

test("what is on is told apart from what takes effect", () => {
  const editor = edit();
  const email = at(editor, "public", "orders", "email");
  editor.set([at(editor, "public")], "enabled", false);
  expect([editor.isEnabled(email), editor.isEffective(email)]).toEqual([true, false]);
});

test("listeners hear each change once, and nothing where nothing changed", () => {
  const editor = edit();
  let heard = 0;
  const stop = editor.subscribe(() => {
    heard += 1;
  });
  editor.set([at(editor, "public", "orders", "email")], "hashed", true);
  expect(heard).toBe(0);
  editor.set(
    [at(editor, "public", "orders", "email"), at(editor, "public", "orders", "note")],
    "hashed",
    false,
  );
  expect(heard).toBe(1);
  stop();
  editor.undo();
  expect(heard).toBe(1);
});
