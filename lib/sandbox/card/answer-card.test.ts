import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { SetupTest } from "@/lib/model/setup-test";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const BACK = "https://console.example.com/cards/back?connection=a";
const CANARY = "canary-5ecret";
type Made = Connection & { connect_card: { token: string; uri: string } };

let sandbox: TestSandbox;
let group_id: string;
let made = 0;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 2 });
});
beforeEach(async () => {
  await sandbox.core.reset();
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
});
afterAll(() => sandbox.close());

const create = (service: string, config: object, card: object = {}) => {
  made += 1;
  const key = /postgres|azure_sql/.test(service) ? "schema_prefix" : "schema";
  return sandbox.data<Made>("POST", "/connections", {
    group_id,
    service,
    paused: true,
    run_setup_tests: false,
    config: { [key]: `carded_${made}`, ...config },
    connect_card_config: { redirect_uri: BACK, ...card },
  });
};
const read = (id: string) => sandbox.data<Connection>("GET", `/connections/${id}`);
const tests = async (id: string) =>
  (await sandbox.data<{ setup_tests: SetupTest[] }>("POST", `/connections/${id}/test`, {})).setup_tests;

async function open(uri: string, form?: Record<string, string>, type = "application/x-www-form-urlencoded") {
  const sent = form && {
    method: "POST",
    headers: { "Content-Type": type },
    body: new URLSearchParams(form).toString(),
  };
  const told = await sandbox.fetch(new Request(uri, sent));
  return { status: told.status, headers: told.headers, text: await told.text() };
}
/** Sends the form and follows where it leads, as a browser does. */
async function send(uri: string, form: Record<string, string>) {
  const told = await open(uri, form);
  expect(told.status).toBe(303);
  return open(new URL(told.headers.get("location") ?? "", uri).href);
}
/** Where the page's link of that name leads. */
const link = (text: string, name: string) =>
  new RegExp(`href="([^"]*)"[^>]*>${name}<`).exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
const stored = (id: string) => sandbox.core.world.state.connections.get(id);

describe("consent", () => {
  test("given sets the connection up, and the way back carries what the asker may verify", async () => {
    const { id, connect_card } = await create("salesforce", {});
    expect((await tests(id))[0]).toMatchObject({ title: "Authorization", status: "FAILED" });
    expect((await read(id)).status.setup_state).toBe("incomplete");

    const page = await open(connect_card.uri);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Allow access");
    expect(page.text).toContain("setup guide of Salesforce");
    expect(page.text).toContain("<details><summary>Settings");
    expect(page.text).not.toMatch(/client_secret|refresh_token|name="config.schema"/);

    const done = await send(connect_card.uri, {
      action: "allow",
      "config.base_url": "https://a.my.salesforce.com",
    });
    expect(done.text).toContain("Everything is set up");
    const back = new URL(link(done.text, "Done"));
    expect(`${back.origin}${back.pathname}`).toBe("https://console.example.com/cards/back");
    expect(Object.fromEntries(back.searchParams)).toEqual({ connection: "a", id, auth: connect_card.token });
    expect(await read(id)).toMatchObject({
      status: { setup_state: "connected" },
      config: { base_url: "https://a.my.salesforce.com" },
    });
    expect((await tests(id)).every(({ status }) => status === "PASSED")).toBe(true);
  });

  test("declined changes nothing, and the card may be opened again", async () => {
    const { id, connect_card } = await create("salesforce", {});
    const before = structuredClone(stored(id));
    const page = await open(connect_card.uri, { action: "decline", "config.base_url": "https://x.example" });
    expect(page.text).toContain("Access was declined");
    expect(link(page.text, "Go back without finishing")).toBe(BACK);
    expect(stored(id)).toEqual(before);
    const again = new URL(link(page.text, "Back to the card"), connect_card.uri);
    expect((await open(again.href)).text).toContain("Allow access");
  });

  test("shows the settings at once where one is missing", async () => {
    const { connect_card } = await create("google_sheets", { table: "orders", auth_type: "OAuth" });
    expect((await open(connect_card.uri)).text).toContain("<details open><summary>Settings");
    const form = { "config.sheet_id": "https://docs.example.com/s", "config.named_range": "r" };
    expect((await send(connect_card.uri, { ...form, action: "allow" })).text).toContain(
      "Everything is set up",
    );
  });

  test("is not what saving alone gives", async () => {
    const { id, connect_card } = await create("salesforce", {});
    expect((await send(connect_card.uri, { action: "save" })).text).toContain("Authorization");
    expect((await read(id)).status.setup_state).toBe("incomplete");
  });
});

describe("fields", () => {
  const GOOD = {
    "config.host": "db.example.com",
    "config.port": "5432",
    "config.database": "shop",
    "config.user": "fivetran",
    "config.password": CANARY,
    action: "save",
  };

  test("are stored with their types, and no secret is ever in a page", async () => {
    const { id, connect_card } = await create("postgres", {});
    const form = await open(connect_card.uri);
    expect(form.text).toMatch(/<input type="password" id="field-config.password" name="config.password"/);
    expect(form.text).not.toMatch(/Allow access|name="config.schema_prefix"/);
    const done = await send(connect_card.uri, GOOD);
    expect(done.text).toContain("Everything is set up");
    expect(done.text).not.toContain(CANARY);
    expect(stored(id)?.config).toMatchObject({ port: 5432, password: CANARY });
    expect((await read(id)).status).toMatchObject({ setup_state: "connected", sync_state: "paused" });
  });

  test("that fail a test are kept, said so, and mended on the same card", async () => {
    const { id, connect_card } = await create("postgres", {});
    const failed = await send(connect_card.uri, { ...GOOD, "config.password": "wrong" });
    expect(failed.text).toMatch(/a setup test failed[\s\S]*Failed<\/b> Database Connection/);
    expect(failed.text).toContain("A value is stored; leave this empty to keep it.");
    expect(failed.text).toContain('value="db.example.com"');
    expect((await read(id)).status.setup_state).toBe("incomplete");
    const done = await send(connect_card.uri, { "config.password": CANARY, action: "save" });
    expect(done.text).toContain("Everything is set up");
    expect(stored(id)?.config).toMatchObject({ host: "db.example.com", password: CANARY });
  });

  test("that cannot be are named beside what was typed, and nothing is stored", async () => {
    const { id, connect_card } = await create("postgres", { host: "old.example.com" });
    const before = structuredClone(stored(id));
    const page = await open(connect_card.uri, {
      ...GOOD,
      "config.port": "often",
      "config.update_method": "X",
    });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/id="field-config.port-issue">Field &#39;port&#39; must be an integer/);
    expect(page.text).toContain('value="often"');
    expect(page.text).not.toContain(CANARY);
    expect(stored(id)).toEqual(before);
    const mask = await open(connect_card.uri, { ...GOOD, "config.password": "******" });
    expect(mask.text).toMatch(/id="field-config.password-issue">/);
  });

  test("left empty are cleared where they had a value, but for secrets", async () => {
    const config = { host: "db.example.com", port: 5432, database: "shop", user: "u", password: CANARY };
    const { id, connect_card } = await create(
      "postgres",
      { ...config, publication_name: "p" },
      { all_fields: true },
    );
    await send(connect_card.uri, { "config.publication_name": "", "config.password": "", action: "save" });
    expect(stored(id)?.config).toMatchObject(config);
    expect(stored(id)?.config).not.toHaveProperty("publication_name");
  });

  test("of lists and of lists of objects are taken, and their secrets stay where they are", async () => {
    const { id, connect_card } = await create("connector_sdk", {}, { all_fields: true });
    const secrets = `[{"key":"token","value":"${CANARY}"}]`;
    const failed = await open(connect_card.uri, { "config.secrets_list": "[{", action: "save" });
    expect(failed.text).toContain("This is not valid JSON.");
    const told = await send(connect_card.uri, { "config.secrets_list": secrets, action: "save" });
    expect(stored(id)?.config.secrets_list).toEqual(JSON.parse(secrets));
    expect(told.text).not.toContain(CANARY);
    const bucket = await create("s3", { table_group_name: "daily", bucket: "b" }, { all_fields: true });
    const files = '[{"table_name":"orders","file_pattern":"o.*"}]';
    await send(bucket.connect_card.uri, { "config.files": files, action: "save" });
    expect(stored(bucket.id)?.config.files).toEqual(JSON.parse(files));
  });

  test("inside objects are completed by what is stored", async () => {
    const aws_credentials = { s3_role_arn: CANARY, bucket_name: "b", home_folder: "old" };
    const { id, connect_card } = await create("amplitude", { aws_credentials }, { all_fields: true });
    const within = "config.aws_credentials";
    const sent = {
      [`${within}.s3_role_arn`]: "",
      [`${within}.bucket_name`]: "c",
      [`${within}.home_folder`]: "",
    };
    await send(connect_card.uri, { ...sent, action: "save" });
    expect(stored(id)?.config.aws_credentials).toEqual({ s3_role_arn: CANARY, bucket_name: "c" });
  });

  test("an unknown host key is shown and approved on the page", async () => {
    const tunnel = { connection_type: "SshTunnel", tunnel_host: "bastion.example.com", tunnel_user: "f" };
    const { id, connect_card } = await create("postgres", tunnel);
    const failed = await send(connect_card.uri, GOOD);
    expect(failed.text).toMatch(/<code>[A-Za-z0-9+/=:]+<\/code>[\s\S]*value="trust"/);
    expect((await send(connect_card.uri, { action: "trust" })).text).toContain("Everything is set up");
    expect(stored(id)?.fingerprints).toHaveLength(1);
  });
});

describe("a card is of no use", () => {
  test("after its day", async () => {
    const { id, connect_card } = await create("salesforce", {});
    await sandbox.control("POST", "/clock", { advance_ms: 86_400_000 });
    for (const form of [undefined, { action: "allow" }]) {
      const page = await open(connect_card.uri, form);
      expect([page.status, page.text]).toEqual([410, expect.stringContaining("has expired")]);
    }
    expect(stored(id)?.consented_at).toBeNull();
  });

  test("once a newer one was made", async () => {
    const { id, connect_card } = await create("salesforce", {});
    const config = { connect_card_config: { redirect_uri: BACK } };
    const newer = await sandbox.data<Made>("POST", `/connections/${id}/connect-card`, config);
    const page = await open(connect_card.uri, { action: "allow" });
    expect([page.status, page.text]).toEqual([410, expect.stringContaining("was replaced")]);
    expect((await open(newer.connect_card.uri)).status).toBe(200);
  });

  test("once it was completed: sent again it changes nothing", async () => {
    const { id, connect_card } = await create("salesforce", {});
    await send(connect_card.uri, { action: "allow" });
    const before = structuredClone(stored(id));
    const page = await open(connect_card.uri, { action: "allow", "config.base_url": "https://evil.example" });
    expect(page.text).toContain("cannot be used again");
    expect(stored(id)).toEqual(before);
  });

  test("without its connection, with another token, or with none", async () => {
    const { id, connect_card } = await create("salesforce", {});
    await sandbox.call("DELETE", `/connections/${id}`);
    expect((await open(connect_card.uri)).text).toContain("The connection is gone");
    const odd = connect_card.uri.replace(/auth=[^&]*/, "auth=eyJ.eyJ.x");
    for (const uri of [odd, connect_card.uri.split("?")[0] ?? ""]) {
      expect(await open(uri)).toMatchObject({ status: 404, text: expect.stringContaining("is not known") });
    }
  });
});

describe("a page", () => {
  test("shows hostile names as text, runs nothing, is kept nowhere and tells its address to no other site", async () => {
    const hostile = `"><img src=x onerror=alert(1)>'&`;
    const { connect_card } = await create("postgres", { schema_prefix: hostile, host: hostile });
    const { text, headers } = await open(connect_card.uri);
    expect(text).not.toContain("<img");
    expect(text).toContain("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    expect(headers.get("content-security-policy")).toContain("form-action 'self'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(text).not.toMatch(/<script|style="|\son[a-z]+=(?!alert)/);
  });

  test("leads back only to the address that its card was made for", async () => {
    const { connect_card } = await create("salesforce", {}, { hide_setup_guide: true });
    const uri = connect_card.uri.replace(/redirect_uri=[^&]*/, "redirect_uri=https%3A%2F%2Fevil.example");
    const page = await open(uri);
    expect(page.text).not.toMatch(/evil\.example|setup guide/);
    expect((await send(uri, { action: "allow" })).text).not.toContain("evil.example/");
  });

  test("takes a form and nothing else, and is not among the calls of the API", async () => {
    const { connect_card } = await create("salesforce", {});
    expect((await open(connect_card.uri, {}, "text/plain")).status).toBe(415);
    expect((await open(`${connect_card.uri}`, { action: "x".repeat(1_100_000) })).status).toBe(400);
    expect(JSON.stringify(sandbox.core.log.list())).not.toContain(connect_card.token);
  });
});
