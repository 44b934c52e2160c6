import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeTree } from "@/lib/model/schema/decode-tree";
import { findColumn, findSchema, findTable } from "@/lib/model/schema/find-place";
import {
  ENABLED,
  HASHED,
  isComplete,
  NEW,
  type SchemaTree,
  schemaName,
  tableCount,
  tableName,
} from "@/lib/model/schema/schema-tree";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { schemaConfigs } from "@/lib/store/tables/schema-configs";
import { onEachStore } from "@/lib/store/test-store";
import { hearEvents } from "@/lib/sync/hub";
import { identify } from "@/lib/sync/identify";
import { keepAnswer } from "@/lib/sync/schema/keep-answer";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { lookAtSchemaConfig, readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import { listRevisions, revisionByNumber } from "@/lib/sync/schema/revisions";
import { servedTree } from "@/lib/sync/schema/served-tree";
import { readTableColumns } from "@/lib/sync/schema/table-columns";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";

const shop = { id: "shop_a", schema: "shop", succeeded_at: new Date().toISOString() };
const PATH = "/connections/shop_a/schemas";

function placeOf(tree: SchemaTree, schema: string, table: string): number {
  return findTable(tree, findSchema(tree, schema), table);
}

onEachStore("a schema config", () => {
  const account = holdAccount(startSandbox);
  const open = async () => {
    await account.start([shop]);
    await identify(account.identity);
    await sweepNow("person", {});
  };
  const read = () => readSchemaConfig("shop_a", "person");
  const firstTable = (tree: SchemaTree) => [schemaName(tree, 0), tableName(tree, 0)] as const;
  const asked = async () => (await account.requests()).filter((it) => it === `GET /v1${PATH}`).length;

  test("is read once, kept, and served again without asking", async () => {
    await open();
    const first = await servedTree("shop_a", null);
    const tree = decodeTree(gunzipSync(await first.arrayBuffer()));
    expect(tableCount(tree)).toBeGreaterThan(3);
    const etag = first.headers.get("etag");
    const second = await servedTree("shop_a", etag);
    expect([second.status, second.headers.get("etag")]).toEqual([304, etag]);
    expect(await asked()).toBe(1);
    expect((await keptTree("shop_a"))?.hash).toBe(first.headers.get("x-schema-hash"));
  });

  test("a source that Fivetran never looked at has no schema yet, which is no error", async () => {
    await account.start([{ id: "shop_a", schema: "shop" }]);
    await identify(account.identity);
    await sweepNow("person", {});
    expect((await servedTree("shop_a", null)).status).toBe(204);
  });

  test("those who ask at once share one read", async () => {
    await open();
    const all = await Promise.all(Array.from({ length: 5 }, () => servedTree("shop_a", null)));
    expect(new Set(all.map((it) => it.headers.get("etag"))).size).toBe(1);
    expect(await asked()).toBe(1);
  });

  test("what someone did elsewhere becomes a revision, once, however many find it", async () => {
    await open();
    const { kept, revision } = await read();
    expect(revision).toBeNull();
    const [schema, table] = firstTable(kept.tree);
    const heard: string[] = [];
    const deaf = hearEvents((event) => event.type === "schema" && heard.push(event.connection_id));
    await account.elsewhere("PATCH", PATH, {
      schemas: { [schema]: { tables: { [table]: { enabled: false } } } },
    });
    await Promise.all([read(), read(), read()]);
    deaf();
    expect(heard).toContain("shop_a");
    const revisions = await listRevisions("shop_a");
    expect(revisions).toMatchObject([
      {
        number: 1,
        cause: "elsewhere",
        actor: null,
        not_before: kept.read_at,
        counts: { tables_disabled: 1 },
      },
    ]);
    expect((await revisionByNumber("shop_a", 1)).changes).toEqual({
      schemas: [{ name: schema, tables: [{ name: table, enabled: [true, false] }] }],
    });
    await expect(revisionByNumber("shop_a", 2)).rejects.toMatchObject({ code: "not_found" });
  });

  test("columns of a table are asked for, kept, and follow a later change of the config", async () => {
    await open();
    const { kept } = await read();
    const [schema, table] = firstTable(kept.tree);
    const place = placeOf(kept.tree, schema, table);
    expect(isComplete(kept.tree, place)).toBe(false);
    const { columns } = await readTableColumns("shop_a", schema, table, "person");
    const free = columns.find((column) => column.lock === null);
    expect(columns.length).toBeGreaterThan(2);
    const filled = await keptTree("shop_a");
    expect(filled && isComplete(filled.tree, place)).toBe(true);
    const name = free?.name ?? "";
    await account.elsewhere("PATCH", PATH, {
      schemas: { [schema]: { tables: { [table]: { columns: { [name]: { hashed: true } } } } } },
    });
    const { kept: after } = await read();
    expect(isComplete(after.tree, place)).toBe(true);
    const column = findColumn(after.tree, place, name);
    expect((after.tree.columns.flags[column] ?? 0) & HASHED).toBe(HASHED);
    expect((await listRevisions("shop_a"))[0]?.counts).toMatchObject({ total: 1, hashed: 1 });
  });

  test("a list of columns from before the config, or from during a write, does not speak against the config", async () => {
    await open();
    const { kept } = await read();
    const [schema, table] = firstTable(kept.tree);
    const place = placeOf(kept.tree, schema, table);
    const listed = await readTableColumns("shop_a", schema, table, "person");
    const name = listed.columns.find(({ lock, is_primary_key }) => !lock && !is_primary_key)?.name ?? "";
    const set = (enabled: boolean) =>
      account.elsewhere("PATCH", PATH, {
        schemas: { [schema]: { tables: { [table]: { columns: { [name]: { enabled } } } } } },
      });
    const isOn = async () => {
      const { tree } = (await keptTree("shop_a")) ?? kept;
      return ((tree.columns.flags[findColumn(tree, place, name)] ?? 0) & ENABLED) !== 0;
    };
    await set(false);
    const began = Date.now() - 1;
    await readTableColumns("shop_a", schema, table, "person");
    expect(await isOn()).toBe(false);
    await set(true);
    const answer = await lookAtSchemaConfig("shop_a", "person");
    await keepAnswer("shop_a", { ...answer, started_at: began }, "apply");
    expect(await isOn()).toBe(true);

    await set(false);
    await readTableColumns("shop_a", schema, table, "person");
    expect(await isOn()).toBe(false);
    await set(true);
    await read();
    expect(await isOn()).toBe(true);
  });

  test("a table that appeared is new", async () => {
    await open();
    const { kept } = await read();
    const [schema] = firstTable(kept.tree);
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_table", schema, table: "fresh" }],
    });
    await account.elsewhere("POST", `${PATH}/reload`, {});
    const { kept: after } = await read();
    expect((after.tree.tables.flags[placeOf(after.tree, schema, "fresh")] ?? 0) & NEW).toBe(NEW);
    expect((await listRevisions("shop_a"))[0]?.counts).toMatchObject({ appeared: 1 });
  });

  test.each([
    ["half a body", { kind: "half_body" }],
    ["an empty answer", { kind: "empty" }],
    ["a web page", { kind: "bad_gateway_html" }],
  ])("%s leaves what was kept", async (_, fault) => {
    await open();
    const { kept } = await read();
    await account.control("faults", { rules: [{ match: { operation: "connection_schema_config" }, fault }] });
    await expect(read()).rejects.toMatchObject({ code: "upstream" });
    expect((await keptTree("shop_a"))?.read_at).toBe(kept.read_at);
    expect(await listRevisions("shop_a")).toEqual([]);
  });

  test("what another version kept is read again", async () => {
    await open();
    const { kept } = await read();
    const { db } = await store();
    await db.update(schemaConfigs).set({ body: gzipSync("another form"), hash: "other" });
    expect(await keptTree("shop_a")).toBeNull();
    expect((await read()).kept.hash).toBe(kept.hash);
  });

  test("before the first sweep nothing is said to be missing", async () => {
    await account.start([shop]);
    await identify(account.identity);
    await expect(servedTree("shop_a", null)).rejects.toMatchObject({ code: "unavailable" });
    await sweepNow("person", {});
    expect((await servedTree("shop_a", null)).status).toBe(200);
  });

  test("a connection that is not there is said not to be", async () => {
    await open();
    await expect(servedTree("nobody", null)).rejects.toMatchObject({ code: "not_found" });
    await read();
    await expect(readTableColumns("shop_a", "nowhere", "none", "person")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
