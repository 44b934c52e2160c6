import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { SchemaConfig } from "@/lib/model/schema-config";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const HOUR = 3_600_000;
let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await testSandbox({ quota: "off" });
});
afterEach(() => sandbox.close());

const idOf = async (schema: string): Promise<string> => {
  const { items } = await sandbox.data<{ items: Connection[] }>("GET", `/connections?schema=${schema}`);
  if (!items[0]) throw new Error(`No connection ${schema}.`);
  return items[0].id;
};
const read = (id: string) => sandbox.data<Connection>("GET", `/connections/${id}`);
const post = (id: string, action: string, body?: unknown) =>
  sandbox.call("POST", `/connections/${id}/${action}`, body);
const patch = (id: string, body: object) =>
  sandbox.data<Connection>("PATCH", `/connections/${id}`, { run_setup_tests: false, ...body });
const end = (id: string, body: object) => sandbox.control("POST", `/connections/${id}/end-sync`, body);

describe("sync", () => {
  test("starts one, names the id, and leaves a running one alone unless forced", async () => {
    const id = await idOf("salesforce");
    const told = await post(id, "sync", {});
    expect(told).toMatchObject({
      status: 200,
      body: { code: "Success", message: expect.stringContaining(id) },
    });
    const running = sandbox.core.world.connection(id).running;
    sandbox.pass(5000);
    await post(id, "sync");
    expect(sandbox.core.world.connection(id).running).toBe(running);
    await post(id, "sync", { force: true });
    expect(sandbox.core.world.connection(id).running?.started_at).toBe((running?.started_at ?? 0) + 5000);
  });

  test("runs to its end without being asked again and moves succeeded_at", async () => {
    const id = await idOf("salesforce");
    const before = await read(id);
    await post(id, "force");
    expect((await read(id)).status.sync_state).toBe("syncing");
    sandbox.pass(10 * 60_000);
    const after = await read(id);
    expect(after.status.sync_state).toBe("scheduled");
    expect(Date.parse(after.succeeded_at ?? "")).toBeGreaterThan(Date.parse(before.succeeded_at ?? ""));
  });

  test("of a paused connection is taken and leaves it paused", async () => {
    const id = await idOf("mailchimp_news");
    expect((await post(id, "sync", { force: true })).status).toBe(200);
    expect((await read(id)).status.sync_state).toBe("paused");
    sandbox.pass(HOUR);
    expect((await read(id)).status.sync_state).toBe("paused");
  });

  test("is cut short by a pause, and resuming makes up for the missed start", async () => {
    const id = await idOf("hubspot");
    const before = await read(id);
    expect(before.status.sync_state).toBe("syncing");
    expect((await patch(id, { paused: true })).status.sync_state).toBe("paused");
    sandbox.pass(24 * HOUR);
    expect((await read(id)).succeeded_at).toBe(before.succeeded_at);
    expect((await read(id)).failed_at).toBe(before.failed_at);
    await patch(id, { paused: false });
    expect((await read(id)).status.sync_state).toBe("syncing");
  });
});

describe("a broken source", () => {
  test("fails every sync until it is mended and one goes well", async () => {
    const id = await idOf("accounts_service");
    await sandbox.control("POST", `/connections/${id}/source`, { faults: ["credentials_wrong"] });
    sandbox.pass(10 * 60_000);
    const first = await read(id);
    expect(first.status).toMatchObject({ setup_state: "broken", tasks: [{ code: "reconnect" }] });
    sandbox.pass(10 * 60_000);
    const second = await read(id);
    expect(Date.parse(second.failed_at ?? "")).toBeGreaterThan(Date.parse(first.failed_at ?? ""));
    expect(second.succeeded_at).toBe(first.succeeded_at);
    await sandbox.control("POST", `/connections/${id}/source`, { mend: true });
    expect((await read(id)).status.setup_state).toBe("broken");
    sandbox.pass(10 * 60_000);
    expect((await read(id)).status).toMatchObject({ setup_state: "connected", tasks: [] });
  });

  test("with a changed host key is seen by the tests, approved, and recovers by a sync", async () => {
    const id = await idOf("billing_prod");
    const run = async () =>
      (
        await sandbox.data<{ setup_tests: { status: string; details: unknown }[] }>(
          "POST",
          `/connections/${id}/test`,
          {},
        )
      ).setup_tests;
    const failed = (await run()).find(({ status }) => status === "FAILED");
    const { hash, public_key } = (failed ?? { details: {} }).details as { hash: string; public_key: string };
    const approved = await post(id, "fingerprints", { hash, public_key });
    expect(approved).toMatchObject({ status: 201, body: { data: { hash, public_key } } });
    const { id: key } = approved.body.data as { id: string };
    for (const name of [key, hash]) {
      const path = `/connections/${id}/fingerprints/${encodeURIComponent(name)}`;
      expect(await sandbox.data("GET", path)).toMatchObject({ id: key });
    }
    expect((await run()).some(({ status }) => status === "FAILED")).toBe(false);
    expect((await read(id)).status.setup_state).toBe("broken");
    await post(id, "sync");
    sandbox.pass(10 * 60_000);
    expect((await read(id)).status.setup_state).toBe("connected");
  });

  test("with a changed certificate is approved by any of the chain it shows", async () => {
    const id = await idOf("inventory_service");
    const { setup_tests } = await sandbox.data<{ setup_tests: { status: string; details: unknown }[] }>(
      "POST",
      `/connections/${id}/test`,
      {},
    );
    const chain = setup_tests.find(({ status }) => status === "FAILED")?.details as Record<string, string>[];
    const { hash, encoded_cert } = chain[0] ?? {};
    expect((await post(id, "certificates", { hash, encoded_cert })).status).toBe(201);
    await post(id, "sync");
    sandbox.pass(10 * 60_000);
    expect((await read(id)).status.setup_state).toBe("connected");
  });

  test("trusted at the test, it is approved without details", async () => {
    const id = await idOf("billing_prod");
    const told = await post(id, "test", { trust_fingerprints: true });
    const { setup_tests } = told.body.data as { setup_tests: object[] };
    expect(setup_tests.some((row) => "details" in row)).toBe(false);
    const { items } = await sandbox.data<{ items: unknown[] }>("GET", `/connections/${id}/fingerprints`);
    expect(items).toHaveLength(2);
  });
});

test("the setup tests want a body", async () => {
  expect(await post(await idOf("salesforce"), "test")).toMatchObject({
    status: 400,
    body: { code: "InvalidInput" },
  });
});

describe("a rescheduled sync", () => {
  test("is retried at its time", async () => {
    const id = await idOf("accounts_service");
    await post(id, "sync");
    await end(id, { outcome: "rescheduled", rescheduled_for: Date.UTC(2026, 2, 10, 13) });
    expect((await read(id)).status).toMatchObject({
      sync_state: "rescheduled",
      rescheduled_for: expect.stringMatching(/^2026-03-10T13:00:00/),
    });
    sandbox.pass(HOUR + 1000);
    expect((await read(id)).status).toMatchObject({ sync_state: "syncing", rescheduled_for: null });
  });

  test("of a manual schedule waits for a person", async () => {
    const id = await idOf("ops_base");
    sandbox.pass(24 * HOUR);
    expect((await read(id)).status.sync_state).toBe("rescheduled");
    await post(id, "sync");
    expect((await read(id)).status.sync_state).toBe("syncing");
  });
});

test("control ends a sync as told, and only one that runs", async () => {
  const id = await idOf("hubspot");
  await end(id, { outcome: "failed", task: { message: "The token was revoked." } });
  expect((await read(id)).status).toMatchObject({
    setup_state: "broken",
    tasks: [{ code: "reconnect", message: "The token was revoked." }],
  });
  expect((await end(id, { outcome: "succeeded" })).status).toBe(409);
});

describe("re-sync", () => {
  test("of everything is historical, at once or after the running sync", async () => {
    const id = await idOf("salesforce");
    expect((await post(id, "resync")).status).toBe(200);
    expect((await read(id)).status).toMatchObject({ sync_state: "syncing", is_historical_sync: true });
    const busy = await idOf("hubspot");
    await post(busy, "resync", { scope: null });
    const ends = sandbox.core.world.connection(busy).running?.ends_at ?? 0;
    sandbox.pass(ends - sandbox.core.clock.now() - 1);
    expect(sandbox.core.world.connection(busy).running?.historical).toBe(false);
    sandbox.pass(1);
    expect(sandbox.core.world.connection(busy).running).toMatchObject({ started_at: ends, historical: true });
  });

  test("of a paused connection waits for its resume", async () => {
    const id = await idOf("mailchimp_news");
    expect((await post(id, "resync", {})).status).toBe(200);
    expect((await read(id)).status).toMatchObject({ sync_state: "paused", is_historical_sync: true });
    expect((await patch(id, { paused: false })).paused).toBe(false);
    expect((await read(id)).status).toMatchObject({ sync_state: "syncing", is_historical_sync: true });
  });

  test("is_historical_sync starts one now, in the place of a running one", async () => {
    const id = await idOf("hubspot");
    const before = sandbox.core.world.connection(id).running?.started_at ?? 0;
    expect((await patch(id, { is_historical_sync: true })).status).toMatchObject({
      sync_state: "syncing",
      is_historical_sync: true,
    });
    expect(sandbox.core.world.connection(id).running?.started_at).toBeGreaterThan(before);
  });

  test("of tables takes known names of a type that can, in three spellings", async () => {
    const id = await idOf("shop_prod");
    const { schemas } = await sandbox.data<SchemaConfig>("GET", `/connections/${id}/schemas`);
    const [schema = "", { tables } = { tables: {} }] = Object.entries(schemas)[0] ?? [];
    const table = Object.keys(tables)[0] ?? "";
    expect((await post(id, "resync", { scope: { [schema]: [table] } })).status).toBe(200);
    expect((await post(id, "schemas/tables/resync", { [schema]: [table] })).status).toBe(200);
    const one = `schemas/${encodeURIComponent(schema)}/tables/${encodeURIComponent(table)}/resync`;
    expect((await post(id, one)).status).toBe(200);
    expect((await read(id)).status.warnings).toMatchObject([{ code: "resync_table_warning" }]);
    expect((await post(id, "resync", { scope: { [schema]: ["no such"] } })).status).toBe(404);
  });

  test.each([{}, { public: [] }, { public: "users" }])("of the scope %j is 400", async (scope) => {
    const id = await idOf("shop_prod");
    expect((await post(id, "resync", { scope })).body.code).toBe("InvalidInput");
    expect((await post(id, "schemas/tables/resync", scope)).status).toBe(400);
  });

  test("of tables is 400 for a type that cannot", async () => {
    const id = await idOf("fx.rates");
    const told = await post(id, "resync", { scope: { fx: ["rates"] } });
    expect(told).toMatchObject({ status: 400, body: { code: "InvalidInput" } });
  });
});

test("a connection blocked on capture only looks at its source until it is told ready", async () => {
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  const config = { schema: "captured", api_key: "k" };
  const body = { group_id: items[0]?.id, service: "stripe", paused: true, config };
  const { id } = await sandbox.data<Connection>("POST", "/connections", body);
  expect((await patch(id, { schema_status: "blocked_on_capture" })).status.schema_status).toBe(
    "blocked_on_capture",
  );
  expect((await patch(id, { paused: false })).status.sync_state).toBe("syncing");
  sandbox.pass(24 * HOUR);
  expect(await read(id)).toMatchObject({
    succeeded_at: null,
    status: { sync_state: "scheduled", is_historical_sync: true, schema_status: "blocked_on_capture" },
  });
  expect((await sandbox.call("GET", `/connections/${id}/schemas`)).status).toBe(200);
  expect((await patch(id, { schema_status: "ready" })).status.schema_status).toBe("ready");
  expect((await read(id)).status.sync_state).toBe("syncing");
  sandbox.pass(2 * HOUR);
  expect(await read(id)).toMatchObject({
    succeeded_at: expect.any(String),
    status: { is_historical_sync: false },
  });
});

describe("state", () => {
  test("is kept for functions, refused while syncing and for other types", async () => {
    const id = await idOf("pricing_feed");
    const path = `/connections/${id}/state`;
    expect(await sandbox.data("PATCH", path, { state: { cursor: "9" } })).toEqual({ state: { cursor: "9" } });
    expect(await sandbox.data("GET", path)).toEqual({ state: { cursor: "9" } });
    await post(id, "sync");
    expect(await sandbox.call("GET", path)).toMatchObject({ status: 409, body: { code: "Conflict" } });
    const other = `/connections/${await idOf("shop_prod")}/state`;
    expect(await sandbox.call("GET", other)).toMatchObject({
      status: 405,
      body: { code: "MethodNotAllowed" },
    });
    const none = `/connections/${await idOf("weather_sdk")}/state`;
    expect(await sandbox.call("GET", none)).toMatchObject({ status: 400, body: { code: "InvalidInput" } });
  });
});

test("groups come and go, but not while they hold connections", async () => {
  const { id } = await sandbox.data<{ id: string }>("POST", "/groups", { name: "Fresh_Group" });
  expect((await sandbox.call("POST", "/groups", { name: "Fresh_Group" })).status).toBe(409);
  expect(await sandbox.data("PATCH", `/groups/${id}`, { name: "Renamed" })).toMatchObject({
    name: "Renamed",
  });
  const body = { group_id: id, service: "stripe", config: { schema: "s" }, run_setup_tests: false };
  const connection = await sandbox.data<{ id: string }>("POST", "/connections", body);
  expect(await sandbox.call("DELETE", `/groups/${id}`)).toMatchObject({
    status: 409,
    body: { code: "Conflict" },
  });
  await sandbox.data("DELETE", `/connections/${connection.id}`);
  const told = await sandbox.call("DELETE", `/groups/${id}`);
  expect(told).toMatchObject({ status: 200, body: { message: expect.stringContaining(id) } });
  expect((await sandbox.call("GET", `/groups/${id}`)).body.code).toBe("NotFound_Group");
});

describe("the sync history", () => {
  const WEEK = 168 * HOUR;
  const history = (id: string, from: number, to: number) => {
    const text = (at: number) => encodeURIComponent(new Date(at).toISOString());
    const query = `start_time=${text(from)}&end_time=${text(to)}&limit=1000`;
    return sandbox.call("GET", `/connections/${id}/sync-history?${query}`);
  };

  test("tells each sync once, with the id that its webhooks have, and a running one without an end", async () => {
    const id = await idOf("accounts_service");
    const now = sandbox.core.world.now();
    const before = (await history(id, now - WEEK, now)).body.data as { items: unknown[] };
    await post(id, "sync", { force: true });
    sandbox.pass(1000);
    const { items } = (await history(id, now - WEEK + 5000, now + 5000)).body.data as {
      items: { sync_id: string; start_time: string; end_time: string | null; status?: string }[];
    };
    expect(items.length).toBeGreaterThan(before.items.length);
    expect(new Set(items.map((item) => item.sync_id)).size).toBe(items.length);
    expect(items.at(-1)).toMatchObject({ end_time: null });
    await end(id, { outcome: "failed", task: { message: "The token was revoked." } });
    const after = (await history(id, now - 1000, now + 5000)).body.data as { items: unknown[] };
    expect(after.items.at(-1)).toMatchObject({ status: "FAILURE", reason: "The token was revoked." });
  });

  test("a window of more than seven days is refused", async () => {
    const id = await idOf("salesforce");
    const now = sandbox.core.world.now();
    expect((await history(id, now - WEEK - 1000, now)).status).toBe(400);
    expect((await history(id, now, now - HOUR)).status).toBe(400);
    expect((await sandbox.call("GET", `/connections/${id}/sync-history`)).status).toBe(200);
  });
});
