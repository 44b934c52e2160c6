import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobScene, PATCH, PATH } from "@/lib/jobs/job-scene";
import { findColumn, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { HASHED, schemaName } from "@/lib/model/schema/schema-tree";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { listJobs } from "@/lib/store/jobs";
import { readDraft, saveDraft } from "@/lib/store/schema-drafts";
import { audit } from "@/lib/store/tables/audit";
import { onEachStore } from "@/lib/store/test-store";
import { listRevisions } from "@/lib/sync/schema/revisions";
import { readTableColumns } from "@/lib/sync/schema/table-columns";

onEachStore("an apply", () => {
  const { account, open, start, apply, sent, two, isOn, read, truth } = jobScene(startSandbox);

  test("an apply is one request, a revision, and out of the draft", async () => {
    await open();
    const { changes, schema, names } = two(await read());
    await saveDraft("shop_a", "local", { version: 0, base_hash: "", changes });
    const job = await apply(changes);
    expect(job).toMatchObject({
      state: "done",
      note: "2 changes applied: stop 2 tables.",
      done: 2,
      total: 2,
      result: { applied: { total: 2 }, left: { schemas: [] }, unknown: { schemas: [] }, revision: 1 },
    });
    expect(await sent()).toBe(1);
    const tree = await truth();
    expect(names.map((name) => isOn(tree, schema, name))).toEqual([false, false]);
    expect(await listRevisions("shop_a")).toMatchObject([
      { cause: "apply", actor: "local", why: "because", of: null, not_before: null, counts: { total: 2 } },
    ]);
    expect((await readDraft("shop_a", "local"))?.changes).toEqual({ schemas: [] });
    const { db } = await store();
    const rows = await db.select().from(audit).where(eq(audit.operation, PATCH));
    expect(rows).toMatchObject([{ outcome: "succeeded", actor: "local", request_id: "r1" }]);
    expect(await listJobs("shop_a")).toMatchObject([{ id: job.id, result: null }]);
  });

  test("an undo says which revision it takes back", async () => {
    await open();
    const { changes } = two(await read());
    await apply(changes);
    const back = structuredClone(changes);
    for (const table of back.schemas[0]?.tables ?? []) table.enabled = [false, true];
    expect(await apply(back, { cause: { undo: 1 } })).toMatchObject({
      state: "done",
      result: { revision: 2 },
    });
    expect((await listRevisions("shop_a"))[0]).toMatchObject({ cause: "undo", of: 1 });
  });

  test("what was set before is not set again", async () => {
    await open();
    const { changes, schema, names } = two(await read());
    await account.elsewhere("PATCH", PATH, {
      schemas: { [schema]: { tables: { [names[0]]: { enabled: false } } } },
    });
    expect(await apply(changes)).toMatchObject({
      state: "done",
      result: { applied: { total: 1 }, already: 1, revision: 2 },
    });
    expect((await listRevisions("shop_a")).map(({ cause }) => cause)).toEqual(["apply", "elsewhere"]);
    expect(await apply(changes)).toMatchObject({
      state: "done",
      note: "Fivetran had all of it already. Nothing was sent.",
      result: { revision: null, already: 2 },
    });
  });

  test("a conflict sends nothing and names what it is", async () => {
    await open();
    const { changes, schema, names } = two(await read());
    await account.elsewhere("PATCH", PATH, {
      schemas: { [schema]: { tables: { [names[0]]: { enabled: false } } } },
    });
    const wrong: SchemaChanges = {
      schemas: [
        {
          name: schema,
          tables: [...(changes.schemas[0]?.tables ?? []), { name: "nowhere", enabled: [true, false] }],
        },
      ],
    };
    const before = await sent();
    const job = await apply(wrong);
    expect(job).toMatchObject({
      state: "failed",
      note: expect.stringContaining("Nothing was sent"),
      result: { conflicts: [{ path: [schema, "nowhere"], why: "gone" }], already: 1 },
    });
    expect(job.result?.left).toEqual(wrong);
    expect(await sent()).toBe(before);
  });

  test("the policy goes to BLOCK_ALL and the columns are as meant, in one revision", async () => {
    await open();
    const { names, schema } = two(await read());
    const { columns } = await readTableColumns("shop_a", schema, names[0], "person");
    const free = columns.find((column) => column.lock === null)?.name ?? "";
    const changes: SchemaChanges = {
      schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
      schemas: [
        { name: schema, tables: [{ name: names[0], columns: [{ name: free, hashed: [false, true] }] }] },
      ],
    };
    expect(await apply(changes)).toMatchObject({ state: "done", result: { revision: 1 } });
    const tree = await truth();
    expect(tree.schema_change_handling).toBe("BLOCK_ALL");
    const table = findTable(tree, findSchema(tree, schema), names[0]);
    expect((tree.columns.flags[findColumn(tree, table, free)] ?? 0) & HASHED).toBe(HASHED);
    const back: SchemaChanges = { schema_change_handling: ["BLOCK_ALL", "ALLOW_ALL"], schemas: [] };
    await expect(
      start({ kind: "apply_schema", changes: back, why: "", confirmed: ["unblock"] }),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("everything new"),
    });
  });

  test("an undo back to BLOCK_ALL holds back again what the policy between let through", async () => {
    await open();
    const { schema, names } = two(await read());
    const policy = (from: "ALLOW_ALL" | "BLOCK_ALL", to: "ALLOW_ALL" | "BLOCK_ALL"): SchemaChanges => ({
      schema_change_handling: [from, to],
      schemas: [],
    });
    await account.elsewhere("PATCH", PATH, { schema_change_handling: "BLOCK_ALL" });
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_column", schema, table: names[0], column: "fresh" }],
    });
    await account.elsewhere("POST", `${PATH}/reload`, { exclude_mode: "PRESERVE" });
    const syncs = async () => {
      const { columns } = await readTableColumns("shop_a", schema, names[0], "person");
      return columns.find((column) => column.name === "fresh")?.enabled;
    };
    expect(await syncs()).toBe(false);
    await read();
    const opened = await apply(policy("BLOCK_ALL", "ALLOW_ALL"), { confirmed: ["unblock", "allow_all"] });
    expect(opened).toMatchObject({ state: "done" });
    expect(await syncs()).toBe(true);
    const before = await sent();
    const undone = await apply(policy("ALLOW_ALL", "BLOCK_ALL"), {
      cause: { undo: opened.result?.revision ?? 0 },
    });
    expect(undone).toMatchObject({ state: "done", result: { left: { schemas: [] } } });
    expect(await sent()).toBe(before + 2);
    expect(await syncs()).toBe(false);
    expect((await truth()).schema_change_handling).toBe("BLOCK_ALL");
  });

  test("names that are no names elsewhere reach Fivetran as they are", async () => {
    await open();
    const schema = schemaName(await read(), 0);
    const names = ["__proto__", "constructor"];
    await account.control("connections/shop_a/source", {
      changes: names.map((table) => ({ kind: "add_table", schema, table })),
    });
    await account.elsewhere("POST", `${PATH}/reload`, {});
    const tables = names.map((name) => ({ name, enabled: [true, false] as [boolean, boolean] }));
    expect(await apply({ schemas: [{ name: schema, tables }] })).toMatchObject({ state: "done" });
    const tree = await truth();
    expect(names.map((name) => isOn(tree, schema, name))).toEqual([false, false]);
  });
});
