import { expect, test, vi } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { ApiError, noAnswer } from "@/lib/queries/api-error";
import { schemaDraftSaver } from "@/lib/queries/schema-draft-saver";

const tree = buildTree(
  sampleConfig({
    public: { people: sampleTable({ columns: { a: sampleColumn(), b: sampleColumn(), c: sampleColumn() } }) },
  }),
);

/** A server that keeps one draft, as the route does. */
function server() {
  let kept: SchemaDraft | null = null;
  let broken: ApiError | null = null;
  return {
    get kept() {
      return kept;
    },
    breakDown: (error: ApiError | null) => {
      broken = error;
    },
    read: async () => kept,
    save: async (draft: Omit<SchemaDraft, "saved_at">) => {
      if (broken) throw broken;
      if (draft.version !== (kept?.version ?? 0)) throw new ApiError("conflict", "Saved elsewhere.");
      kept = { ...draft, version: draft.version + 1, saved_at: 1_000 };
      return kept;
    },
  };
}

function tab(store: ReturnType<typeof server>) {
  const editor = new SchemaEditor(tree, "h", store.kept?.changes);
  const overlaps: number[] = [];
  const { saver, follow } = schemaDraftSaver(editor, store.kept, store, (count) => overlaps.push(count), 0);
  const hash = (column: string, on = true) =>
    editor.set([editor.nodeOf(["public", "people", column])], "hashed", on);
  const hashed = () =>
    ["a", "b", "c"].filter((name) => editor.isHashed(editor.nodeOf(["public", "people", name])));
  return {
    editor,
    saver,
    overlaps,
    hash,
    hashed,
    stop: follow(),
    take: () => store.kept && saver.take(store.kept),
  };
}

const saved = (one: ReturnType<typeof tab>) =>
  vi.waitFor(() => expect(one.saver.getSaving().state).toBe("saved"));

test("edits are saved, and taking all of them back is saved too", async () => {
  const store = server();
  const one = tab(store);
  one.hash("a");
  expect(one.saver.getSaving().state).toBe("saving");
  await saved(one);
  expect(store.kept?.version).toBe(1);
  one.editor.undo();
  await saved(one);
  await vi.waitFor(() => expect(store.kept?.changes.schemas).toEqual([]));
  one.stop();
});

test("what another tab saved is taken over, and edits of both are merged where both went on", async () => {
  const store = server();
  const one = tab(store);
  const two = tab(store);
  one.hash("a");
  await saved(one);
  two.take();
  expect(two.hashed()).toEqual(["a"]);
  one.hash("b");
  await saved(one);
  two.hash("c");
  await saved(two);
  expect(two.hashed()).toEqual(["a", "b", "c"]);
  await vi.waitFor(() => expect(store.kept?.version).toBe(3));
  one.take();
  expect(one.hashed()).toEqual(["a", "b", "c"]);
  expect([...one.overlaps, ...two.overlaps]).toEqual([]);
  one.stop();
  two.stop();
});

test("a save that fails says so, keeps the edits and succeeds at the next try", async () => {
  const store = server();
  const one = tab(store);
  store.breakDown(new ApiError("unavailable", "No answer."));
  one.hash("a");
  await vi.waitFor(() => expect(one.saver.getSaving()).toEqual({ state: "failed", reason: "No answer." }));
  expect(one.hashed()).toEqual(["a"]);
  store.breakDown(noAnswer("PUT"));
  void one.saver.flush();
  await vi.waitFor(() =>
    expect(one.saver.getSaving()).toEqual({ state: "failed", reason: "The console gave no usable answer." }),
  );
  store.breakDown(null);
  void one.saver.flush();
  await saved(one);
  expect(store.kept?.version).toBe(1);
  one.stop();
});

test("a save that failed and then finds another tab's draft brings both together", async () => {
  const store = server();
  const one = tab(store);
  const two = tab(store);
  store.breakDown(new ApiError("unavailable", "No answer."));
  one.hash("a");
  await vi.waitFor(() => expect(one.saver.getSaving().state).toBe("failed"));
  store.breakDown(null);
  two.hash("b");
  await saved(two);
  void one.saver.flush();
  await vi.waitFor(() => expect(store.kept?.version).toBe(2));
  expect(one.hashed()).toEqual(["a", "b"]);
  one.stop();
  two.stop();
});

test("a draft that the server emptied after an apply is emptied here too", async () => {
  const store = server();
  const one = tab(store);
  one.hash("a");
  await saved(one);
  one.saver.take({ version: 2, base_hash: "h", changes: { schemas: [] }, saved_at: 2_000 });
  expect(one.hashed()).toEqual([]);
  one.stop();
});

test("an answer from before the last save that comes late takes nothing away", async () => {
  const store = server();
  const one = tab(store);
  one.hash("a");
  await saved(one);
  const older = store.kept;
  one.hash("b");
  await vi.waitFor(() => expect(store.kept?.version).toBe(2));
  await saved(one);
  if (older) one.saver.take(older);
  expect(one.hashed()).toEqual(["a", "b"]);
  one.stop();
});

test("an edit that collides with what someone did elsewhere is stored until it is settled", async () => {
  const store = server();
  const policy = (schema_change_handling: "ALLOW_ALL" | "ALLOW_COLUMNS" | "BLOCK_ALL") => ({
    ...tree,
    schema_change_handling,
  });
  const one = tab(store);
  one.editor.setPolicy("BLOCK_ALL");
  one.hash("a");
  one.editor.rebase(policy("ALLOW_COLUMNS"), "h2", 0);
  expect(one.editor.conflicts).toMatchObject([
    { base: "ALLOW_ALL", mine: "BLOCK_ALL", theirs: "ALLOW_COLUMNS" },
  ]);
  await vi.waitFor(() => expect(store.kept?.base_hash).toBe("h2"));
  expect(store.kept?.changes.schema_change_handling).toEqual(["ALLOW_ALL", "BLOCK_ALL"]);
  const again = new SchemaEditor(policy("ALLOW_COLUMNS"), "h2", store.kept?.changes);
  expect(again.conflicts).toMatchObject([{ mine: "BLOCK_ALL", theirs: "ALLOW_COLUMNS" }]);
  expect(again.isHashed(again.nodeOf(["public", "people", "a"]))).toBe(true);

  one.editor.settle(one.editor.conflicts);
  await vi.waitFor(() => expect(store.kept?.changes.schema_change_handling).toBeUndefined());
  one.stop();
});
