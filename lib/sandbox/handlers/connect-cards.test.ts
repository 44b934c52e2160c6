import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCard } from "@/lib/sandbox/card/card-token";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

interface Issued {
  connector_id: string;
  connect_card: { token: string; uri: string };
  connect_card_config: object;
}
type Made = Partial<Issued> & { id: string };

const BACK = "https://console.example.com/cards/back?connection=a&x=1";
let sandbox: TestSandbox;
let group_id: string;
let made = 0;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 3 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
});
afterAll(() => sandbox.close());

const create = (more: object = {}) => {
  made += 1;
  const config = { schema: `carded_${made}` };
  const body = { group_id, service: "salesforce", paused: true, run_setup_tests: false, config, ...more };
  return sandbox.data<Made>("POST", "/connections", body);
};
const issue = (id: string, config: object = { redirect_uri: BACK }, at = "connections") =>
  sandbox.data<Issued>("POST", `/${at}/${id}/connect-card`, { connect_card_config: config });

describe("a connect card", () => {
  test("comes with the connection where its config was sent, else by a call of its own", async () => {
    const config = { redirect_uri: BACK, hide_setup_guide: true };
    const { id, connect_card } = await create({ connect_card_config: config });
    const uri = new URL(connect_card?.uri ?? "");
    expect(`${uri.origin}${uri.pathname}`).toBe("http://127.0.0.1/connect-card/setup");
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      redirect_uri: BACK,
      auth: connect_card?.token,
      hide_setup_guide: "true",
    });
    expect(await issue(id)).toEqual({
      connector_id: id,
      connect_card: { token: expect.stringMatching(/^eyJ/), uri: expect.not.stringContaining("hide_setup") },
      connect_card_config: { redirect_uri: BACK },
    });
  });

  test("is shown once: later answers have its config and never its token", async () => {
    const { id } = await create({ connect_card_config: { redirect_uri: BACK, hide_setup_guide: null } });
    const detail = await sandbox.data("GET", `/connections/${id}`);
    expect(detail).toMatchObject({ connect_card_config: { redirect_uri: BACK } });
    expect(detail).not.toHaveProperty("connect_card");
    expect(JSON.stringify(await sandbox.data("GET", "/connections"))).not.toContain("eyJ");
    expect(await create()).not.toHaveProperty("connect_card");
  });

  test("has a token of one day by the sandbox's clock that only this account can sign", async () => {
    const { id } = await create();
    const { token } = (await issue(id)).connect_card;
    const now = Math.floor(sandbox.core.clock.now() / 1000);
    const { card_key } = sandbox.core.world.state;
    expect(readCard(token, card_key)).toMatchObject({ sub: id, iat: now, exp: now + 86_400 });
    const [header, , signature] = token.split(".");
    const forged = Buffer.from(JSON.stringify({ sub: "other" })).toString("base64url");
    for (const odd of ["", "a.b.c", `${token}x`, `${token}.`, `${header}.${forged}.${signature}`]) {
      expect(readCard(odd, card_key)).toBeNull();
    }
    expect(readCard(token, "another key")).toBeNull();
  });

  test("is served at the older address too, which the Go SDK calls", async () => {
    const { id } = await create();
    expect((await issue(id, { redirect_uri: BACK }, "connectors")).connector_id).toBe(id);
  });

  test("of a sandbox inside a console is a page of the console's own", async () => {
    const inside = await testSandbox({ card_pages: "inside", connections: 1 });
    const { items } = await inside.data<{ items: { id: string }[] }>("GET", "/connections");
    const { connect_card } = await inside.data<Issued>("POST", `/connections/${items[0]?.id}/connect-card`, {
      connect_card_config: { redirect_uri: BACK },
    });
    expect(connect_card.uri).toMatch(/^https:\/\/console\.example\.com\/sandbox\/connect-card\/setup\?/);
    await inside.close();
  });

  test.each([
    [{}, "Field 'connect_card_config.redirect_uri' is required"],
    [{ redirect_uri: "" }, "Field 'connect_card_config.redirect_uri' has an invalid value"],
    [
      { redirect_uri: "javascript:alert(1)" },
      "Field 'connect_card_config.redirect_uri' has an invalid value",
    ],
    [{ redirect_uri: "ftp://a.example" }, "Field 'connect_card_config.redirect_uri' has an invalid value"],
    [{ redirect_uri: "http://" }, "Field 'connect_card_config.redirect_uri' has an invalid value"],
    [
      { redirect_uri: BACK, hide_setup_guide: "yes" },
      "Field 'connect_card_config.hide_setup_guide' has an invalid value",
    ],
    [{ redirect_uri: BACK, colour: 1 }, "Field 'connect_card_config' has an invalid value"],
  ])("with %j is 400, and a creation with it makes nothing", async (config, message) => {
    const { id } = await create();
    const told = await sandbox.call("POST", `/connections/${id}/connect-card`, {
      connect_card_config: config,
    });
    expect(told).toMatchObject({ status: 400, body: { code: "InvalidInput", message } });
    const before = sandbox.core.world.state.connections.size;
    const body = {
      group_id,
      service: "salesforce",
      config: { schema: "never" },
      connect_card_config: config,
    };
    expect((await sandbox.call("POST", "/connections", body)).body).toMatchObject({ message });
    expect(sandbox.core.world.state.connections.size).toBe(before);
  });
});
