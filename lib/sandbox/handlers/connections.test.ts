import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { SetupTest } from "@/lib/model/setup-test";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const MINUTE = 60_000;
type Detail = Connection & { config: Record<string, unknown>; setup_tests?: SetupTest[] };

let sandbox: TestSandbox;
let group_id: string;
let made = 0;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off" });
  const { items } = await sandbox.data<{ items: { id: string; name: string }[] }>("GET", "/groups");
  group_id = items.find(({ name }) => name === "Operations")?.id ?? "";
});
afterAll(() => sandbox.close());

const named = async (schema: string): Promise<Connection> => {
  const { items } = await sandbox.data<{ items: Connection[] }>("GET", `/connections?schema=${schema}`);
  if (!items[0]) throw new Error(`No connection ${schema}.`);
  return items[0];
};
const stripe = (changes: Record<string, unknown> = {}) => {
  made += 1;
  return {
    group_id,
    service: "stripe",
    config: { schema: `stripe_${made}`, api_key: "rk_live_1" },
    ...changes,
  };
};
const create = (changes: Record<string, unknown> = {}) =>
  sandbox.data<Detail>("POST", "/connections", stripe(changes));
const read = (id: string) => sandbox.data<Detail>("GET", `/connections/${id}`);
const refused = async (body: unknown) => {
  const { status, body: answer } = await sandbox.call("POST", "/connections", body);
  return [status, answer.code, answer.message];
};

describe("creating", () => {
  test("answers 201 with Fivetran's defaults, test rows, a masked secret and an id of two words", async () => {
    const told = await sandbox.call("POST", "/connections", stripe({ paused: true }));
    expect(told.status).toBe(201);
    expect(told.body.data).toMatchObject({
      id: expect.stringMatching(/^[a-z]+_[a-z]+$/),
      schema: `stripe_${made}`,
      paused: true,
      sync_frequency: 360,
      schedule_type: "auto",
      daily_sync_time: null,
      data_delay_sensitivity: "NORMAL",
      data_delay_threshold: 0,
      succeeded_at: null,
      failed_at: null,
      networking_method: "Directly",
      config: { api_key: "******" },
      status: {
        setup_state: "connected",
        sync_state: "paused",
        update_state: "on_schedule",
        is_historical_sync: true,
        tasks: [],
        warnings: [],
      },
      setup_tests: expect.arrayContaining([expect.objectContaining({ status: "PASSED" })]),
    });
  });

  test("without setup tests stays incomplete", async () => {
    const connection = await create({ run_setup_tests: false });
    expect(connection.status.setup_state).toBe("incomplete");
    expect(connection.setup_tests).toEqual([]);
  });

  test("a failed test leaves 201 and names its cause", async () => {
    const connection = await create({ config: { schema: "bad", api_key: "wrong" } });
    expect(connection.status.setup_state).toBe("incomplete");
    expect(connection.setup_tests).toContainEqual(
      expect.objectContaining({ status: "FAILED", message: expect.stringContaining("refused") }),
    );
  });

  test("null means absent and unknown keys of the top level are ignored", async () => {
    const nulls = {
      data_delay_sensitivity: null,
      data_delay_threshold: null,
      proxy_agent_id: null,
      paused: null,
    };
    const connection = await create({ ...nulls, colour: "green" });
    expect(connection).toMatchObject({ data_delay_sensitivity: "NORMAL", paused: false });
    expect(connection).not.toHaveProperty("colour");
  });

  test("auth is taken and never given back", async () => {
    const auth = { client_access: { client_id: "a", client_secret: "b" }, refresh_token: "c" };
    const body = { group_id, service: "salesforce", config: { schema: "sf_auth" }, auth, paused: true };
    const { id, ...answer } = await sandbox.data<Detail>("POST", "/connections", body);
    expect(JSON.stringify([answer, await read(id)])).not.toMatch(/"auth"|refresh_token/);
  });

  test("a name with a table is schema.table, a database's is its prefix", async () => {
    const sheet = { schema: "plans", table: "q3", sheet_id: "https://docs.google.com/x" };
    const body = { group_id, service: "google_sheets", config: sheet, run_setup_tests: false };
    expect((await sandbox.data<Detail>("POST", "/connections", body)).schema).toBe("plans.q3");
    const postgres = {
      group_id,
      service: "postgres",
      config: { schema_prefix: "pg" },
      run_setup_tests: false,
    };
    expect((await sandbox.data<Detail>("POST", "/connections", postgres)).schema).toBe("pg");
  });

  test.each([
    [{ service: "no_such" }, 400, "InvalidInput", "Unsupported connector service 'no_such'"],
    [{ service: null }, 400, "InvalidInput", "Field 'service' is required"],
    [{ group_id: undefined }, 400, "InvalidInput", "Field 'group_id' is required"],
    [{ group_id: "no_such" }, 404, "NotFound_Group", "Cannot find group with id 'no_such'"],
    [{ config: null }, 400, "InvalidInput", "Field 'schema' is required"],
    [{ config: { schema: "m", api_key: "******" } }, 400, "InvalidInput", expect.stringContaining("api_key")],
    [{ config: { schema: "m", colour: "x" } }, 400, "InvalidInput", "Field 'colour' is unknown"],
    [{ sync_frequency: 7 }, 400, "InvalidInput", expect.stringContaining("sync_frequency")],
    [{ sync_frequency: "60" }, 400, "InvalidInput", expect.stringContaining("sync_frequency")],
    [{ daily_sync_time: "14:30" }, 400, "InvalidInput", expect.stringContaining("daily_sync_time")],
    [{ paused: "yes" }, 400, "InvalidInput", expect.stringContaining("paused")],
    [{ private_link_id: "no_such" }, 400, "InvalidInput", expect.stringContaining("private_link_id")],
  ])("with %j is %i %s", async (changes, status, code, message) => {
    expect(await refused(stripe(changes))).toEqual([status, code, message]);
  });

  test("the config key __proto__ is refused like any unknown one", async () => {
    const text = JSON.stringify(stripe()).replace('"api_key"', '"__proto__":{"a":1},"api_key"');
    expect(await refused(text)).toEqual([400, "InvalidInput", "Field '__proto__' is unknown"]);
  });

  test("a name taken in the group is 409, in another group it is free", async () => {
    const body = stripe({ run_setup_tests: false });
    await sandbox.data("POST", "/connections", body);
    expect((await refused(body)).slice(0, 2)).toEqual([409, "Conflict"]);
    const other = (await named("salesforce")).group_id;
    expect((await sandbox.call("POST", "/connections", { ...body, group_id: other })).status).toBe(201);
  });

  test("is answered as the Go SDK's end-to-end test expects", async () => {
    const told = await sandbox.call("POST", "/connections", {
      group_id,
      service: "itunes_connect",
      run_setup_tests: false,
      networking_method: "Directly",
      data_delay_threshold: 1,
      data_delay_sensitivity: "CUSTOM",
      destination_schema_names: "FIVETRAN_NAMING",
      config: { schema: "itunes_e2e_connect", key_id: "fivetran", private_key: "fivetran-api-e2e" },
    });
    const { user_id } = await sandbox.data<{ user_id: string }>("GET", "/account/info");
    expect(told.status).toBe(201);
    expect(told.body.data).toMatchObject({
      group_id,
      service_version: 1,
      schema: "itunes_e2e_connect",
      connected_by: user_id,
      paused: false,
      pause_after_trial: false,
      sync_frequency: 360,
      schedule_type: "auto",
      networking_method: "Directly",
      data_delay_threshold: 1,
      data_delay_sensitivity: "CUSTOM",
      status: {
        setup_state: "incomplete",
        sync_state: "scheduled",
        update_state: "on_schedule",
        is_historical_sync: true,
      },
      config: {
        timeframe_months: "TWELVE",
        app_sync_mode: "AllApps",
        private_key: "******",
        key_id: "fivetran",
      },
    });
    const { id } = told.body.data as { id: string };
    const hash = { hash: "h", public_key: "ssh-rsa AAAA" };
    expect(await sandbox.data("POST", `/connections/${id}/fingerprints`, hash)).toMatchObject({
      validated_by: "Maren Aalto",
    });
  });

  test("one that runs starts its historical sync at once and is healthy after it", async () => {
    const { id } = await create();
    expect((await read(id)).status).toMatchObject({ sync_state: "syncing", is_historical_sync: true });
    sandbox.pass(120 * MINUTE);
    const { status, succeeded_at } = await read(id);
    expect(status).toMatchObject({ is_historical_sync: false, setup_state: "connected" });
    expect(succeeded_at).not.toBeNull();
  });
});

describe("changing", () => {
  test("config merges key by key, null clears, what is not named stays", async () => {
    const { id } = await create({ config: { schema: "merge", api_key: "one" } });
    const path = `/connections/${id}`;
    const pg = await sandbox.data<Detail>("POST", "/connections", {
      group_id,
      service: "postgres",
      config: { schema_prefix: "merge_pg", host: "h.example.com", user: "u", password: "p", database: "d" },
      run_setup_tests: false,
    });
    const changed = await sandbox.data<Detail>("PATCH", `/connections/${pg.id}`, {
      config: { host: "other.example.com", port: "5433", user: null },
      run_setup_tests: false,
    });
    expect(changed.config).toMatchObject({ host: "other.example.com", port: 5433, password: "******" });
    expect(changed.config).not.toHaveProperty("user");
    expect((await sandbox.call("PATCH", path, { config: { schema: "other" } })).status).toBe(400);
    expect((await sandbox.call("PATCH", path, { config: { schema: "merge" } })).status).toBe(200);
  });

  test("null takes references back, alone too; what is not named stays", async () => {
    const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/private-links");
    const private_link_id = items[0]?.id;
    const { id } = await create({ private_link_id, external_secrets_manager_id: "lucky_tiger" });
    expect(await read(id)).toMatchObject({ private_link_id, external_secrets_manager_id: "lucky_tiger" });
    await sandbox.data("PATCH", `/connections/${id}`, { private_link_id: null, run_setup_tests: false });
    expect(await read(id)).toMatchObject({ external_secrets_manager_id: "lucky_tiger" });
    expect(await read(id)).not.toHaveProperty("private_link_id");
  });

  test("what an external secrets manager has a key for, the setup tests do not miss", async () => {
    const settings = { host: "h.example.com", port: 5432, database: "d", update_method: "TELEPORT" };
    const body = {
      group_id,
      service: "postgres",
      config: { schema_prefix: "kept_elsewhere", ...settings },
      external_secrets_keys_config: { user: "USER_KEY", password: "PASSWORD_KEY" },
      run_setup_tests: false,
    };
    const { id } = await sandbox.data<Detail>("POST", "/connections", body);
    const failed = async () => {
      const { setup_tests } = await sandbox.data<Detail>("POST", `/connections/${id}/test`, {});
      return (setup_tests ?? []).filter(({ status }) => status === "FAILED").length;
    };
    expect(await failed()).toBeGreaterThan(0);
    await sandbox.data("PATCH", `/connections/${id}`, {
      external_secrets_manager_id: "lucky_tiger",
      run_setup_tests: false,
    });
    expect(await failed()).toBe(0);
  });

  test.each([
    {},
    { run_setup_tests: true },
    { trust_certificates: true, trust_fingerprints: true },
    { paused: null },
    { colour: 1 },
  ])("%j alone is 400", async (body) => {
    const { id } = await named("salesforce");
    expect(await sandbox.call("PATCH", `/connections/${id}`, body)).toMatchObject({
      status: 400,
      body: { code: "InvalidInput" },
    });
  });

  test("a refused change changes nothing", async () => {
    const { id } = await create();
    const before = await read(id);
    const told = await sandbox.call("PATCH", `/connections/${id}`, {
      sync_frequency: 5,
      config: { colour: 1 },
    });
    expect(told.status).toBe(400);
    expect(await read(id)).toEqual(before);
  });

  test("daily_sync_time counts only at 1440 and is gone with it", async () => {
    const { id } = await create({ paused: true });
    const patch = (body: object) =>
      sandbox.data<Detail>("PATCH", `/connections/${id}`, { run_setup_tests: false, ...body });
    expect((await patch({ daily_sync_time: "14:00" })).daily_sync_time).toBeNull();
    expect((await patch({ sync_frequency: 1440 })).daily_sync_time).toBeNull();
    expect((await patch({ daily_sync_time: "14:00" })).daily_sync_time).toBe("14:00");
    expect((await patch({ sync_frequency: 60 })).daily_sync_time).toBeNull();
    expect((await patch({ sync_frequency: 1440 })).daily_sync_time).toBeNull();
    expect((await patch({ sync_frequency: 1440, daily_sync_time: "05:00" })).daily_sync_time).toBe("05:00");
  });

  test("the schedule object is taken, shown, and gives way to the plain settings", async () => {
    const { id } = await create({ paused: true });
    const patch = (body: object) =>
      sandbox.data<Detail>("PATCH", `/connections/${id}`, { run_setup_tests: false, ...body });
    const schedule = { schedule_type: "TIME_OF_DAY", time_of_day: "09:00", days_of_week: ["MONDAY"] };
    expect(await patch({ schedule })).toMatchObject({ schedule });
    expect(await patch({ schedule: { schedule_type: "MANUAL" } })).toMatchObject({ schedule_type: "manual" });
    expect(await patch({ sync_frequency: 60, schedule_type: "auto" })).not.toHaveProperty("schedule");
    expect(
      (await sandbox.call("PATCH", `/connections/${id}`, { schedule: { schedule_type: "CRON", cron: "x" } }))
        .status,
    ).toBe(400);
  });

  test("tests run by default, and breaking the credentials breaks the connection with a task", async () => {
    const { id } = await create();
    sandbox.pass(120 * MINUTE);
    const broken = await sandbox.data<Detail>("PATCH", `/connections/${id}`, {
      config: { api_key: "wrong" },
    });
    expect(broken.status).toMatchObject({ setup_state: "broken", tasks: [{ code: "reconnect" }] });
    const mended = await sandbox.data<Detail>("PATCH", `/connections/${id}`, {
      config: { api_key: "right" },
    });
    expect(mended.setup_tests?.every(({ status }) => status !== "FAILED")).toBe(true);
    expect(mended.status.setup_state).toBe("broken");
    await sandbox.data("POST", `/connections/${id}/sync`, { force: true });
    sandbox.pass(120 * MINUTE);
    expect((await read(id)).status).toMatchObject({ setup_state: "connected", tasks: [] });
  });

  test("a wrong password is found by the tests of a new connection and mended by a change", async () => {
    const body = {
      group_id,
      service: "postgres",
      paused: true,
      run_setup_tests: false,
      config: {
        schema_prefix: "mended",
        host: "db.example.com",
        port: 5432,
        database: "shop",
        user: "fivetran",
        password: "wrong",
        connection_type: "SshTunnel",
        tunnel_host: "bastion.example.com",
        tunnel_user: "fivetran",
      },
    };
    const { id } = await sandbox.data<Detail>("POST", "/connections", body);
    const failed = async () => {
      const { setup_tests = [] } = await sandbox.data<Detail>("POST", `/connections/${id}/test`, {});
      return setup_tests?.find(({ status }) => status === "FAILED");
    };
    const unknown = await failed();
    expect(unknown).toMatchObject({
      title: "SSH Tunnel Connection",
      details: { hash: expect.any(String), public_key: expect.stringMatching(/^ssh-/) },
    });
    const { hash, public_key } = (unknown?.details ?? {}) as { hash?: string; public_key?: string };
    await sandbox.data("POST", `/connections/${id}/fingerprints`, { hash, public_key });
    expect(await failed()).toMatchObject({
      title: "Database Connection",
      message: expect.stringContaining("refused the log-in"),
    });
    expect((await read(id)).status.setup_state).toBe("incomplete");
    const mended = await sandbox.data<Detail>("PATCH", `/connections/${id}`, {
      config: { password: "correct horse" },
      run_setup_tests: false,
    });
    expect(mended.status).toMatchObject({ setup_state: "incomplete", tasks: [] });
    expect(await failed()).toBeUndefined();
    expect((await read(id)).status).toMatchObject({ setup_state: "connected", sync_state: "paused" });
  });

  test("deleting names the id, and then there is nothing left of it", async () => {
    const { id, schema } = await create();
    const told = await sandbox.call("DELETE", `/connections/${id}`);
    expect(told).toMatchObject({
      status: 200,
      body: { code: "Success", message: expect.stringContaining(id) },
    });
    expect(told.body).not.toHaveProperty("data");
    expect((await sandbox.call("GET", `/connections/${id}`)).body.code).toBe("NotFound_Connector");
    expect((await sandbox.call("DELETE", `/connections/${id}`)).status).toBe(404);
    expect((await sandbox.data<{ items: [] }>("GET", `/connections?schema=${schema}`)).items).toEqual([]);
  });
});

describe("listing", () => {
  test("lists omit config and setup tests, details carry a masked config", async () => {
    const { items } = await sandbox.data<{ items: Detail[] }>("GET", "/connections?limit=1000");
    expect(items.some((item) => "config" in item || "setup_tests" in item)).toBe(false);
    for (const { id } of items) {
      const { config } = await read(id);
      expect(JSON.stringify(config)).not.toMatch(/"(password|secret_key|api_key|api_token)":"(?!\*{6}")/);
    }
  });

  test("group_id and schema filter exactly", async () => {
    const all = await sandbox.data<{ items: Connection[] }>("GET", "/connections?limit=1000");
    const of = await sandbox.data<{ items: Connection[] }>(
      "GET",
      `/connections?limit=1000&group_id=${group_id}`,
    );
    const own = await sandbox.data<{ items: Connection[] }>(
      "GET",
      `/groups/${group_id}/connections?limit=1000`,
    );
    expect(of.items.map(({ id }) => id)).toEqual(
      all.items.filter((c) => c.group_id === group_id).map(({ id }) => id),
    );
    expect(own).toEqual(of);
    expect((await sandbox.data<{ items: [] }>("GET", "/connections?schema=stripe")).items).toEqual([]);
  });
});

test("the account shows every state a connection can be in", async () => {
  const fresh = await testSandbox();
  const { items } = await fresh.data<{ items: Connection[] }>("GET", "/connections?limit=1000");
  const has = (test: (c: Connection) => boolean) => expect(items.some(test)).toBe(true);
  expect(new Set(items.map(({ service }) => service)).size).toBeGreaterThanOrEqual(25);
  const destinations = await fresh.data<{ items: { service: string }[] }>("GET", "/destinations");
  expect(destinations.items.map(({ service }) => service)).toEqual([
    "snowflake",
    "big_query",
    "redshift",
    "databricks",
    "postgres_warehouse",
  ]);
  has(({ status }) => status.setup_state === "connected" && status.sync_state === "scheduled");
  has(({ status }) => status.sync_state === "syncing" && !status.is_historical_sync);
  has(({ status }) => status.sync_state === "syncing" && status.is_historical_sync);
  has(({ status }) => status.setup_state === "connected" && status.update_state === "delayed");
  has(({ status, schedule_type }) => status.sync_state === "rescheduled" && schedule_type === "manual");
  has(({ status }) => status.setup_state === "broken" && status.tasks?.[0]?.code === "reconnect");
  has(({ status }) => /host key .* changed/.test(status.tasks?.[0]?.message ?? ""));
  has(({ status }) => status.setup_state === "incomplete");
  has(({ status, paused }) => paused && status.sync_state === "paused");
  has(({ created_at }) => Date.parse(created_at ?? "") > Date.UTC(2026, 2, 10, 11));
  await fresh.close();
});

test("the times of a healthy connection agree with its frequency", async () => {
  const fresh = await testSandbox();
  const { items } = await fresh.data<{ items: Connection[] }>("GET", "/connections?limit=1000");
  for (const c of items) {
    const { status, succeeded_at, created_at, sync_frequency, schedule_type } = c;
    expect(Date.parse(created_at ?? "")).toBeLessThan(Date.parse(succeeded_at ?? "9999-01-01"));
    if (status.setup_state !== "connected" || c.paused || schedule_type === "manual") continue;
    if (status.update_state === "delayed" || status.is_historical_sync) continue;
    const age = Date.UTC(2026, 2, 10, 12) - Date.parse(succeeded_at ?? "");
    expect(age).toBeLessThan((sync_frequency * 2 + 60) * MINUTE);
  }
  await fresh.close();
});
