import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
let group_id: string;
const ids = new Map<string, string>();

const SETTINGS = new Map<string, object>([
  ["stripe", { schema: "refused_stripe", api_key: "k" }],
  ["postgres", { schema_prefix: "refused_pg", host: "h.example.com", port: 5432, password: "p" }],
  ["connector_sdk", { schema: "refused_sdk", secrets_list: [{ key: "token", value: "v" }] }],
  ["s3", { schema: "refused", table_group_name: "s3", bucket: "b" }],
  ["facebook_ads", { schema: "refused_fb", timeframe_months: "TWELVE" }],
  ["salesforce", { schema: "refused_sf" }],
]);

beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 1 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
  for (const [service, config] of SETTINGS) {
    const body = { group_id, service, paused: true, run_setup_tests: false, config };
    ids.set(service, (await sandbox.data<{ id: string }>("POST", "/connections", body)).id);
  }
});
afterAll(() => sandbox.close());

const account = () => JSON.stringify([...sandbox.core.world.state.connections.values()]);

async function refused(method: string, path: string, body: object) {
  const before = account();
  const told = await sandbox.call(method, path, body);
  expect(account()).toBe(before);
  expect(told.body).not.toHaveProperty("data");
  return [told.status, told.body.code, told.body.message];
}

const FAULTS: [service: string, settings: object, field: string][] = [
  ["stripe", { config: { colour: "x" } }, "colour"],
  ["stripe", { config: { constructor: "x" } }, "constructor"],
  ["stripe", { config: { api_key: "******" } }, "api_key"],
  ["stripe", { config: { api_key: 7 } }, "api_key"],
  ["stripe", { config: [] }, "config"],
  ["postgres", { config: { port: "often" } }, "port"],
  ["postgres", { config: { always_encrypted: "yes" } }, "always_encrypted"],
  ["postgres", { config: { update_method: "Sometimes" } }, "update_method"],
  ["postgres", { config: { public_key: "ssh-rsa AAAA" } }, "public_key"],
  [
    "connector_sdk",
    { config: { secrets_list: [{ key: "token", value: "******" }] } },
    "secrets_list.0.value",
  ],
  ["connector_sdk", { config: { secrets_list: [{ key: "a", colour: "x" }] } }, "secrets_list.0.colour"],
  ["connector_sdk", { config: { secrets_list: [null] } }, "secrets_list.0"],
  ["connector_sdk", { config: { secrets_list: "all" } }, "secrets_list"],
  ["s3", { config: { files: [{ table_name: "a", file_pattern: 1 }] } }, "files.0.file_pattern"],
  ["salesforce", { auth: { refresh_token: "******" } }, "refresh_token"],
  ["salesforce", { auth: { client_access: { client_secret: "******" } } }, "client_access.client_secret"],
  ["salesforce", { auth: { colour: "x" } }, "colour"],
  ["stripe", { sync_frequency: 7 }, "sync_frequency"],
  ["stripe", { sync_frequency: 1440, daily_sync_time: "14:30" }, "daily_sync_time"],
  ["stripe", { schedule_type: "weekly" }, "schedule_type"],
  ["stripe", { data_delay_threshold: -1 }, "data_delay_threshold"],
  ["stripe", { networking_method: "Pigeon" }, "networking_method"],
  ["stripe", { private_link_id: "no_such" }, "private_link_id"],
  ["stripe", { proxy_agent_id: "no_such" }, "proxy_agent_id"],
  ["stripe", { hybrid_deployment_agent_id: "no_such" }, "hybrid_deployment_agent_id"],
];

describe("what cannot be is refused, its field named in one manner, and nothing is stored", () => {
  test.each(FAULTS)("%s %j: Field '%s'", async (service, settings, field) => {
    const message = expect.stringContaining(`Field '${field}' `);
    const answer = [400, "InvalidInput", message];
    expect(await refused("PATCH", `/connections/${ids.get(service)}`, settings)).toEqual(answer);

    const { config = {} } = settings as { config?: object };
    const keys = new Map([
      ["schema", "never_made"],
      ["schema_prefix", "never_made"],
      ["table_group_name", "t"],
    ]);
    const own = Object.keys(SETTINGS.get(service) ?? {}).filter((key) => keys.has(key));
    const named = Object.fromEntries(own.map((key) => [key, keys.get(key)]));
    const whole = Array.isArray(config) ? config : { ...named, ...config };
    const body = { group_id, service, run_setup_tests: false, ...settings, config: whole };
    expect(await refused("POST", "/connections", body)).toEqual(answer);
  });

  test.each([
    ["stripe", "schema", "other"],
    ["postgres", "schema_prefix", "other"],
    ["s3", "table_group_name", "other"],
    ["facebook_ads", "timeframe_months", "SIX"],
  ])("%s keeps its %s for ever", async (service, field, value) => {
    const path = `/connections/${ids.get(service)}`;
    const answer = [400, "InvalidInput", expect.stringContaining(`Field '${field}' `)];
    expect(await refused("PATCH", path, { config: { [field]: value } })).toEqual(answer);
    if (field !== "timeframe_months") {
      expect(await refused("PATCH", path, { config: { [field]: null } })).toEqual(answer);
    }
    const same = { config: { [field]: (SETTINGS.get(service) as Record<string, unknown>)[field] } };
    expect((await sandbox.call("PATCH", path, { run_setup_tests: false, ...same })).status).toBe(200);
  });

  test.each(["trust_certificates", "trust_fingerprints"])("%s without setup tests", async (field) => {
    const path = `/connections/${ids.get("stripe")}`;
    const answer = [400, "InvalidInput", `Field '${field}' needs run_setup_tests to be true`];
    const body = { sync_frequency: 60, run_setup_tests: false };
    expect(await refused("PATCH", path, { ...body, [field]: true })).toEqual(answer);
    expect((await sandbox.call("PATCH", path, { ...body, [field]: false })).status).toBe(200);
    expect((await sandbox.call("PATCH", path, { sync_frequency: 60, [field]: true })).status).toBe(200);
  });

  test("every fault of a config is told at once", async () => {
    const config = { host: 1, port: "often", colour: "x" };
    const [, , message] = await refused("PATCH", `/connections/${ids.get("postgres")}`, { config });
    for (const field of ["host", "port", "colour"]) expect(message).toContain(`Field '${field}' `);
  });

  test("group_id and service are nobody's to change: sent alone they are nothing, beside others they are passed over", async () => {
    const path = `/connections/${ids.get("stripe")}`;
    expect((await refused("PATCH", path, { service: "github", group_id: "other" })).slice(0, 2)).toEqual([
      400,
      "InvalidInput",
    ]);
    const body = { service: "github", sync_frequency: 120, run_setup_tests: false };
    expect(await sandbox.data("PATCH", path, body)).toMatchObject({ service: "stripe", sync_frequency: 120 });
  });
});
