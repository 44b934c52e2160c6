import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type HttpSink, httpSink } from "@/e2e/fixtures/sinks";
import { rounds } from "@/lib/env";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { startSandbox } from "@/lib/sandbox/server";
import type { Store } from "@/lib/store/database";
import { hasPostgres, postgresServer, type TestServer } from "@/lib/store/test-postgres";
import { bundleApi } from "@/scripts/instances/bundle-api";
import { ask, type Instance, startInstance } from "@/scripts/instances/instance";
import { isSweep, UpstreamOfMany } from "@/scripts/instances/upstream-of-many";

const SOAK = rounds(0, 1) === 1;
/** Soak has the times of real life, and a pause of a minute. */
const TIMES = SOAK
  ? { poller: {}, jobs: {} }
  : {
      poller: { lease: 3_500, beat: 500, alive: 4_000, settle: 500 },
      jobs: { looks: [0, 200], retry: 200, turn: { lease: 2_000, renew: 500 } },
    };
const PAUSE_MS = SOAK ? 60_000 : 6_000;
const POLL_MS = SOAK ? 2_000 : 700;
/** More than one page, so that a sweep can be cut between two. */
const CONNECTIONS = 1_050;
const NAMES = ["one", "two", "three"];
const BASIC = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;
const PATIENCE = { timeout: 60_000, interval: 50 };

describe.skipIf(!hasPostgres())("three instances on one database", { timeout: 300_000 }, () => {
  let folder = "";
  let program = "";
  let server: TestServer;
  let look: Store;
  let sandbox: { url: string; close(): Promise<void> };
  let upstream: UpstreamOfMany;
  let instances: Instance[] = [];
  let ids: string[] = [];
  let told: HttpSink;
  /** A connection that breaks and mends, and that people are told of. */
  let watched = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "headgate-instances-"));
    program = await bundleApi(basename(folder));
    server = await postgresServer();
    look = await server.open();
    sandbox = await startSandbox({ connections: CONNECTIONS, speed: 0, quota: "off" });
    upstream = new UpstreamOfMany(sandbox.url);
    const address = await upstream.start();
    instances = await Promise.all(NAMES.map((name) => begin(name, address)));
    await vi.waitFor(async () => {
      for (const it of instances) expect((await snapshot(it)).connections.length).toBe(CONNECTIONS);
    }, PATIENCE);
    const { connections } = await snapshot(of("one"));
    ids = connections.map(({ id }) => id);
    watched =
      connections.slice(30).find(({ setup_state, paused }) => setup_state === "connected" && !paused)?.id ??
      "";
    told = await httpSink();
    await tellOf(watched);
  }, 120_000);

  afterAll(async () => {
    for (const { child, stream } of instances) {
      child.kill("SIGKILL");
      await stream.leave();
    }
    upstream?.stop();
    await told?.close();
    await sandbox?.close();
    await look?.close();
    await server?.stop();
    rmSync(program, { force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const begin = (name: string, address: string): Promise<Instance> =>
    startInstance(program, name, TIMES, {
      DATA_DIR: join(folder, name),
      DATABASE_URL: server.url,
      FIVETRAN_API_URL: address,
      HEADGATE_POLL_MS: String(POLL_MS),
    });

  const of = (name: string): Instance => {
    const found = instances.find((it) => it.name === name);
    if (!found) throw new Error(`There is no instance ${name}.`);
    return found;
  };
  const others = (name: string): Instance[] => instances.filter((it) => it.name !== name);

  const snapshot = (it: Instance) => ask<AccountSnapshot>(it, "GET", "/api/connections");

  /** Has a rule tell the sink when a connection breaks. */
  async function tellOf(id: string): Promise<void> {
    const channel = {
      id: randomUUID(),
      name: "Sink",
      on: true,
      settings: { kind: "webhook", url: `http://127.0.0.1:${told.port}/` },
    };
    const secret = `whsec_${Buffer.alloc(32).toString("base64")}`;
    await ask(of("one"), "PUT", "/api/alert-channels", { version: 0, channel, secret });
    const rule = {
      id: randomUUID(),
      name: "Broken",
      on: true,
      what: "broken",
      severity: "critical",
      after_minutes: 0,
      expires_at: null,
      channel_ids: [channel.id],
      match: { connection_ids: [id], group_ids: [], services: [], tags: [] },
    };
    await ask(of("two"), "PUT", "/api/alert-rules", { version: 0, rule });
  }

  /** Lets a connection sync where none of them sees it. */
  async function syncElsewhere(id: string, end: object): Promise<void> {
    const post = async (url: string, body: object) => {
      const headers = { authorization: BASIC, "content-type": "application/json" };
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      expect(answer.status, await answer.text()).toBeLessThan(300);
    };
    await post(`${sandbox.url}/connections/${id}/sync`, {});
    await post(`${sandbox.url.replace(/\/v1$/, "")}/_sandbox/connections/${id}/end-sync`, end);
  }

  /** What people were told, in its order. */
  const tellings = () => told.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

  /** Changes a connection where none of them sees it. */
  async function pauseElsewhere(id: string, paused: boolean): Promise<void> {
    const answer = await fetch(`${sandbox.url}/connections/${id}`, {
      method: "PATCH",
      headers: {
        authorization: BASIC,
        "content-type": "application/json",
      },
      body: JSON.stringify({ paused }),
    });
    expect(answer.status).toBe(200);
  }

  /** Who polls now: the one that asks next. */
  async function leader(): Promise<string> {
    const since = performance.now();
    await vi.waitFor(() => expect(upstream.sweepers(since).length).toBeGreaterThan(0), PATIENCE);
    return upstream.sweepers(since)[0] ?? "";
  }

  /** Waits until somebody else polls. @returns who, and when that began */
  async function successor(of: string, since: number): Promise<{ name: string; at: number }> {
    const next = () => upstream.asked.find((it) => it.at > since && isSweep(it) && it.who !== of);
    await vi.waitFor(() => expect(next()).toBeDefined(), PATIENCE);
    const { who = "", at = 0 } = next() ?? {};
    return { name: who, at };
  }

  const rows = async <T>(text: string, values: unknown[] = []) => (await look.run(text, values)).rows as T[];

  test("one polls and all serve the same; what one changes every stream shows", async () => {
    const name = await leader();
    const since = performance.now();
    await vi.waitFor(() => expect(upstream.sweepers(since).length).toBeGreaterThan(3), PATIENCE);
    expect(new Set(upstream.sweepers(since))).toEqual(new Set([name]));
    for (const [at, id] of ids.slice(0, 9).entries()) {
      const writer = instances[at % 3] as Instance;
      const began = performance.now();
      const note = { version: 0, tags: [`t${at}`], owners: [], notes: "", runbook: "" };
      await ask(writer, "PUT", `/api/connections/${id}/annotation`, note);
      for (const { stream } of others(writer.name)) {
        const shown = () => stream.seen.find((it) => it.at > began && it.data.connection_id === id);
        await vi.waitFor(() => expect(shown()).toBeDefined(), PATIENCE);
      }
    }
  });

  test("a leader that is killed at work is replaced; jobs run once, and no write is doubled", async () => {
    const name = await leader();
    const [a, b] = others(name) as [Instance, Instance];
    const reloaded = ids.slice(20, 29);
    const jobs = await Promise.all(
      reloaded.map((id, at) =>
        ask<{ id: string }>(instances[at % 3] as Instance, "POST", `/api/connections/${id}/schema/jobs`, {
          kind: "reload_schema",
          exclude_mode: "PRESERVE",
          confirmed: [],
        }),
      ),
    );
    await pauseElsewhere(ids[10] ?? "", true);
    upstream.hold((it) => it.who === name && isSweep(it));
    await vi.waitFor(() => expect(upstream.held).toBeGreaterThan(0), PATIENCE);
    of(name).child.kill("SIGKILL");
    const killed = performance.now();
    instances = others(name);
    await syncElsewhere(watched, { outcome: "failed", task: { code: "reconnect", message: "Reconnect" } });
    const next = await successor(name, killed);
    expect(next.at - killed).toBeLessThan(30_000);
    upstream.release();
    await pauseElsewhere(ids[10] ?? "", false);
    await pauseElsewhere(ids[11] ?? "", true);
    for (const [at, it] of jobs.entries()) {
      await vi.waitFor(async () => {
        const { state } = await ask<{ state: string }>(at % 2 ? a : b, "GET", `/api/jobs/${it.id}`);
        expect(["done", "unknown", "failed"]).toContain(state);
      }, PATIENCE);
    }
    for (const id of reloaded) {
      const sent = upstream.asked.filter((it) => it.what.endsWith(`/connections/${id}/schemas/reload`));
      expect(sent.length, id).toBeLessThanOrEqual(1);
    }
    await settled(11, true);
    expect(await pausesOf(ids[11] ?? "")).toEqual(["true"]);
    await vi.waitFor(() => expect(tellings()).toEqual(["alert.opened"]), PATIENCE);
  });

  test("one that stood still for longer than its lease asks nothing when it goes on, and serves", async () => {
    const name = await leader();
    const [other] = others(name) as [Instance];
    // Between the two pages of a sweep.
    upstream.hold((it) => it.who === name && isSweep(it));
    await vi.waitFor(() => expect(upstream.held).toBeGreaterThan(0), PATIENCE);
    of(name).child.kill("SIGSTOP");
    const stopped = performance.now();
    const next = await successor(name, stopped);
    expect(next.name).toBe(other.name);
    await pauseElsewhere(ids[12] ?? "", true);
    await settled(12, true, [other]);
    await syncElsewhere(watched, { outcome: "succeeded" });
    await vi.waitFor(() => expect(tellings()).toEqual(["alert.opened", "alert.recovered"]), PATIENCE);
    await wait(Math.max(0, PAUSE_MS - (performance.now() - stopped)));
    upstream.release();
    const went_on = performance.now();
    of(name).child.kill("SIGCONT");
    await settled(12, true);
    await pauseElsewhere(ids[12] ?? "", false);
    await settled(12, false);
    const sweeps = () => upstream.sweepers(went_on);
    await vi.waitFor(() => expect(sweeps().length).toBeGreaterThan(4), PATIENCE);
    expect(new Set(sweeps())).toEqual(new Set([other.name]));
    const mine = upstream.asked.filter((it) => it.at > went_on && it.who === name);
    expect(mine.map(({ what }) => what)).toEqual([]);
    expect(await pausesOf(ids[12] ?? "")).toEqual(["true", "false"]);
  });

  test("no two sweeps that were written overlap, and the instances end alike", async () => {
    const overlaps = await rows(
      `select a.id from sweeps a join sweeps b on a.upstream_id = b.upstream_id and a.id < b.id
        and a.started_at < b.ended_at and b.started_at < a.ended_at
        where a.error is null and b.error is null`,
    );
    expect(overlaps).toEqual([]);
    // No alert was told of twice.
    expect(tellings()).toEqual(["alert.opened", "alert.recovered"]);
    await vi.waitFor(async () => {
      const [first, ...more] = await Promise.all(instances.map(snapshot));
      for (const it of more) expect(it.version).toBe(first?.version);
      for (const it of more) expect(it.connections).toEqual(first?.connections);
    }, PATIENCE);
  });

  /** Waits until these instances show whether a connection is paused. */
  async function settled(place: number, paused: boolean, by = instances): Promise<void> {
    for (const it of by) {
      await vi.waitFor(async () => {
        const found = (await snapshot(it)).connections.find(({ id }) => id === ids[place]);
        expect(found?.paused).toBe(paused);
      }, PATIENCE);
    }
  }

  const pausesOf = async (id: string) =>
    (
      await rows<{ to: string }>(
        `select "to" from state_changes where connection_id = $1 and kind = 'paused' order by id`,
        [id],
      )
    ).map((it) => it.to);
});
