import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { APP_STORE, GROUP, goAccount, type Listed, type Made, USER } from "@/lib/sandbox/go-account";
import * as go from "@/lib/sandbox/go-shapes";

let account: Awaited<ReturnType<typeof goAccount>>;
beforeAll(async () => {
  account = await goAccount();
});
afterEach(() => account.empty());
afterAll(() => account.close());

describe("the Go SDK's end-to-end flows", () => {
  const FRESH = {
    group_id: GROUP,
    service: "itunes_connect",
    service_version: 1,
    schema: "itunes_e2e_connect",
    connected_by: USER,
    created_at: expect.any(String),
    succeeded_at: null,
    failed_at: null,
    paused: false,
    pause_after_trial: false,
    sync_frequency: 360,
    schedule_type: "auto",
    networking_method: "Directly",
    status: {
      setup_state: "incomplete",
      sync_state: "scheduled",
      update_state: "on_schedule",
      is_historical_sync: true,
      rescheduled_for: null,
      tasks: [],
      warnings: [],
    },
  };
  const config = { ...APP_STORE, password: "******", timeframe_months: "TWELVE", app_sync_mode: "AllApps" };

  test.each(["FIVETRAN_NAMING", "SOURCE_NAMING"])("a connection is created with %s", async (naming) => {
    const told = await account.create({
      networking_method: "Directly",
      data_delay_threshold: 1,
      data_delay_sensitivity: "CUSTOM",
      destination_schema_names: naming,
    });
    const delays = { data_delay_threshold: 1, data_delay_sensitivity: "CUSTOM" };
    expect(told).toMatchObject({ ...FRESH, ...delays, destination_schema_names: naming, config });
    for (const absent of ["private_link_id", "hybrid_deployment_agent_id", "proxy_agent_id"]) {
      expect(told[absent] ?? "").toBe("");
    }
  });

  test("its details are what was created, in version 2 and without an Accept", async () => {
    const { id } = await account.create();
    expect(await account.read(id)).toMatchObject({ ...FRESH, id, config });
    const plain = await account.client.do<Made>(
      "GET",
      `/connections/${id}`,
      go.envelope(go.typedConnectionDetail),
    );
    expect(plain.data).toEqual(await account.read(id));
  });

  test("it is updated, setup tests included", async () => {
    const { id } = await account.create();
    const body = {
      paused: true,
      pause_after_trial: true,
      sync_frequency: 1440,
      daily_sync_time: "03:00",
      data_delay_threshold: 1,
      data_delay_sensitivity: "CUSTOM",
      config: { username: "fivetran_updated", password: "updated", timeframe_months: "SIX" },
    };
    const shape = go.envelope(go.typedConnectionDetail);
    const told = await account.client.do<Made>("PATCH", `/connections/${id}`, shape, { body });
    expect(told).toMatchObject({ status: 200, code: "Success" });
    expect(told.data).toMatchObject({
      id,
      paused: true,
      pause_after_trial: true,
      sync_frequency: 1440,
      daily_sync_time: "03:00",
      schedule_type: "auto",
      status: { sync_state: "paused", update_state: "on_schedule", tasks: [], warnings: [] },
      config: {
        username: "fivetran_updated",
        password: "******",
        timeframe_months: "SIX",
        app_sync_mode: "AllApps",
      },
    });
    expect(told.data.setup_tests.length).toBeGreaterThan(0);
  });

  test("it is listed alone: in the account, by group and schema, and in its group", async () => {
    const { id } = await account.create();
    const lists = [
      await account.client.do<Listed>("GET", "/connections", go.pageOf(go.connectionItem)),
      await account.client.do<Listed>("GET", "/connections", go.pageOf(go.connectionItem), {
        query: { group_id: GROUP, schema: "itunes_e2e_connect" },
      }),
    ];
    for (const told of lists) expect(told.message).toBe("Connections list retrieved successfully");
    lists.push(await account.client.do("GET", `/groups/${GROUP}/connections`, go.pageOf(go.connectionItem)));
    for (const { status, code, data } of lists) {
      expect([status, code, data.next_cursor ?? ""]).toEqual([200, "Success", ""]);
      expect(data.items).toHaveLength(1);
      expect(data.items[0]).toMatchObject({ ...FRESH, id });
    }
  });

  test("its setup tests run with the trust flags in the body, and with an empty object", async () => {
    const { id } = await account.create();
    for (const body of [{ trust_certificates: true, trust_fingerprints: false }, {}]) {
      const shape = go.envelope(go.typedConnectionDetail);
      const told = await account.client.do<Made>("POST", `/connections/${id}/test`, shape, { body });
      expect(told).toMatchObject({ status: 200, code: "Success", data: { id, config } });
      expect(told.data.setup_tests.length).toBeGreaterThan(0);
    }
  });

  test("a sync is forced by a call without a body, and its message names the connection", async () => {
    const { id } = await account.create();
    const told = await account.client.do("POST", `/connections/${id}/force`, go.envelope("any"));
    expect(told).toMatchObject({ status: 200, code: "Success", message: expect.stringContaining(id) });
  });

  test("a connect card is asked for at the older address and leads back where it was told to", async () => {
    const { id } = await account.create({}, "google_ads", { schema: "carded_by_sdk" });
    const connect_card_config = { redirect_uri: "http://test_domain.com", hide_setup_guide: false };
    const told = await account.client.do<Made>(
      "POST",
      `/connectors/${id}/connect-card`,
      go.envelope(go.connectCard),
      { body: { connect_card_config } },
    );
    expect(told).toMatchObject({
      status: 200,
      code: "Success",
      message: expect.stringMatching(/./),
      data: {
        connector_id: id,
        connect_card: {
          token: expect.stringMatching(/./),
          uri: expect.stringContaining("redirect_uri=http"),
        },
        connect_card_config,
      },
    });
    expect(await account.read(id)).toMatchObject({ status: { setup_state: "incomplete" } });
  });

  test("a connection that is made with a connect card decodes as any other", async () => {
    const connect_card_config = { redirect_uri: "https://test_domain.com/back", hide_setup_guide: true };
    const told = await account.create({ connect_card_config }, "salesforce", { schema: "carded_at_once" });
    expect(told).toMatchObject({
      connect_card: { uri: expect.stringContaining("hide_setup_guide=true") },
      connect_card_config,
      setup_tests: [],
    });
  });

  test("deleting names the connection, and then it is not found by the code that clients know", async () => {
    const { id } = await account.create();
    const told = await account.client.do("DELETE", `/connections/${id}`, go.envelope("any"));
    expect(told).toMatchObject({ status: 200, code: "Success", message: expect.stringContaining(id) });
    for (const [method, path] of [
      ["GET", ""],
      ["DELETE", ""],
      ["GET", "/schemas"],
      ["GET", "/fingerprints"],
    ] as const) {
      const gone = await account.client.do(method, `/connections/${id}${path}`, go.envelope("any"));
      expect(gone).toMatchObject({ status: 404, code: "NotFound_Connector" });
    }
  });

  test("the group, the account and their messages are as expected", async () => {
    const groups = await account.client.do<Listed>("GET", "/groups", go.pageOf(go.group));
    expect(groups).toMatchObject({ status: 200, message: "Groups retrieved successfully" });
    expect(groups.data.items).toEqual([{ id: GROUP, name: "GoSdkTesting", created_at: expect.any(String) }]);
    const key = await account.client.do("GET", `/groups/${GROUP}/public-key`, go.envelope(go.sshKey));
    expect(key.data.public_key).toMatch(/^ssh-/);
    const told = await account.client.do("GET", "/account/info", go.envelope(go.account));
    expect(told).toMatchObject({ status: 200, code: "Success", message: "", data: { user_id: USER } });
    expect(told.data.system_key_id ?? "").toBe("");
  });

  test("a group is created, renamed, read and deleted", async () => {
    const shape = go.envelope(go.group);
    const created = await account.client.do<Made>("POST", "/groups", shape, { body: { name: "test" } });
    expect(created).toMatchObject({ status: 201, code: "Success", data: { name: "test" } });
    const path = `/groups/${created.data.id}`;
    expect(await account.client.do("PATCH", path, shape, { body: { name: "test_2" } })).toMatchObject({
      status: 200,
    });
    expect((await account.client.do("GET", path, shape)).data.name).toBe("test_2");
    expect(await account.client.do("DELETE", path, go.envelope("any"))).toMatchObject({
      status: 200,
      message: expect.stringContaining(created.data.id),
    });
    expect(await account.client.do("GET", path, shape)).toMatchObject({
      status: 404,
      code: "NotFound_Group",
    });
  });

  test("destinations are listed without a message, and their port is text", async () => {
    const list = await account.client.do<Listed>("GET", "/destinations", go.pageOf(go.destination));
    expect(list).toMatchObject({ status: 200, code: "Success", message: "" });
    const facts = { id: GROUP, group_id: GROUP, service: "snowflake", region: "GCP_US_EAST4" };
    expect(list.data.items).toMatchObject([
      { ...facts, time_zone_offset: "+10", networking_method: "Directly" },
    ]);
    const shape = go.envelope(go.destination);
    const { data } = await account.client.do<Made>("GET", `/destinations/${GROUP}`, shape, {
      version2: true,
    });
    expect(data).toMatchObject({
      ...facts,
      config: { port: "443", password: "******", database: "fivetran" },
    });
    const gone = await account.client.do("GET", "/destinations/none", shape, { version2: true });
    expect(gone).toMatchObject({ status: 404, code: "NotFound_Destination" });
  });

  test("a webhook of the account and one of a group are made, listed, changed, tested and deleted", async () => {
    const shape = go.envelope(go.webhook);
    const mine = {
      url: "https://localhost:12345",
      secret: "my_secret",
      active: false,
      events: ["sync_start", "sync_end"],
    };
    const shown = {
      ...mine,
      secret: "******",
      created_at: expect.stringMatching(/Z$/),
      created_by: USER,
      id: expect.stringMatching(/./),
    };
    const create = (path: string) => account.client.do<Made>("POST", path, shape, { body: mine });
    const ofAccount = await create("/webhooks/account");
    expect(ofAccount).toMatchObject({ status: 200, code: "Success", message: expect.stringMatching(/./) });
    expect(ofAccount.data).toEqual({ ...shown, type: "account" });
    const ofGroup = await create(`/webhooks/group/${GROUP}`);
    expect(ofGroup.data).toEqual({ ...shown, type: "group", group_id: GROUP });
    const list = await account.client.do<Listed>("GET", "/webhooks", go.pageOf(go.webhook), {
      query: { limit: 1000 },
    });
    expect(list).toMatchObject({ status: 200, code: "Success" });
    expect(list.data).toEqual({ items: [ofAccount.data, ofGroup.data] });

    const path = `/webhooks/${ofAccount.data.id}`;
    expect((await account.client.do("GET", path, shape)).data).toEqual(ofAccount.data);
    const body = { ...mine, events: ["sync_end"], secret: "another" };
    const updated = await account.client.do("PATCH", path, shape, { body });
    expect(updated).toMatchObject({ status: 200, data: { ...ofAccount.data, events: ["sync_end"] } });
    // A client that found nothing to change sends an empty object.
    expect(await account.client.do("PATCH", path, shape, { body: {} })).toMatchObject({
      status: 200,
      data: updated.data,
    });
    const tested = await account.client.do("POST", `${path}/test`, go.envelope(go.webhookTest), {
      body: { event: "sync_end" },
    });
    expect(tested).toMatchObject({ status: 200, code: "Success", data: { succeed: false } });
    for (const { id } of [ofAccount.data, ofGroup.data]) {
      const told = await account.client.do("DELETE", `/webhooks/${id}`, go.envelope("any"));
      expect(told).toMatchObject({ status: 200, code: "Success", message: expect.stringContaining(id) });
    }
    expect(await account.client.do("GET", path, shape)).toMatchObject({
      status: 404,
      code: expect.stringMatching(/^NotFound/),
    });
  });

  test.each(["/private-links", "/proxy", "/hybrid-deployment-agents"])(
    "%s is an empty page",
    async (path) => {
      const told = await account.client.do("GET", path, go.pageOf("any"), { query: { limit: 1000 } });
      expect(told).toMatchObject({ status: 200, code: "Success", data: { items: [] } });
    },
  );

  test.each([
    ["connections", "fingerprints", { public_key: "ssh-rsa AAAA" }, go.fingerprint],
    ["connections", "certificates", { encoded_cert: "encoded" }, go.certificate],
    ["destinations", "fingerprints", { public_key: "ssh-rsa AAAA" }, go.fingerprint],
    ["destinations", "certificates", { encoded_cert: "encoded" }, go.certificate],
  ] as const)(
    "%s: %s are approved by name, listed, read and revoked by a plain hash",
    async (owner, kind, sent, shape) => {
      const id = owner === "connections" ? (await account.create()).id : GROUP;
      // Base64, slashes and all.
      const hash = "eUtP/hIVdBgZXo+l//UwTAQe4zgvOKyCbHOAHNJRMLc=";
      const path = `/${owner}/${id}/${kind}`;
      const told = await account.client.do("POST", path, go.envelope(shape), { body: { hash, ...sent } });
      expect(told).toMatchObject({ status: 201, code: "Success", message: expect.stringMatching(/./) });
      expect(told.data).toMatchObject({
        hash,
        validated_by: "Go 5Tran",
        validated_date: expect.stringMatching(/Z$/),
      });
      const list = await account.client.do<Listed>("GET", path, go.pageOf(shape), { query: { limit: 1000 } });
      expect(list.data).toEqual({ items: [told.data] });
      expect((await account.client.do("GET", `${path}/${hash}`, go.envelope(shape))).data).toEqual(told.data);
      const revoked = await account.client.do("DELETE", `${path}/${hash}`, go.envelope("any"));
      expect(revoked).toMatchObject({ status: 200, code: "Success" });
      const again = await account.client.do("DELETE", `${path}/${hash}`, go.envelope("any"));
      expect(again).toMatchObject({ status: 404, code: expect.stringMatching(/^NotFound/) });
      expect((await account.client.do("GET", path, go.pageOf(shape))).data).toEqual({ items: [] });
    },
  );
});
