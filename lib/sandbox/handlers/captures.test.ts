import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let sandbox: TestSandbox;
let group_id: string;
let made = 0;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 1 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
});
afterAll(() => sandbox.close());

const create = (service = "stripe", settings: object = { api_key: "k" }, more: object = {}) => {
  made += 1;
  const key = service === "postgres" ? "schema_prefix" : "schema";
  const config = { [key]: `capture_${made}`, ...settings };
  return sandbox.data<Connection>("POST", "/connections", {
    group_id,
    service,
    paused: true,
    config,
    ...more,
  });
};
const read = (id: string) => sandbox.data<Connection>("GET", `/connections/${id}`);
const patch = (id: string, body: object) =>
  sandbox.data<Connection>("PATCH", `/connections/${id}`, { run_setup_tests: false, ...body });
const schemas = (id: string) => sandbox.call("GET", `/connections/${id}/schemas`);

describe("a schema captured before the first sync", () => {
  test("is there after a sync that loads nothing; what is chosen then holds for the first that loads", async () => {
    const { id } = await create();
    expect((await patch(id, { schema_status: "blocked_on_capture" })).status).toMatchObject({
      schema_status: "blocked_on_capture",
      sync_state: "paused",
      setup_state: "connected",
    });
    sandbox.pass(HOUR);
    expect((await schemas(id)).body.code).toBe("NotFound_SchemaConfig");

    expect((await patch(id, { paused: false })).status.sync_state).toBe("syncing");
    sandbox.pass(10_000);
    expect((await read(id)).status.sync_state).toBe("syncing");
    expect((await schemas(id)).status).toBe(404);
    sandbox.pass(50_000);
    expect(await read(id)).toMatchObject({
      succeeded_at: null,
      failed_at: null,
      status: { sync_state: "scheduled", schema_status: "blocked_on_capture", is_historical_sync: true },
    });

    const config = (await schemas(id)).body.data as SchemaConfig;
    const [schema = "", found] = Object.entries(config.schemas)[0] ?? [];
    const [hashed = "", excluded = ""] = Object.entries(found?.tables ?? {})
      .filter(([, it]) => it.enabled_patch_settings.allowed)
      .map(([name]) => name);
    const { columns } = await sandbox.data<TableColumns>(
      "GET",
      `/connections/${id}/schemas/${schema}/tables/${hashed}/columns`,
    );
    const free = Object.entries(columns).find(([, it]) => it.enabled_patch_settings.allowed)?.[0] ?? "";
    const chosen = {
      [hashed]: { columns: { [free]: { enabled: true, hashed: true } } },
      [excluded]: { enabled: false },
    };
    await sandbox.data("PATCH", `/connections/${id}/schemas`, { schemas: { [schema]: { tables: chosen } } });
    sandbox.pass(48 * HOUR);
    expect(await read(id)).toMatchObject({ succeeded_at: null, status: { sync_state: "scheduled" } });

    const started = await patch(id, { schema_status: "ready" });
    expect(started.status).toMatchObject({ schema_status: "ready", sync_state: "syncing" });
    sandbox.pass(2 * HOUR);
    expect(await read(id)).toMatchObject({
      succeeded_at: expect.any(String),
      status: { schema_status: "ready", is_historical_sync: false },
    });
    const after = (await schemas(id)).body.data as SchemaConfig;
    expect(after.schemas[schema]?.tables).toMatchObject(chosen);
  });

  test("starts its first sync on resume where it was told ready while paused", async () => {
    const { id } = await create();
    await patch(id, { schema_status: "blocked_on_capture", paused: false });
    sandbox.pass(MINUTE);
    await patch(id, { paused: true, schema_status: "ready" });
    sandbox.pass(5 * HOUR);
    expect(await read(id)).toMatchObject({ succeeded_at: null, status: { sync_state: "paused" } });
    expect((await patch(id, { paused: false })).status.sync_state).toBe("syncing");
  });

  test("told ready while the capture runs, it loads only afterwards", async () => {
    const { id } = await create();
    await patch(id, { schema_status: "blocked_on_capture", paused: false });
    await patch(id, { schema_status: "ready" });
    sandbox.pass(MINUTE);
    expect(await read(id)).toMatchObject({ succeeded_at: null, status: { sync_state: "syncing" } });
    sandbox.pass(2 * HOUR);
    expect((await read(id)).succeeded_at).not.toBeNull();
  });

  test("told to block while it loads, the sync ends and a capture takes its place", async () => {
    const { id } = await create("stripe", { api_key: "k" }, { paused: false });
    expect((await read(id)).status.sync_state).toBe("syncing");
    await patch(id, { schema_status: "blocked_on_capture" });
    sandbox.pass(24 * HOUR);
    expect(await read(id)).toMatchObject({ succeeded_at: null, status: { sync_state: "scheduled" } });
    expect((await schemas(id)).status).toBe(200);
  });

  test("fails like a sync where the source cannot be read, and is asked for again", async () => {
    const { id } = await create();
    await sandbox.control("POST", `/connections/${id}/source`, { faults: ["api_down"] });
    await patch(id, { schema_status: "blocked_on_capture", paused: false });
    sandbox.pass(MINUTE);
    expect(await read(id)).toMatchObject({
      failed_at: expect.any(String),
      status: { setup_state: "broken" },
    });
    expect((await schemas(id)).status).toBe(404);
    await sandbox.control("POST", `/connections/${id}/source`, { mend: true });
    await sandbox.data("POST", `/connections/${id}/sync`, { force: false });
    sandbox.pass(MINUTE);
    expect(await read(id)).toMatchObject({ succeeded_at: null, status: { setup_state: "connected" } });
    expect((await schemas(id)).status).toBe(200);
  });

  test("applies what was described before the first look", async () => {
    const { id } = await create();
    const body = { schema_change_handling: "BLOCK_ALL", schemas: {} };
    await sandbox.data("POST", `/connections/${id}/schemas`, body);
    await patch(id, { schema_status: "blocked_on_capture", paused: false });
    sandbox.pass(MINUTE);
    const config = (await schemas(id)).body.data as SchemaConfig;
    expect(config.schema_change_handling).toBe("BLOCK_ALL");
    expect(Object.values(config.schemas).some(({ enabled }) => enabled)).toBe(false);
  });
});

test("a database has its schema read by a reload, so that its schema_status is nobody's to set", async () => {
  const config = { host: "h.example.com", port: 5432, user: "u", password: "p", database: "d" };
  const { id } = await create("postgres", config);
  for (const schema_status of ["blocked_on_capture", "ready"]) {
    const told = await sandbox.call("PATCH", `/connections/${id}`, { schema_status, sync_frequency: 5 });
    expect(told).toMatchObject({
      status: 400,
      body: { code: "InvalidInput", message: expect.stringContaining("Field 'schema_status'") },
    });
  }
  expect((await read(id)).sync_frequency).toBe(360);
});

test("nothing is reloaded before the setup tests have passed, whatever they would say now", async () => {
  const config = { host: "h.example.com", port: 5432, user: "u", password: "p", database: "d" };
  const { id } = await create("postgres", config, { run_setup_tests: false });
  const reload = () => sandbox.call("POST", `/connections/${id}/schemas/reload`, {});
  expect(await reload()).toMatchObject({
    status: 409,
    body: { code: "Conflict", message: expect.stringContaining("setup tests have not passed") },
  });
  expect((await schemas(id)).status).toBe(404);
  await sandbox.data("POST", `/connections/${id}/test`, {});
  expect((await reload()).status).toBe(200);
});
