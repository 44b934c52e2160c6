import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { DELETE as dropTemplate } from "@/app/api/connection-templates/[id]/route";
import { GET as listTemplates, POST as saveTemplate } from "@/app/api/connection-templates/route";
import { GET as carry } from "@/app/api/connections/[id]/schema/carry/route";
import { GET as catalogue } from "@/app/api/connector-types/route";
import { POST as create } from "@/app/api/setup-drafts/[id]/create/route";
import { POST as look } from "@/app/api/setup-drafts/[id]/look/route";
import { DELETE as drop, GET as read, PUT as save } from "@/app/api/setup-drafts/[id]/route";
import { POST as begin, GET as list } from "@/app/api/setup-drafts/route";
import { askRoute as ask } from "@/lib/auth/ask-route";
import type { ConnectorTypeRow, SetupDraft } from "@/lib/model/setup-draft";
import { startSandbox } from "@/lib/sandbox/server";
import { addTemplate, dropTemplate as dropStored } from "@/lib/store/connection-templates";
import { store } from "@/lib/store/db";
import { connectorTypes } from "@/lib/store/tables/connector-types";
import { holdStore, testStore } from "@/lib/store/test-store";
import { emptyMemory, memory } from "@/lib/sync/memory";
import { noValues, setupScene } from "@/lib/sync/setup/setup-scene";

holdStore(testStore);
const { account, open, faults } = setupScene(startSandbox);

const none = {};
const begun = async (beginning: object): Promise<SetupDraft> => (await ask(begin, none, beginning)).body;

test("the catalogue is every type by name, once; before the first sweep it says so", async () => {
  await open();
  const { status, headers, body } = await ask(catalogue, none);
  const rows = body as ConnectorTypeRow[];
  expect([status, rows.length]).toEqual([200, 773]);
  expect(rows.find(({ id }) => id === "postgres")).toMatchObject({
    name: "PostgreSQL",
    type: "Database",
    features: expect.arrayContaining(["API_CONFIGURABLE"]),
    link_to_docs: expect.stringContaining("postgres"),
  });
  const { compare } = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const names = rows.map(({ name }) => name);
  expect(names).toEqual(names.toSorted(compare));
  const etag = headers.get("etag") ?? "";
  const again = await catalogue(
    new Request("http://localhost/x", { headers: { host: "localhost", "if-none-match": etag } }),
    { params: Promise.resolve(none) },
  );
  expect(again.status).toBe(304);
  const { db } = await store();
  await db.delete(connectorTypes);
  Object.assign(memory(), { ...emptyMemory(), upstream_id: memory().upstream_id, lists_version: -1 });
  expect(await ask(catalogue, none)).toMatchObject({ status: 503, body: { code: "unavailable" } });
  Object.assign(memory(), { denied: ["connector types"] });
  expect(await ask(catalogue, none)).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("a draft begins, is saved without its secrets, continued, and removed", async () => {
  await open();
  const draft = await begun({ service: "postgres", group_id: "group_two" });
  expect(draft).toMatchObject({
    version: 1,
    step: "destination",
    values: { group_id: "group_two", authorise_by: "fields" },
    creation: { state: "not_sent" },
  });
  const at = { id: draft.id };
  const { values } = draft;
  Object.assign(values.settings.config, {
    host: "db.example.com",
    password: "canary-77",
    schema_prefix: "shop",
  });
  const body = { version: 1, step: "configuration", values, secrets: ["config.password", "canary-77"] };
  const saved = await ask(save, at, body, "PUT");
  expect(saved).toMatchObject({
    status: 200,
    body: { version: 2, secrets: ["config.password"], values: { settings: { config: { password: "" } } } },
  });
  expect(await ask(read, at)).toMatchObject({ body: { step: "configuration", version: 2 } });
  expect(await ask(list, none)).toMatchObject({
    body: [{ id: draft.id, service: "postgres", schema: "shop", group_id: "group_two" }],
  });
  expect(await ask(save, at, body, "PUT")).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await ask(save, at, { ...body, step: "nowhere" }, "PUT")).toMatchObject({
    status: 400,
    body: { field: "step" },
  });
  const { db } = await store();
  const { rows } = (await db.execute(sql`select setup_drafts::text as row from setup_drafts`)) as never as {
    rows: { row: string }[];
  };
  expect(rows[0]?.row).toContain("db.example.com");
  expect(rows[0]?.row).not.toContain("canary-77");
  expect(await ask(drop, at, {}, "DELETE")).toMatchObject({ status: 204 });
  expect(await ask(read, at)).toMatchObject({ status: 404, body: { code: "not_found" } });
});

test("a type, a connection or a template that is not there is said to be so", async () => {
  await open();
  for (const beginning of [{ service: "nonsense" }, { connection_id: "nonsense" }, { template_id: 99 }]) {
    expect(await ask(begin, none, beginning)).toMatchObject({ status: 404, body: { code: "not_found" } });
  }
  expect(await ask(begin, none, { service: "" })).toMatchObject({ status: 400 });
});

test("a clone has the settings, a free name, the schedule and the secrets to be typed again", async () => {
  const config = { schema_prefix: "shop", host: "db.example.com", port: 5433, password: "canary-12" };
  await open([
    { id: "shop_a", schema: "x", service: "postgres", config, sync_frequency: 60 },
    { id: "shop_b", schema: "shop_2", service: "stripe" },
    { id: "sheet", schema: "y", service: "google_sheets", config: { schema: "sheets", table: "orders_9" } },
  ]);
  const clone = await begun({ connection_id: "shop_a" });
  expect(clone).toMatchObject({
    service: "postgres",
    secrets: ["config.password"],
    source: { kind: "connection", connection_id: "shop_a", schema: "shop" },
    schema_from: "shop_a",
    values: {
      group_id: "group_one",
      settings: { config: { schema_prefix: "shop_3", host: "db.example.com", port: "5433", password: "" } },
      schedule: { schedule_type: "auto", sync_frequency: 60 },
    },
  });
  expect((await begun({ connection_id: "shop_a", group_id: "group_two" })).values).toMatchObject({
    group_id: "group_two",
    settings: { config: { schema_prefix: "shop" } },
  });
  expect((await begun({ connection_id: "sheet" })).values.settings.config).toMatchObject({
    schema: "sheets",
    table: "orders_10",
  });
});

test("a template has neither names nor secrets, and begins a draft for another destination", async () => {
  const config = { schema_prefix: "shop", host: "db.example.com", password: "canary-12" };
  await open([{ id: "shop_a", schema: "x", service: "postgres", config }]);
  const made = await ask(saveTemplate, none, { name: "Shops", connection_id: "shop_a" });
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: "Shops",
      service: "postgres",
      schema_from: "shop_a",
      values: {
        group_id: null,
        settings: { config: { schema_prefix: "", host: "db.example.com", password: "" } },
      },
    },
  });
  expect(await ask(saveTemplate, none, { name: "Shops", connection_id: "shop_a" })).toMatchObject({
    status: 409,
    body: { field: "name" },
  });
  expect(await ask(saveTemplate, none, { name: " ", connection_id: "shop_a" })).toMatchObject({
    status: 400,
    body: { field: "name" },
  });
  const draft = await begun({ template_id: made.body.id, group_id: "group_two" });
  expect(draft).toMatchObject({
    source: { kind: "template", name: "Shops" },
    schema_from: "shop_a",
    values: { group_id: "group_two", settings: { config: { host: "db.example.com", schema_prefix: "" } } },
  });
  const own = await ask(saveTemplate, none, { name: "Again", draft_id: draft.id });
  expect(own).toMatchObject({ status: 201, body: { schema_from: "shop_a" } });
  expect((await ask(listTemplates, none)).body.map((one: { name: string }) => one.name)).toEqual([
    "Again",
    "Shops",
  ]);
  expect(await ask(dropTemplate, { id: String(own.body.id) }, {}, "DELETE")).toMatchObject({ status: 204 });
  expect(await ask(dropTemplate, { id: "x" }, {}, "DELETE")).toMatchObject({ status: 400 });
});

test("a template is removed by its author or an admin", async () => {
  await open();
  const { id } = await addTemplate({
    name: "Theirs",
    service: "stripe",
    values: noValues(),
    schema_from: null,
    actor: "them",
  });
  await expect(dropStored(id, { id: "me", role: "operator" })).rejects.toMatchObject({ code: "forbidden" });
  await dropStored(id, { id: "me", role: "admin" });
  await expect(dropStored(id, { id: "me", role: "admin" })).rejects.toMatchObject({ code: "not_found" });
});

test("a draft is created by its own request, and says what came of it", async () => {
  await open();
  const draft = await begun({ service: "postgres" });
  const at = { id: draft.id };
  const request = {
    group_id: "group_one",
    service: "postgres",
    config: { schema_prefix: "fresh", host: "db.example.com", password: "canary-5" },
  };
  expect(await ask(create, at, { request: { ...request, group_id: 7 } })).toMatchObject({
    status: 400,
    body: { field: "group_id" },
  });
  await faults({ match: { operation: "create_connection" }, fault: { kind: "reset" }, times: 1 });
  expect(await ask(create, at, { request })).toMatchObject({
    status: 200,
    body: { creation: { state: "unknown" } },
  });
  expect(await ask(create, at, { request })).toMatchObject({ status: 409 });
  expect(await ask(look, at, {})).toMatchObject({ status: 200, body: { creation: { state: "unknown" } } });
  const made = await ask(create, at, { request, again: true });
  expect(made).toMatchObject({ status: 200, body: { creation: { state: "created" } } });
  expect(JSON.stringify(made.body)).not.toContain("canary");
  const requests = await account.requests();
  expect(requests.filter((it) => it === "POST /v1/connections")).toHaveLength(2);
});

test("the schema choices of a connection come over to one of its type", async () => {
  const ready = { succeeded_at: new Date().toISOString() };
  await open([
    { id: "shop_a", schema: "shop", ...ready },
    { id: "shop_b", schema: "shop_2", ...ready },
    { id: "code", schema: "code", service: "github", config: { schema: "code" }, ...ready },
  ]);
  const path = "/connections/shop_a/schemas";
  const { schemas } = (await account.elsewhere("GET", path)) as {
    schemas: Record<string, { tables: Record<string, { enabled: boolean }> }>;
  };
  const [schema = "", { tables } = { tables: {} }] = Object.entries(schemas)[0] ?? [];
  const table = Object.keys(tables).find((name) => tables[name]?.enabled) ?? "";
  await account.elsewhere("PATCH", path, {
    schema_change_handling: "ALLOW_COLUMNS",
    schemas: { [schema]: { tables: { [table]: { enabled: false } } } },
  });
  const carried = await ask(carry, { id: "shop_b" }, undefined, "GET", "?from=shop_a");
  expect(carried).toMatchObject({
    status: 200,
    body: {
      changes: {
        schema_change_handling: ["ALLOW_ALL", "ALLOW_COLUMNS"],
        schemas: [{ tables: [{ name: table, enabled: [true, false] }] }],
      },
      missing: 0,
    },
  });
  expect(await ask(carry, { id: "shop_b" }, undefined, "GET", "?from=code")).toMatchObject({
    status: 400,
    body: { field: "from" },
  });
  expect(await ask(carry, { id: "shop_b" }, undefined, "GET", "?from=none")).toMatchObject({ status: 404 });
});
