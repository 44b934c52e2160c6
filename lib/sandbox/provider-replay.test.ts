import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { goAccount, type Json, type Made } from "@/lib/sandbox/go-account";
import * as go from "@/lib/sandbox/go-shapes";

let account: Awaited<ReturnType<typeof goAccount>>;
beforeAll(async () => {
  account = await goAccount();
});
afterEach(() => account.empty());
afterAll(() => account.close());

describe("the Terraform provider's flows", () => {
  const POSTGRES = {
    schema_prefix: "prod",
    host: "db.example.com",
    port: 5432,
    user: "fivetran",
    password: "correct horse",
    database: "shop",
    connection_type: "SshTunnel",
    tunnel_host: "bastion.example.com",
    tunnel_port: 22,
    tunnel_user: "fivetran",
    update_method: "XMIN",
    always_encrypted: true,
  };
  const OFF = { run_setup_tests: false, trust_certificates: false, trust_fingerprints: false };
  const patch = async (id: string, body: Json) => {
    const told = await account.client.do<Made>(
      "PATCH",
      `/connections/${id}`,
      go.envelope(go.connectionDetail),
      {
        body,
      },
    );
    expect(told).toMatchObject({ status: 200, code: "Success" });
    return told.data;
  };

  test("a connection, its schedule and its host key are made; a second plan has nothing to do", async () => {
    const connection = await account.create({ paused: true, ...OFF }, "postgres", POSTGRES);
    expect(connection).toMatchObject({ schema: "prod", paused: true, networking_method: "SshTunnel" });
    const path = `/connections/${connection.id}`;

    const schedule = { sync_frequency: 1440, daily_sync_time: "05:00", paused: true, schedule_type: "auto" };
    const scheduled = await patch(connection.id, { ...schedule, pause_after_trial: true });
    expect(scheduled).toMatchObject({ ...schedule, pause_after_trial: true });
    const failed = scheduled.setup_tests.find(({ status }) => status === "FAILED") as Json | undefined;
    const { hash, public_key } = (failed?.details ?? {}) as Json;

    const key = await account.client.do("POST", `${path}/fingerprints`, go.envelope(go.fingerprint), {
      body: { hash, public_key },
    });
    expect(key.status).toBe(201);
    const { data } = await account.client.do<Made>("POST", `${path}/test`, go.envelope(go.connectionDetail), {
      body: { trust_certificates: true },
    });
    expect(data.setup_tests.map(({ status }) => status)).not.toContain("FAILED");

    const state = await account.read(connection.id);
    expect(state).toMatchObject({ ...schedule, status: { setup_state: "connected", sync_state: "paused" } });
    expect(state.config).toMatchObject({ ...POSTGRES, password: "******" });
    expect(await account.read(connection.id)).toEqual(state);

    const revoke = await account.client.do("DELETE", `${path}/fingerprints/${hash}`, go.envelope("any"));
    expect(revoke.status).toBe(200);
    expect((await account.client.do("DELETE", path, go.envelope("any"))).status).toBe(200);
    expect((await account.client.do("GET", path, go.envelope("any"))).code).toBe("NotFound_Connector");
  });

  test("the schema is asked for, reloaded and read with booleans at every level", async () => {
    const tests = { ...OFF, run_setup_tests: true, trust_certificates: true, trust_fingerprints: true };
    const { id } = await account.create({ paused: true, ...tests }, "postgres", POSTGRES);
    const shape = go.envelope(go.schemaConfig);
    const none = await account.client.do("GET", `/connections/${id}/schemas`, shape);
    expect(none).toMatchObject({ status: 404, code: "NotFound_SchemaConfig" });
    const { status, data } = await account.client.do<{
      schemas: Record<string, Json & { tables: Record<string, Json> }>;
    }>("POST", `/connections/${id}/schemas/reload`, shape, { body: { exclude_mode: "PRESERVE" } });
    expect(status).toBe(200);
    const [name = "", schema] = Object.entries(data.schemas)[0] ?? [];
    for (const { enabled, tables } of Object.values(data.schemas)) {
      expect(enabled).toBeTypeOf("boolean");
      for (const table of Object.values(tables)) {
        expect(table).toMatchObject({
          enabled: expect.any(Boolean),
          supports_columns_config: expect.any(Boolean),
        });
        expect(table.enabled_patch_settings).toMatchObject({ allowed: expect.any(Boolean) });
      }
    }
    const [table = ""] =
      Object.entries(schema?.tables ?? {}).find(
        ([, { supports_columns_config }]) => supports_columns_config,
      ) ?? [];
    const path = `/connections/${id}/schemas/${name}/tables/${table}`;
    const all = await account.client.do<{ columns: Record<string, Json> }>(
      "GET",
      `${path}/columns`,
      go.envelope(go.columns),
    );
    for (const column of Object.values(all.data.columns)) {
      expect(column).toMatchObject({ enabled: expect.any(Boolean), hashed: expect.any(Boolean) });
    }
    const resync = await account.client.do("POST", `${path}/resync`, go.envelope("any"));
    expect(resync).toMatchObject({ status: 200, code: "Success" });
  });

  test("what is taken out of the file is cleared: null for settings, an empty text for references", async () => {
    const config = { ...POSTGRES, replication_slot: "slot" };
    const { id } = await account.create(
      { paused: true, ...OFF, networking_method: "Directly" },
      "postgres",
      config,
    );
    expect((await patch(id, { ...OFF, config: { replication_slot: null, tunnel_user: "" } })).config).toEqual(
      expect.not.objectContaining({ replication_slot: expect.anything() }),
    );
    const after = await patch(id, {
      ...OFF,
      private_link_id: "",
      data_delay_sensitivity: "",
      daily_sync_time: "",
    });
    expect(after.private_link_id ?? "").toBe("");
    expect(after).toMatchObject({ data_delay_sensitivity: "NORMAL", config: { host: POSTGRES.host } });
  });

  test("files of a bucket keep their order, their keys and their nulls", async () => {
    const files = [
      { table_name: "orders", file_pattern: "o.*", archive_pattern: null },
      { table_name: "items", file_pattern: "", archive_pattern: "i.*" },
    ];
    const config = { schema: "raw", table_group_name: "daily", bucket: "b", files, prefix: "" };
    const { id } = await account.create({ paused: true, ...OFF }, "s3", config);
    const state = await account.read(id);
    expect(state.schema).toBe("raw.daily");
    expect(state.config).toMatchObject(config);
    expect((await patch(id, { ...OFF, config: { files: [] } })).config.files).toEqual([]);
    expect(await patch(id, { ...OFF, config: { files: null } })).not.toHaveProperty("config.files");
  });

  test.each([
    [{ schedule_type: "INTERVAL", interval: 30 }],
    [{ schedule_type: "TIME_OF_DAY", time_of_day: "09:00", days_of_week: ["MONDAY", "FRIDAY"] }],
    [{ schedule_type: "CRON", cron: "0 6 * * 1" }],
    [{ schedule_type: "MANUAL" }],
  ])("the schedule %j comes back as it was sent", async (schedule) => {
    const { id } = await account.create({ paused: true, ...OFF });
    expect(await patch(id, { schedule })).toMatchObject({ schedule });
    expect((await account.read(id)).schedule).toEqual(schedule);
  });
});

test("a webhook without a secret is made quiet, and its test names the event in quotes", async () => {
  const shape = go.envelope(go.webhook);
  const body = { url: "https://localhost:12345", secret: "", active: false, events: ["sync_end"] };
  const { data } = await account.client.do<Made>("POST", "/webhooks/account", shape, { body });
  expect(data.secret ?? "").toBe("");
  const tested = await account.client.do("POST", `/webhooks/${data.id}/test`, go.envelope(go.webhookTest), {
    body: { event: '"sync_end"' },
  });
  expect(tested).toMatchObject({ status: 200, code: "Success" });
  const secret = await account.client.do("PATCH", `/webhooks/${data.id}`, shape, { body: { secret: "s" } });
  expect(secret.data).toEqual({ ...data, secret: "******" });
  const deleted = await account.client.do("DELETE", `/webhooks/${data.id}`, go.envelope("any"));
  expect(deleted.status).toBe(200);
});

test("lists of ids come back as they were sent: as text by the SDK, as numbers by the provider", async () => {
  for (const projects of [["10001", "10002"], [10001]]) {
    const { id } = await account.create({}, "jira", { schema: "jira", projects });
    expect((await account.read(id)).config.projects).toEqual(projects);
    await account.empty();
  }
});
