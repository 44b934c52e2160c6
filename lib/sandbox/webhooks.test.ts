import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { Webhook } from "@/lib/model/webhook";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Received {
  path: string | undefined;
  signature: string | string[] | undefined;
  body: string;
  json: Record<string, unknown> & { data?: Record<string, unknown> };
}

const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
let receiver: Server;
let sandbox: TestSandbox;
let received: Received[];
let answer: number;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request
      .on("data", (chunk) => {
        body += chunk;
      })
      .on("end", () => {
        const signature = request.headers["x-fivetran-signature-256"];
        received.push({ path: request.url, signature, body, json: JSON.parse(body) });
        response.writeHead(answer).end();
      });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => receiver.close(resolve));
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  received = [];
  answer = 204;
  sandbox = await testSandbox(options());
});
afterEach(() => sandbox.close());

function options() {
  const { port } = receiver.address() as AddressInfo;
  return { deliver: [`hooks.example.com=http://127.0.0.1:${port}`], connections: 40, quota: "off" } as const;
}

const EVERYTHING = [
  ...["sync_start", "sync_end", "connection_successful", "connection_failure", "create_connector"],
  ...["edit_connector", "pause_connector", "resume_connector", "delete_connector"],
  ...["force_update_connector", "resync_connector", "resync_table"],
];
const hook = (more: object = {}, path = "/webhooks/account") =>
  sandbox.data<Webhook>("POST", path, { url: "https://hooks.example.com/in", events: EVERYTHING, ...more });

async function named(name: string): Promise<Connection> {
  const { items } = await sandbox.data<{ items: Connection[] }>("GET", "/connections?limit=1000");
  const found = items.find(({ schema }) => schema === name);
  if (!found) throw new Error(`No connection ${name}.`);
  return found;
}

/** The sandbox has sent all that it had to. */
async function sent(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  sandbox.core.courier.go();
  await sandbox.core.courier.idle();
}

const events = () => received.map(({ json }) => json.event);

describe("an active webhook", () => {
  test("is made only where its test arrives, which has no sync and the older group_id", async () => {
    answer = 500;
    const refused = await sandbox.call("POST", "/webhooks/account", {
      url: "https://hooks.example.com/in",
      events: ["sync_end"],
    });
    expect(refused).toMatchObject({ status: 400, body: { code: "InvalidInput" } });
    expect((await sandbox.data("GET", "/webhooks")).items).toEqual([]);
    answer = 200;
    await hook({ secret: "s" });
    const { json, signature, body } = received.at(-1) as Received;
    expect(json).toMatchObject({
      event: "test_event",
      connector_id: "_connector_1",
      group_id: "_destination_1",
    });
    expect(Object.keys(json)).not.toContain("sync_id");
    expect(signature).toBe(createHmac("sha256", "s").update(body).digest("hex"));
  });

  test("is tested again when it is switched on, and stays off where that fails", async () => {
    const { id } = await hook({ active: false });
    expect(received).toEqual([]);
    answer = 503;
    expect((await sandbox.call("PATCH", `/webhooks/${id}`, { active: true })).status).toBe(400);
    expect((await sandbox.data<Webhook>("GET", `/webhooks/${id}`)).active).toBe(false);
    answer = 200;
    expect((await sandbox.data<Webhook>("PATCH", `/webhooks/${id}`, { active: true })).active).toBe(true);
    await sandbox.data("PATCH", `/webhooks/${id}`, { secret: "other" });
    expect(received).toHaveLength(2);
  });

  test("is told of by the test call how its receiver answered", async () => {
    const { id } = await hook();
    answer = 418;
    const told = await sandbox.data("POST", `/webhooks/${id}/test`, { event: "sync_end" });
    expect(told).toMatchObject({ succeed: false, status: 418 });
    expect(received.at(-1)?.json).toMatchObject({ event: "sync_end", connector_id: "_connection_1" });
  });
});

describe("what happens in the account", () => {
  test("a sync is told of at its start and end under one id, in Fivetran's order of keys", async () => {
    await hook({ secret: "s", events: ["sync_start", "sync_end"] });
    const { id, group_id } = await named("shop_prod");
    await sandbox.data("POST", `/connections/${id}/sync`, { force: true });
    await sandbox.control("POST", `/connections/${id}/end-sync`, { outcome: "succeeded" });
    await sent();
    const [start, end] = received.filter(({ json }) => json.connector_id === id).slice(-2);
    expect(start?.json).toMatchObject({ event: "sync_start", connector_name: "shop_prod" });
    expect(end?.json).toMatchObject({
      event: "sync_end",
      sync_id: start?.json.sync_id,
      data: { status: "SUCCESSFUL" },
    });
    expect(Object.keys(end?.json ?? {})).toEqual([
      ...["event", "created", "connector_type", "connector_id", "connector_name", "sync_id"],
      ...["destination_group_id", "data"],
    ]);
    expect(end?.json.destination_group_id).toBe(group_id);
    expect(end?.body).not.toMatch(/\s$/);
  });

  test.each([
    [{ outcome: "failed" }, { status: "FAILURE" }],
    [
      { outcome: "failed", task: { message: "The token was revoked." } },
      { status: "FAILURE_WITH_TASK", reason: "The token was revoked.", taskType: "reconnect" },
    ],
    [{ outcome: "canceled" }, { status: "CANCELED" }],
    [
      { outcome: "rescheduled", rescheduled_for: "2026-03-10T15:00:00Z" },
      { status: "RESCHEDULED", rescheduledAt: "2026-03-10T15:00:00.000Z" },
    ],
  ])("a sync that ends by %j says %j", async (end, data) => {
    await hook({ events: ["sync_end"] });
    const { id } = await named("shop_prod");
    await sandbox.data("POST", `/connections/${id}/sync`, { force: true });
    await sandbox.control("POST", `/connections/${id}/end-sync`, end);
    await sent();
    expect(received.at(-1)?.json).toMatchObject({ event: "sync_end", connector_id: id, data });
  });

  test("changes, pauses, re-syncs, setup tests and a deletion are told of, and a pause cancels the sync", async () => {
    await hook();
    const { id } = await named("shop_prod");
    await sandbox.data("PATCH", `/connections/${id}`, { schedule_type: "manual", run_setup_tests: false });
    await sandbox.data("POST", `/connections/${id}/resync`, {});
    await sandbox.data("PATCH", `/connections/${id}`, { paused: true, run_setup_tests: false });
    await sandbox.data("POST", `/connections/${id}/test`, {});
    await sandbox.data("DELETE", `/connections/${id}`);
    await sent();
    expect(received.filter(({ json }) => json.connector_id === id).map(({ json }) => json.event)).toEqual(
      expect.arrayContaining([
        ...["edit_connector", "resync_connector", "sync_start", "pause_connector", "sync_end"],
        ...["connection_successful", "delete_connector"],
      ]),
    );
    expect(received.find(({ json }) => json.event === "sync_end")?.json.data).toEqual({ status: "CANCELED" });
  });

  test("reaches a group's webhook of its own group only, and none that did not ask or is off", async () => {
    const shop = await named("shop_prod");
    const { items } = await sandbox.data<{ items: Connection[] }>("GET", "/connections");
    const other = items.find(({ group_id, paused }) => group_id !== shop.group_id && !paused);
    await hook({ url: "https://hooks.example.com/group" }, `/webhooks/group/${shop.group_id}`);
    await hook({ url: "https://hooks.example.com/other", events: ["connection_failure"] });
    await hook({ url: "https://hooks.example.com/off", active: false });
    received = [];
    for (const id of [shop.id, other?.id])
      await sandbox.data("POST", `/connections/${id}/sync`, { force: true });
    await sent();
    const told = received.filter(({ json }) => json.event === "force_update_connector");
    expect(told.map(({ path, json }) => [path, json.connector_id])).toEqual([["/group", shop.id]]);
  });
});

describe("a delivery that fails", () => {
  const failing = async () => {
    const made = await hook({ events: ["edit_connector"] });
    answer = 500;
    received = [];
    const { id } = await named("shop_prod");
    await sandbox.data("PATCH", `/connections/${id}`, { sync_frequency: 60, run_setup_tests: false });
    await sent();
    return made;
  };

  test("is sent again with the same body after 6 and 27 minutes, until it goes through", async () => {
    await failing();
    expect(events()).toEqual(["edit_connector"]);
    sandbox.pass(5 * MINUTE);
    await sent();
    expect(received).toHaveLength(1);
    sandbox.pass(MINUTE);
    await sent();
    expect(received).toHaveLength(2);
    answer = 200;
    sandbox.pass(21 * MINUTE);
    await sent();
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    sandbox.pass(26 * HOUR);
    await sent();
    expect(received).toHaveLength(3);
  });

  test("is given up after a day, and the webhook is switched off after three days without a success", async () => {
    const { id } = await failing();
    for (const hours of [1, 2, 5, 17]) {
      sandbox.pass(hours * HOUR);
      await sent();
    }
    expect(sandbox.core.world.state.pending_deliveries).toEqual([]);
    expect((await sandbox.data<Webhook>("GET", `/webhooks/${id}`)).active).toBe(true);
    sandbox.pass(48 * HOUR);
    const shop = await named("shop_prod");
    await sandbox.data("PATCH", `/connections/${shop.id}`, { sync_frequency: 360, run_setup_tests: false });
    await sent();
    expect((await sandbox.data<Webhook>("GET", `/webhooks/${id}`)).active).toBe(false);
    expect(sandbox.core.world.state.pending_deliveries).toEqual([]);
  });

  test("outlives a restart", async () => {
    await sandbox.close();
    const kept = { ...options(), state_file: join(folder, "sandbox.json") };
    sandbox = await testSandbox(kept);
    await failing();
    await sandbox.close();
    sandbox = await testSandbox(kept);
    answer = 200;
    sandbox.pass(6 * MINUTE);
    await sent();
    expect(received).toHaveLength(2);
    expect(received[1]?.body).toBe(received[0]?.body);
  });
});
