import { expect, test, vi } from "vitest";
import { PATCH as change, DELETE as remove } from "@/app/api/webhooks/[id]/route";
import { POST as renew } from "@/app/api/webhooks/[id]/secret/route";
import { POST as probe } from "@/app/api/webhooks/[id]/test/route";
import { POST as take } from "@/app/api/webhooks/fivetran/[token]/route";
import { POST as create, GET as list } from "@/app/api/webhooks/route";
import { GET as traffic } from "@/app/api/webhooks/traffic/route";
import { signed, webhookScene } from "@/app/api/webhooks/webhook-scene";
import { configureFivetran } from "@/lib/fivetran/client";
import type { Webhook } from "@/lib/model/webhook";
import type { WebhookList, WebhookTraffic } from "@/lib/model/webhook-console";
import { startSandbox } from "@/lib/sandbox/server";
import { holdStore, testStore } from "@/lib/store/test-store";
import { accountStatus } from "@/lib/sync/snapshot";
import { forgetWebhookList } from "@/lib/sync/webhooks/webhook-list";
import { WebhookWatch } from "@/lib/sync/webhooks/webhook-watch";

holdStore(testStore);
const { account, open, point, post } = webhookScene(startSandbox, take);

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

async function ask<P>(handler: Handler<P>, params: P, body?: unknown, method = "POST") {
  const headers = { host: "localhost", "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const init = body === undefined ? {} : { method, body: JSON.stringify(body) };
  const response = await handler(new Request("http://localhost/x", { headers, ...init }), {
    params: Promise.resolve(params),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text), text };
}
const none = {};
const EVENTS = ["sync_start", "sync_end"];
const HERE = { to: "here", group_id: null, events: EVENTS };
const listed = async (): Promise<WebhookList> => (await ask(list, none)).body;
const upstream = async () => ((await account.elsewhere("GET", "/webhooks")) as { items: Webhook[] }).items;
/** As somebody else, or Fivetran, would. */
const elsewhere = (id: string, body: object) => account.elsewhere("PATCH", `/webhooks/${id}`, body);

test("pointing Fivetran here makes one webhook that works, and no answer holds its address or secret", async () => {
  await open();
  expect((await ask(create, none, HERE)).status).toBe(201);
  const [made] = await upstream();
  expect(made).toMatchObject({ type: "account", events: EVENTS, active: true, secret: "******" });
  const shown = await ask(list, none);
  expect((shown.body as WebhookList).hooks).toMatchObject([
    {
      id: made?.id,
      address: "hooks.example.com",
      own: { webhook_id: made?.id, received: 1, refused: 0, off_since: null, secret_lost: false },
    },
  ]);
  const { deliveries } = (await ask(traffic, none)).body as WebhookTraffic;
  expect(deliveries.map(({ event }) => event)).toEqual(["test_event"]);
  expect(shown.text).not.toContain(made?.url.split("/").at(-1));
});

test("a group's webhook and one for somebody else are made; the end of a long address of theirs stays hidden", async () => {
  await open();
  const url = "https://hooks.example.com/services/T0123456789ABCDEFGHIJ?key=1";
  await ask(create, none, { ...HERE, group_id: "group_two" });
  const sent = {
    to: "elsewhere",
    group_id: null,
    events: ["sync_end"],
    url,
    active: false,
    secret: "theirs",
  };
  expect((await ask(create, none, sent)).status).toBe(201);
  expect(await upstream()).toMatchObject([
    { type: "group", group_id: "group_two" },
    { url, active: false },
  ]);
  const { hooks } = await listed();
  expect(hooks.map(({ address, own }) => [address, own !== null])).toEqual([
    ["hooks.example.com", true],
    ["hooks.example.com/services/…", false],
  ]);
});

test.each([
  [{ ...HERE, events: [] }],
  [{ ...HERE, events: ["sync_failed"] }],
  [{ ...HERE, to: "moon" }],
  [{ to: "elsewhere", group_id: null, events: EVENTS, url: "http://x.example", active: true }],
  [{ ...HERE, url: "https://x.example" }],
])("%j is refused before anything is sent", async (body) => {
  await open();
  expect((await ask(create, none, body)).status).toBe(400);
  expect((await account.requests()).filter((it) => it.startsWith("POST"))).toEqual([]);
});

test("what Fivetran refuses leaves nothing here, and says why", async () => {
  await open();
  const away = {
    to: "elsewhere",
    group_id: null,
    events: EVENTS,
    url: "https://nobody.example",
    active: true,
  };
  const refused = await ask(create, none, away);
  expect([refused.status, refused.body.message]).toEqual([
    400,
    expect.stringMatching(/could not be reached/),
  ]);
  const fault = { kind: "error", status: 403, code: "Forbidden", message: "No right" };
  await account.control("faults", { rules: [{ match: { operation: "create_account_webhook" }, fault }] });
  expect((await ask(create, none, HERE)).status).toBe(403);
  await account.control("faults", { rules: [] });
  expect(await listed()).toMatchObject({ hooks: [], others: [] });
});

test("a creation whose answer is lost is found again in the list, and is sent once", async () => {
  await open();
  const rules = [
    { match: { operation: "create_account_webhook" }, fault: { kind: "lost_answer" }, times: 1 },
  ];
  await account.control("faults", { rules });
  expect((await ask(create, none, HERE)).body).toMatchObject({ code: "unknown_outcome" });
  const { hooks, others } = await listed();
  expect([hooks.length, others.length, hooks[0]?.own?.webhook_id]).toEqual([1, 0, hooks[0]?.id]);
  expect((await account.requests()).filter((it) => it === "POST /v1/webhooks/account")).toHaveLength(1);
});

test("a test is sent, its answer told, and events and state change by name", async () => {
  await open();
  const { own } = await point();
  const id = own.webhook_id ?? "";
  expect((await ask(probe, { id }, { event: "sync_end" })).body).toMatchObject({
    succeed: true,
    status: 200,
  });
  expect((await ask(probe, { id }, { event: "nonsense" })).status).toBe(400);
  expect((await ask(change, { id }, { events: ["sync_end"] }, "PATCH")).status).toBe(204);
  expect((await ask(change, { id }, { active: false }, "PATCH")).status).toBe(204);
  expect((await ask(change, { id }, {}, "PATCH")).status).toBe(400);
  expect((await listed()).hooks).toMatchObject([
    { active: false, events: ["sync_end"], own: { off_since: null } },
  ]);
  expect(accountStatus().webhooks_off).toBe(0);
});

test("one that somebody else switched off is noticed, told on every page, and made up for when it is on again", async () => {
  await open();
  const { own } = await point();
  const id = own.webhook_id ?? "";
  await elsewhere(id, { active: false });
  const watch = new WebhookWatch(0);
  expect(await watch.step(Date.now(), new AbortController().signal)).toBe(true);
  expect(accountStatus().webhooks_off).toBe(1);
  expect((await listed()).hooks[0]?.own?.off_since).toBeGreaterThan(0);
  const before = (await account.requests()).length;
  expect((await ask(change, { id }, { active: true }, "PATCH")).status).toBe(204);
  await vi.waitFor(() => expect(accountStatus().webhooks_off).toBe(0));
  const asked = (await account.requests()).slice(before);
  expect(asked).toContain("GET /v1/connections?limit=1000");
  expect((await listed()).hooks[0]?.own?.off_since).toBeNull();
});

test("without a webhook of its own the watch asks nothing; with one, once an hour", async () => {
  await open();
  const { signal } = new AbortController();
  const lists = async () =>
    (await account.requests()).filter((it) => it.startsWith("GET /v1/webhooks")).length;
  const now = Date.now();
  const watch = new WebhookWatch(now - 120_000);
  await watch.step(now, signal);
  expect(await lists()).toBe(0);
  await point();
  expect(await watch.step(now + 60_000, signal)).toBe(false);
  await watch.step(now + 3_600_000, signal);
  expect(await lists()).toBe(1);
});

test("a deleted one is gone from both, and one that others deleted is told of", async () => {
  await open();
  const { own: first } = await point();
  const { own: second } = await point(["sync_end"]);
  expect((await ask(remove, { id: first.webhook_id ?? "" }, {}, "DELETE")).status).toBe(204);
  await account.elsewhere("DELETE", `/webhooks/${second.webhook_id}`);
  forgetWebhookList();
  const { hooks, others } = await listed();
  expect(hooks).toEqual([]);
  expect(others.map(({ gone_at }) => gone_at !== null)).toEqual([true, true]);
});

test("a secret is renewed, not that of somebody else's; what Fivetran refuses leaves the old one", async () => {
  await open();
  const { own, path, secret } = await point();
  const id = own.webhook_id ?? "";
  const fault = { kind: "error", status: 403, code: "Forbidden", message: "No right" };
  await account.control("faults", { rules: [{ match: { operation: "modify_webhook" }, fault }] });
  expect((await ask(renew, { id }, {})).status).toBe(403);
  expect((await listed()).hooks[0]?.own).toMatchObject({ old_secret_until: null, secret_unsure: false });
  await account.control("faults", { rules: [{ match: {}, fault: { kind: "lost_answer" }, times: 1 }] });
  expect((await ask(renew, { id }, {})).body).toMatchObject({ code: "unknown_outcome" });
  forgetWebhookList();
  expect((await listed()).hooks[0]?.own).toMatchObject({ secret_unsure: true });
  const body = JSON.stringify({ event: "sync_end", created: "2026-03-10T12:00:00Z", connector_id: "shop_a" });
  expect((await post(path, body, signed(body, secret))).status).toBe(200);
  expect((await ask(renew, { id }, {})).status).toBe(204);
  expect((await listed()).hooks[0]?.own?.old_secret_until).toBeGreaterThan(Date.now());
  const theirs = { url: "https://hooks.example.com/x", events: ["sync_end"], active: false };
  const other = (await account.elsewhere("POST", "/webhooks/account", theirs)) as Webhook;
  expect((await ask(renew, { id: other.id }, {})).status).toBe(409);
});

test("after the key's secret was replaced the console says that it can no longer check signatures", async () => {
  await open();
  await point();
  // Read once, and held for a while: the sandbox does not know the other secret.
  await listed();
  const { url } = account.identity;
  configureFivetran({ base_url: url, key: "sandbox", secret: "replaced" }, { retry_ms: 1 });
  expect((await listed()).hooks[0]?.own).toMatchObject({ secret_lost: true });
});
