import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HttpSink, httpSink, type SmtpSink, smtpSink } from "@/e2e/fixtures/sinks";
import { env } from "@/lib/env";
import { configureFivetran } from "@/lib/fivetran/client";
import type { ChannelSettings } from "@/lib/model/alert/alert-channel";
import { MOST_ATTEMPTS } from "@/lib/model/alert/alert-delivery";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { sampleRow } from "@/lib/model/sample-snapshot";
import { claimDeliveries, listDeliveries, retryDelivery } from "@/lib/store/alert-deliveries";
import { alertStory, listAlerts } from "@/lib/store/alerts";
import { rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { acknowledgeAlerts } from "@/lib/sync/alerts/acknowledge-alerts";
import { changeAlert } from "@/lib/sync/alerts/change-alert";
import { Courier } from "@/lib/sync/alerts/courier";
import { evaluateAlerts } from "@/lib/sync/alerts/evaluate-alerts";
import { saveChannel, showChannels, testChannel } from "@/lib/sync/alerts/manage-channels";
import { saveRule } from "@/lib/sync/alerts/manage-rules";
import { type Lease, takeLease } from "@/lib/sync/lease";
import { emptyMemory, memory } from "@/lib/sync/memory";

const ada = { actor: { id: "ada", role: "admin" as const }, request_id: "r" };
const HTTP = "0b2f3c1e-7a55-4a7e-9f0d-0a8a5a3f1c11";
const MAIL = "1b2f3c1e-7a55-4a7e-9f0d-0a8a5a3f1c11";
const SECRET = `whsec_${Buffer.from("a secret of twenty-four bytes or so").toString("base64")}`;
const rule: AlertRule = {
  id: "2b2f3c1e-7a55-4a7e-9f0d-0a8a5a3f1c11",
  name: "Broken ones",
  on: true,
  what: "broken",
  after_minutes: 0,
  expires_at: null,
  severity: "critical",
  channel_ids: [HTTP, MAIL],
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
};

const SHOWN = ["shop", "erp", "crm"];
const MORE = ["ads", "hr", "web", "log", "tax", "pos"];

onEachStore("alerts", () => {
  let http: HttpSink;
  let smtp: SmtpSink;
  let lease: Lease;
  let now = 0;
  const courier = new Courier();
  const context = async () => ({ db: (await store()).db, upstream_id: memory().upstream_id ?? 0 });

  const save = (id: string, name: string, settings: ChannelSettings, secret: string | null) =>
    saveChannel({ version: 0, channel: { id, name, on: true, settings }, secret }, ada);
  /** How the account is found from now on. */
  const shows = (...broken: string[]) => {
    const rows = [...SHOWN, ...MORE].map((id) =>
      sampleRow({ id, ...(broken.includes(id) && { setup_state: "broken", health_since: now - 60_000 }) }),
    );
    Object.assign(memory(), { rows: new Map(rows.map((row) => [row.id, row])), swept_at: now });
  };
  const judge = () => evaluateAlerts(lease, now);
  const send = async () => {
    while ((await courier.step(now)) === 0);
  };

  beforeEach(async () => {
    const { db } = await store();
    const upstream_id = await testUpstream(db);
    const url = "http://127.0.0.1:9/v1";
    configureFivetran({ base_url: url, key: "key", secret: "the secret of the key" });
    Object.assign(memory(), emptyMemory(), { upstream_id });
    const taken = await takeLease(db, upstream_id, "poller", 60_000);
    if (!taken) throw new Error("no lease");
    lease = taken;
    now = Date.now();
    env().alert_networks.addAddress("127.0.0.1", "ipv4");
    http = await httpSink();
    smtp = await smtpSink();
    await save(HTTP, "Hook", { kind: "webhook", url: `http://127.0.0.1:${http.port}/in` }, SECRET);
    const mail = { host: "127.0.0.1", port: smtp.port, security: "none" as const, username: "" };
    await save(MAIL, "Mail", { kind: "email", ...mail, from: "h@example.com", to: ["on@example.com"] }, null);
    await saveRule(0, rule, ada);
    shows();
  });
  afterEach(async () => {
    await http.close();
    await smtp.close();
  });

  test("arrive once by HTTP, signed, and by mail, and again when it is over", async () => {
    shows("shop");
    expect(await judge()).toBe(1);
    expect(await judge()).toBe(0);
    await send();
    expect(http.received).toHaveLength(1);
    const [request] = http.received;
    if (!request) throw new Error("nothing came");
    const { headers, body } = request;
    expect(JSON.parse(body)).toMatchObject({
      type: "alert.opened",
      data: { title: "Broken: shop", possible_repeat: false, alerts: [{ connection_id: "shop" }] },
    });
    const key = Buffer.from(SECRET.slice(6), "base64");
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const signature = createHmac("sha256", key).update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
    expect(smtp.received).toMatchObject([{ to: ["<on@example.com>"] }]);
    expect(smtp.received[0]?.mail).toMatch(/^Subject: Broken: shop$/m);

    const [alert] = (await listAlerts()).open;
    if (!alert) throw new Error("no alert");
    await changeAlert(alert.id, { acknowledged: true }, ada);
    await changeAlert(alert.id, { acknowledged: true }, ada);
    now += 60_000;
    shows();
    expect(await judge()).toBe(1);
    await send();
    expect(http.received.map(({ body: text }) => JSON.parse(text).type)).toEqual([
      ...["alert.opened", "alert.acknowledged", "alert.recovered"],
    ]);
    expect(smtp.received).toHaveLength(3);
    const story = await alertStory(alert.id);
    expect(story?.events.map(({ event, actor }) => [event, actor])).toEqual([
      ...[
        ["opened", "headgate"],
        ["acknowledged", "ada"],
        ["recovered", "headgate"],
      ],
    ]);
    expect(story?.deliveries.map(({ state }) => state)).toEqual(Array(6).fill("sent"));
    await expect(changeAlert(alert.id, { muted_until: null }, ada)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("that are muted end unheard", async () => {
    shows("shop");
    await judge();
    await send();
    const [alert] = (await listAlerts()).open;
    await changeAlert(alert?.id ?? "", { muted_until: Date.now() + 3_600_000 }, ada);
    shows();
    await judge();
    await send();
    expect(http.received).toHaveLength(1);
    expect((await listAlerts()).over).toHaveLength(1);
  });

  test("are acknowledged together with one message, and whose they were before stay theirs", async () => {
    shows("shop", "erp", ...MORE);
    await judge();
    await send();
    const open = (await listAlerts()).open.map(({ id }) => id);
    const bob = { ...ada, actor: { id: "bob", role: "admin" as const } };
    await changeAlert(open[0] ?? "", { acknowledged: true }, bob);
    await send();
    expect(await acknowledgeAlerts([...open, "none"], ada)).toEqual([
      { id: open[0], outcome: "before", by: "bob" },
      ...open.slice(1).map((id) => ({ id, outcome: "acknowledged", by: null })),
      { id: "none", outcome: "gone", by: null },
    ]);
    now += 60_000;
    await send();
    expect(http.received.map(({ body }) => JSON.parse(body).data.title)).toEqual([
      "Broken: 8 alerts",
      expect.stringMatching(/^Acknowledged by bob: /),
      "Acknowledged by ada: 7 alerts",
    ]);
    now += 60_000;
    shows("erp");
    await judge();
    expect((await acknowledgeAlerts(open, ada)).map(({ outcome }) => outcome).sort()).toEqual([
      "before",
      ...Array(7).fill("over"),
    ]);
  });

  test("acknowledged by two at once and judged meanwhile are one person's each, and stay so", async () => {
    shows("shop", "erp", ...MORE);
    await judge();
    const open = (await listAlerts()).open.map(({ id }) => id);
    const bob = { ...ada, actor: { id: "bob", role: "admin" as const } };
    // Each of them is worded anew, so judging writes them all.
    for (const row of memory().rows.values()) row.task = { code: "reconnect", message: "Reconnect it" };
    const [mine, his] = await Promise.all([
      acknowledgeAlerts(open, ada),
      acknowledgeAlerts([...open].reverse(), bob),
      judge(),
    ]);
    const left = (await listAlerts()).open;
    expect(left.filter(({ words }) => words.includes("Reconnect it"))).toHaveLength(8);
    const by = new Map(left.map(({ id, acknowledged_by }) => [id, acknowledged_by]));
    for (const id of open) {
      const took = [mine, his].map((all) => all.find((it) => it.id === id)?.outcome);
      expect(took.sort()).toEqual(["acknowledged", "before"]);
      expect(by.get(id)).toBe(mine.find((it) => it.id === id)?.outcome === "acknowledged" ? "ada" : "bob");
      const story = await alertStory(id);
      expect(story?.events.filter(({ event }) => event === "acknowledged")).toHaveLength(1);
    }
  });

  test("are not written by an instance that lost its lease", async () => {
    const { db, upstream_id } = await context();
    await db.execute(sql`update leases set expires_at = 1`);
    await takeLease(db, upstream_id, "poller", 60_000, "another");
    shows("shop");
    await expect(judge()).rejects.toMatchObject({ code: "conflict" });
    expect((await listAlerts()).open).toEqual([]);
    expect((await listDeliveries()).deliveries).toEqual([]);
  });

  test("found by two at once open once, and are sent once however many send", async () => {
    shows("shop", "erp");
    const both = await Promise.allSettled([judge(), judge()]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect((await listAlerts()).open).toHaveLength(2);
    const couriers = [courier, new Courier(), new Courier()];
    for (let round = 0; round < 4; round += 1) await Promise.all(couriers.map((one) => one.step(now)));
    expect(http.received).toHaveLength(2);
    expect(smtp.received).toHaveLength(2);
  });

  test("that may have arrived keep their id and are marked, after a kill and after a silence alike", async () => {
    shows("shop");
    await judge();
    const { db, upstream_id } = await context();
    // Somebody took them and was killed.
    await claimDeliveries(db, upstream_id, { most: 8, ms: 60_000, now });
    await courier.step(now);
    expect(http.received).toEqual([]);
    await db.execute(sql`update alert_deliveries set claimed_until = 1`);
    http.answer = null;
    await courier.step(now);
    const first = http.received[0];
    expect(JSON.parse(first?.body ?? "").data).toMatchObject({ possible_repeat: true });
    http.answer = { status: 204 };
    await courier.step(now + 3_600_000);
    expect(http.received).toHaveLength(2);
    expect(http.received[1]?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    const { deliveries } = await listDeliveries();
    expect(deliveries.find(({ kind }) => kind === "webhook")).toMatchObject({
      state: "sent",
      possible_repeat: true,
      attempts: 3,
    });
    expect(smtp.received[0]?.mail).toMatch(/^X-Headgate-Possible-Repeat: yes$/m);
  });

  test("wait behind an earlier message of their own that has not arrived yet", async () => {
    http.answer = { status: 503, body: "down" };
    shows("shop");
    await judge();
    await send();
    shows();
    await judge();
    await courier.step(now);
    expect(http.received).toHaveLength(1);
    expect(smtp.received).toHaveLength(2);
    http.answer = { status: 200 };
    await courier.step(now + 3_600_000);
    await courier.step(now + 3_600_000);
    expect(http.received.map(({ body }) => JSON.parse(body).type).slice(1)).toEqual([
      ...["alert.opened", "alert.recovered"],
    ]);
  });

  test("are given up after so many attempts, or at once where nothing will change, and sent again by hand", async () => {
    http.answer = { status: 500, body: "no" };
    smtp.answer = "550 not here";
    shows("shop");
    await judge();
    for (let attempt = 0; attempt < MOST_ATTEMPTS + 2; attempt += 1) {
      await courier.step(now);
      now += 2 * 3_600_000;
    }
    expect(http.received).toHaveLength(MOST_ATTEMPTS);
    expect(smtp.received).toHaveLength(1);
    const dead = (await listDeliveries()).deliveries;
    expect(dead.map(({ state, answer }) => [state, answer])).toEqual([
      ...[
        ["dead", "550 not here"],
        ["dead", "500 no"],
      ],
    ]);
    http.answer = { status: 200, body: "yes" };
    await retryDelivery(dead[1]?.id ?? "", now);
    await send();
    expect((await listDeliveries()).deliveries[1]).toMatchObject({ state: "sent", answer: "200 yes" });
    await expect(retryDelivery(dead[1]?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
  });

  test("their channels are tried, and their secrets are neither shown nor stored", async () => {
    expect(await testChannel(HTTP, ada)).toEqual({ ok: true, answer: "200 taken" });
    expect(await testChannel(MAIL, ada)).toEqual({ ok: true, answer: "250 kept" });
    http.answer = { status: 302, headers: { location: "http://127.0.0.1:1/" } };
    expect(await testChannel(HTTP, ada)).toMatchObject({ ok: false });
    const { db } = await context();
    const text = JSON.stringify([
      await showChannels(),
      rowsOf(await db.execute(sql`select * from alert_channels`)),
      rowsOf(await db.execute(sql`select * from audit`)),
    ]);
    expect(text).not.toContain(SECRET.slice(6));
    configureFivetran({ base_url: "http://127.0.0.1:9/v1", key: "key", secret: "the next secret" });
    expect(await showChannels()).toMatchObject([{ secret_lost: true }, { secret_lost: false }]);
    expect(await testChannel(HTTP, ada)).toMatchObject({ ok: false });
  });

  test("say in words why nobody took them", async () => {
    await http.close();
    expect(await testChannel(HTTP, ada)).toEqual({
      ok: false,
      answer: "No answer: the connection was refused (ECONNREFUSED).",
    });
    http = await httpSink();
  });

  test("are not saved over what somebody else saved", async () => {
    await saveRule(1, { ...rule, name: "Every broken one" }, ada);
    await expect(saveRule(1, rule, ada)).rejects.toMatchObject({ code: "conflict" });
    await expect(saveRule(0, rule, ada)).rejects.toMatchObject({ code: "conflict" });
    const other = { ...rule, id: HTTP, name: "every BROKEN one" };
    await expect(saveRule(0, other, ada)).rejects.toMatchObject({ code: "invalid" });
  });
});
