import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { GET as getSnapshot } from "@/app/api/connections/route";
import { PATCH } from "@/app/api/fivetran/[...path]/route";
import { POST as take } from "@/app/api/webhooks/fivetran/[token]/route";
import { context, signed, webhookScene } from "@/app/api/webhooks/webhook-scene";
import { rounds } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { startSandbox } from "@/lib/sandbox/server";
import { breakStore } from "@/lib/store/break-store.fixture";
import type { Store } from "@/lib/store/database";
import { setStore, store } from "@/lib/store/db";
import { syncs } from "@/lib/store/tables/syncs";
import { webhookDeliveries } from "@/lib/store/tables/webhook-deliveries";
import { onEachStore } from "@/lib/store/test-store";
import { hintedNow } from "@/lib/sync/hints";
import { memory } from "@/lib/sync/memory";
import { Poller } from "@/lib/sync/poller";
import { sweepNow } from "@/lib/sync/sweep-now";
import { applyDeliveries } from "@/lib/sync/webhooks/apply-deliveries";
import { renewSecret } from "@/lib/sync/webhooks/change-webhook";

const event = (more: object = {}) =>
  JSON.stringify({
    event: "sync_end",
    created: "2026-03-10T12:00:00.123Z",
    connector_type: "stripe",
    connector_id: "shop_a",
    connector_name: "shop",
    sync_id: "0b6b1f1e-0000-4000-a000-000000000001",
    destination_group_id: "group_one",
    data: { status: "SUCCESSFUL" },
    ...more,
  });
const rows = async () => (await store()).db.select().from(webhookDeliveries);

onEachStore("webhook intake", (kind) => {
  const { account, open, point, post, traffic, sync } = webhookScene(startSandbox, take);

  test("what Fivetran sends arrives, signed: the test of the creation, then the syncs, each once", async () => {
    await open();
    await point();
    await sync("shop_a", { outcome: "succeeded" });
    await vi.waitFor(async () => expect((await traffic()).deliveries).toHaveLength(3), 10_000);
    const { deliveries, refusals } = await traffic();
    expect(deliveries.map((it) => [it.event, it.connection_id, it.outcome]).reverse()).toEqual([
      ["test_event", null, null],
      ["sync_start", "shop_a", null],
      ["sync_end", "shop_a", "SUCCESSFUL"],
    ]);
    expect(new Set(deliveries.slice(0, 2).map((it) => it.sync_id)).size).toBe(1);
    expect(refusals).toEqual([]);
    expect([...hintedNow()]).toEqual(["shop_a"]);
  });

  test("a delivery is a hint: the connection is read, at once and once, and what that shows is written", async () => {
    await open();
    const poller = new Poller(account.identity);
    await poller.step();
    await point();
    await sync("shop_a", { outcome: "succeeded" });
    await vi.waitFor(async () => expect((await traffic()).deliveries).toHaveLength(3), 10_000);
    const before = memory().rows.get("shop_a")?.succeeded_at;
    const asked = async () =>
      (await account.requests()).filter((it) => it === "GET /v1/connections/shop_a").length;
    const now = Date.now();
    expect(await poller.step(now)).toBe(0);
    expect(memory().rows.get("shop_a")?.succeeded_at).toBeGreaterThan(before ?? 0);
    expect([await asked(), [...hintedNow()]]).toEqual([1, []]);
    await poller.step(now + 100);
    expect(await asked()).toBe(1);
    await poller.stop();
  });

  test("a sync that fails, is tried again inside and then succeeds is one sync, by webhooks and looks together", async () => {
    await open();
    const poller = new Poller(account.identity);
    await poller.step();
    const { path, secret } = await point();
    await sync("shop_a", { outcome: "succeeded" });
    await vi.waitFor(async () => expect((await traffic()).deliveries).toHaveLength(3), 10_000);
    const [end] = (await rows()).filter((row) => row.event === "sync_end");
    const first = JSON.parse(end?.body ?? "{}");
    // Fivetran's first attempt had failed while the sync went on; that word comes last.
    const created = new Date(Date.parse(first.created) - 1).toISOString();
    const failed = JSON.stringify({ ...first, created, data: { status: "FAILURE", reason: "A hiccup" } });
    expect((await post(path, failed, signed(failed, secret))).status).toBe(200);
    await poller.step(Date.now() + 2_000);
    await applyDeliveries();
    const written = async () => {
      const all = await (await store()).db.select().from(syncs);
      return all.filter((it) => it.sync_id !== null || (it.connection_id === "shop_a" && it.shown));
    };
    const named = (await written()).filter((it) => it.sync_id !== null);
    expect(named).toMatchObject([
      {
        connection_id: "shop_a",
        sync_id: first.sync_id,
        outcome: "succeeded",
        ended_at: Date.parse(first.created),
      },
    ]);
    expect((await rows()).every((row) => row.applied)).toBe(true);
    // Told once more, and in another order, it is the same.
    await post(path, failed, signed(failed, secret));
    await applyDeliveries();
    expect((await written()).filter((it) => it.sync_id !== null)).toEqual(named);
    await poller.stop();
  });

  test("unknown fields, unknown events and odd names are kept byte for byte", async () => {
    await open();
    const { path, secret } = await point();
    const body = event({
      event: "sync_paused_by_moon",
      connector_name: "__proto__",
      fresh: { a: [1, null] },
    });
    expect(await post(path, body, signed(body, secret))).toMatchObject({ status: 200 });
    const stored = (await rows()).find((row) => row.event === "sync_paused_by_moon");
    expect(stored?.body).toBe(body);
  });

  test("a signature is good in either case of letters, and only over the very bytes", async () => {
    await open();
    const { path, secret } = await point();
    const body = event();
    const { "x-fivetran-signature-256": hex = "" } = signed(body, secret);
    const send = async (signature: string, sent = body) =>
      (await post(path, sent, { "x-fivetran-signature-256": signature })).status;
    expect(await send(hex.toUpperCase())).toBe(200);
    expect(await send(`sha256=${hex}`)).toBe(401);
    expect(await send(hex.slice(0, -1))).toBe(401);
    expect(await send(hex, `${body}\n`)).toBe(401);
    expect(await send(hex, body.slice(0, -1))).toBe(401);
    expect(await send(signed(body, "another")["x-fivetran-signature-256"] ?? "")).toBe(401);
    expect(await send(signed(body, "")["x-fivetran-signature-256"] ?? "")).toBe(401);
    expect((await post(path, body)).status).toBe(401);
    expect((await rows()).filter((row) => row.event === "sync_end")).toHaveLength(1);
    const { refusals } = await traffic();
    expect(refusals.map(({ reason, count }) => [reason, count]).sort()).toEqual([
      ["signature", 6],
      ["unsigned", 1],
    ]);
    expect(refusals[0]?.last_at).toBeGreaterThan(Date.now() - 60_000);
  });

  test("a forged delivery leaves nothing behind that could be taken for a fact", async () => {
    await open();
    const { path } = await point();
    const body = event({ data: { status: "FAILURE_WITH_TASK" } });
    await post(path, body, signed(body, "guessed"));
    expect([...hintedNow()]).toEqual([]);
    expect(JSON.stringify(await rows())).not.toContain("FAILURE_WITH_TASK");
  });

  test("an unknown address is 404 before anything is read; other hosts are refused, foreign origins are not asked for", async () => {
    await open();
    const { path, secret } = await point();
    const body = event();
    const odd = path.replace(/.{5}$/, "AAAAA");
    for (const address of [odd, "/api/webhooks/fivetran/x", "/api/webhooks/fivetran/"]) {
      expect((await post(address, body, signed(body, secret))).status).toBe(404);
    }
    const headers = {
      ...signed(body, secret),
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
    };
    expect((await post(path, body, headers)).status).toBe(200);
    expect((await traffic()).refusals).toEqual([]);
  });

  // The embedded database has a single connection, so there they are not in parallel any more.
  const many = kind === "pglite" ? rounds(100, 1_000) : 1_000;
  test(`${many} of the same in parallel leave one row, replayed and out of order as well`, async () => {
    await open();
    const { path, secret } = await point();
    const body = event();
    const answers = await Promise.all(
      Array.from({ length: many }, () => post(path, body, signed(body, secret))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const start = event({ event: "sync_start", data: undefined });
    for (const late of [start, body, start]) await post(path, late, signed(late, secret));
    const stored = (await rows()).filter((row) => row.event !== "test_event");
    expect(stored.map(({ event: name, repeats }) => [name, repeats]).sort()).toEqual([
      ["sync_end", many],
      ["sync_start", 1],
    ]);
    expect([...hintedNow()]).toEqual(["shop_a"]);
  }, 120_000);

  test("5 MB, 256 KB in pieces and a gzip that swells are 413, and nothing of them is held", async () => {
    await open();
    const { path, secret } = await point();
    const large = event({ note: "x".repeat(300_000) });
    const huge = event({ note: "x".repeat(5_000_000) });
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < large.length; at += 10_000) {
          controller.enqueue(new TextEncoder().encode(large.slice(at, at + 10_000)));
        }
        controller.close();
      },
    });
    const bomb = gzipSync(huge);
    expect(bomb.byteLength).toBeLessThan(262_144);
    expect((await post(path, huge, signed(huge, secret)).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await post(path, pieces, signed(large, secret)).catch(() => ({ status: 413 }))).status).toBe(413);
    const gzip = { "content-encoding": "gzip" };
    expect((await post(path, bomb, { ...gzip, ...signed(bomb, secret) })).status).toBe(413);
    expect((await rows()).filter((row) => row.event !== "test_event")).toEqual([]);
    expect((await traffic()).refusals).toMatchObject([{ reason: "too_large", count: 3 }]);
  });

  test("a gzip is unpacked, signed over either form, and the same delivery as the plain one", async () => {
    await open();
    const { path, secret } = await point();
    const body = event();
    const zipped = gzipSync(body);
    const gzip = { "content-encoding": "gzip" };
    expect((await post(path, zipped, { ...gzip, ...signed(zipped, secret) })).status).toBe(200);
    expect((await post(path, zipped, { ...gzip, ...signed(body, secret) })).status).toBe(200);
    expect((await post(path, body, signed(body, secret))).status).toBe(200);
    expect((await rows()).find((row) => row.event === "sync_end")).toMatchObject({ body, repeats: 2 });
    const cut = zipped.subarray(0, -6);
    expect((await post(path, cut, { ...gzip, ...signed(cut, secret) })).status).toBe(400);
    expect((await post(path, "no gzip", { ...gzip, ...signed("no gzip", secret) })).status).toBe(400);
    expect((await post(path, body, { "content-encoding": "br", ...signed(body, secret) })).status).toBe(415);
  });

  test("what is signed and still no event is refused, and counted", async () => {
    await open();
    const { path, secret } = await point();
    for (const body of ["", "[]", "null", "{", '{"created":1}', '{"event":""}', '{"event":7}']) {
      expect((await post(path, body, signed(body, secret))).status).toBe(400);
    }
    expect((await traffic()).refusals).toMatchObject([{ reason: "unreadable", count: 7 }]);
  });

  test("while the store is down a delivery is 503 with a time to come again, and taken once it is up", async () => {
    await open();
    const { path, secret } = await point();
    const opened = await store();
    const body = event();
    const broken = new Proxy(opened, {
      get: (target, name) => {
        if (name === "db") throw new Error("connection refused");
        return Reflect.get(target, name);
      },
    }) as Store;
    setStore(Promise.resolve(broken));
    const answer = await post(path, body, signed(body, secret));
    setStore(Promise.resolve(opened));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(answer.text).not.toContain("connection refused");
    expect((await post(path, body, signed(body, secret))).status).toBe(200);
    expect((await rows()).filter((row) => row.event === "sync_end")).toHaveLength(1);
  });

  test.each(["full", "read-only"] as const)(
    "while the store is %s a delivery is 503, pages are served, a change is not sent; then all goes on",
    async (fault) => {
      await open();
      await sweepNow("person", {});
      const { path, secret } = await point();
      const body = event();
      const change = async () => {
        const headers = { host: "localhost", origin: "http://localhost", "content-type": "application/json" };
        const init = {
          method: "PATCH",
          headers,
          body: JSON.stringify({ paused: true, run_setup_tests: false }),
        };
        const request = new Request("http://localhost/api/fivetran/connections/shop_a", init);
        const answer = await PATCH(request, { params: Promise.resolve({ path: ["connections", "shop_a"] }) });
        return [answer.status, await answer.text()] as const;
      };
      const mend = await breakStore(await store(), fault);
      const delivered = await post(path, body, signed(body, secret));
      expect([delivered.status, delivered.headers.get("retry-after")]).toEqual([503, "60"]);
      const pages = new Request("http://localhost/api/connections", { headers: { host: "localhost" } });
      expect((await getSnapshot(pages, { params: Promise.resolve({}) })).status).toBe(200);
      const [status, text] = await change();
      expect(status).toBe(503);
      expect(text).toContain(fault === "full" ? "database is full" : "takes no writes at present");
      expect((await account.requests()).filter((it) => it.startsWith("PATCH"))).toEqual([]);
      await mend();
      expect((await post(path, body, signed(body, secret))).status).toBe(200);
      expect((await rows()).filter((row) => row.event === "sync_end")).toHaveLength(1);
      expect((await change())[0]).toBe(200);
    },
  );

  test("while a secret is replaced both are good, until a delivery comes that the new one signed", async () => {
    await open();
    const { path, secret, own } = await point();
    await renewSecret(own.webhook_id ?? "", context);
    const old = event({ n: 1 });
    expect((await post(path, old, signed(old, secret))).status).toBe(200);
    expect((await rows()).find((row) => row.body === old)).toMatchObject({ old_secret: true });
    await sync("shop_b", { outcome: "succeeded" });
    await vi.waitFor(async () => {
      const seen = (await rows()).filter((row) => row.connection_id === "shop_b");
      expect(seen.map((row) => row.old_secret)).toEqual([false, false]);
    }, 10_000);
    const late = event({ n: 2 });
    await vi.waitFor(async () => {
      expect((await post(path, late, signed(late, secret))).status).toBe(401);
    }, 10_000);
  });

  test("neither the secret nor the end of the address is in the database or in an answer", async () => {
    await open();
    const { path, secret } = await point();
    const { db } = await store();
    const token = path.split("/").at(-1) ?? "";
    const tables = ["webhooks", "webhook_deliveries", "webhook_refusals", "audit"];
    const dumps = await Promise.all(tables.map((table) => db.execute(`select * from ${table}`)));
    const text = JSON.stringify(dumps);
    expect(text).toContain("create_account_webhook");
    expect([token, secret].filter((it) => text.includes(it))).toEqual([]);
  });

  test("without a public address nothing is sent, and the way out is named", async () => {
    await open();
    const { setPublicUrl } = await import("@/lib/auth/public-url");
    setPublicUrl(null);
    const asked = point().catch((error: unknown) => error);
    expect(await asked).toBeInstanceOf(AppError);
    expect(String(await asked)).toMatch(/HEADGATE_PUBLIC_URL/);
    expect((await account.requests()).filter((it) => it.includes("webhooks"))).toEqual([]);
  });
});
