import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import type { ServerEvent } from "@/lib/model/snapshot";
import { startSandbox } from "@/lib/sandbox/server";
import { breakStore } from "@/lib/store/break-store.fixture";
import { store } from "@/lib/store/db";
import { onEachStore } from "@/lib/store/test-store";
import { turnTo } from "@/lib/sync/catch-up";
import { hearEvents } from "@/lib/sync/hub";
import { leaseNote, noteOnLease, takeLease } from "@/lib/sync/lease";
import { memory } from "@/lib/sync/memory";
import { notedPace } from "@/lib/sync/pace";
import { Poller, refreshNow } from "@/lib/sync/poller";
import { accountStatus } from "@/lib/sync/snapshot";
import { stateChangesSince } from "@/lib/sync/state-changes-since";
import { holdAccount } from "@/lib/sync/test-account";
import { markWatched } from "@/lib/sync/watch";

const succeeded_at = new Date(Date.now() - 60_000).toISOString();
const shop = { id: "shop_a", schema: "shop", succeeded_at };

onEachStore("poller", () => {
  const account = holdAccount(startSandbox);
  let poller: Poller | null = null;
  afterEach(async () => {
    await poller?.stop();
    poller = null;
  });
  const open = async () => {
    await account.start([shop]);
    poller = new Poller(account.identity);
    return poller;
  };

  test("it asks whose key it is, sweeps, and rests until the next sweep is due", async () => {
    const it = await open();
    expect(accountStatus().condition).toEqual({ state: "starting", done: 0, total: null });
    expect(await it.step()).toBe(0);
    const rest = await it.step();
    expect(rest).toBeGreaterThan(0);
    expect([...memory().rows.keys()]).toEqual(["shop_a"]);
    const { poller: shown, condition } = accountStatus();
    expect(condition).toEqual({ state: "ok" });
    expect(shown.next_sweep_at).toBe((memory().sweep_started_at ?? 0) + shown.interval_ms);
    expect(await account.requests()).toEqual([
      "GET /v1/account/info",
      "GET /v1/connections?limit=1000",
      "GET /v1/groups?limit=1000",
      "GET /v1/destinations?limit=1000",
      "GET /v1/metadata/connector-types?limit=1000",
    ]);
  });

  test("a watched connection is read at once, and again no sooner than after 5 s", async () => {
    const it = await open();
    await it.step();
    markWatched("shop_a");
    const now = Date.now();
    expect(await it.step(now)).toBe(0);
    const details = async () =>
      (await account.requests()).filter((request) => request === "GET /v1/connections/shop_a").length;
    expect(await details()).toBe(1);
    expect(await it.step(now)).toBe(0);
    expect((await account.requests()).at(-1)).toMatch(/^GET \/v1\/connections\/shop_a\/sync-history\?/);
    expect(await it.step(now + 4000)).toBeGreaterThan(0);
    expect(await details()).toBe(1);
    expect(await it.step(now + 5001)).toBe(0);
    expect(await details()).toBe(2);
  });

  test("many open pages cost what one does", async () => {
    const it = await open();
    await it.step();
    for (let viewer = 0; viewer < 50; viewer += 1) markWatched("shop_a");
    const before = (await account.requests()).length;
    await it.step();
    await it.step();
    await it.step();
    // Its details, and once its history.
    expect((await account.requests()).length - before).toBe(2);
  });

  test("while another instance holds the lease it asks nothing", async () => {
    const it = await open();
    await it.step();
    await it.stop();
    const { db } = await store();
    await takeLease(db, memory().upstream_id ?? 0, "poller", 60_000, "another instance");
    const second = new Poller(account.identity);
    poller = second;
    markWatched("shop_a");
    await second.step(Date.now() + 3_600_000);
    expect((await account.requests()).filter((request) => request.includes("connections")).length).toBe(1);
  });

  test("one that follows shows the pace of the one that leads, and that it rests", async () => {
    const it = await open();
    await it.step();
    const { interval_ms } = accountStatus().poller;
    await it.stop();
    const { db } = await store();
    const upstream_id = memory().upstream_id ?? 0;
    expect(notedPace(await leaseNote(db, upstream_id, "poller"))).toMatchObject({
      interval_ms,
      resting: false,
    });
    const lease = await takeLease(db, upstream_id, "poller", 60_000, "another instance");
    if (!lease) throw new Error("no lease");
    const at = Date.now() + 300_000;
    const pace = { interval_ms: 420_000, budget_per_hour: 77, next_sweep_at: at, resting: true };
    await noteOnLease(db, lease, { calls: 1, at, pace });
    poller = new Poller(account.identity);
    await poller.step();
    expect(accountStatus().poller).toMatchObject({
      resting: true,
      elsewhere: true,
      interval_ms: 420_000,
      budget_per_hour: 77,
      next_sweep_at: at,
    });
    await db.execute(sql`update leases set expires_at = 1 where name = 'poller'`);
    await poller.stop();
    poller = new Poller(account.identity);
    await poller.step();
    expect(accountStatus().poller).toMatchObject({ resting: false, elsewhere: false, interval_ms });
  });

  test("a sweep under a lease that was lost meanwhile writes nothing", async () => {
    const it = await open();
    await it.step();
    const { version } = memory();
    await account.elsewhere("PATCH", "/connections/shop_a", { paused: true, run_setup_tests: false });
    const { db } = await store();
    await db.execute(sql`update leases set holder = 'another', token = token + 1 where name = 'poller'`);
    await it.step((memory().sweep_started_at ?? 0) + accountStatus().poller.interval_ms);
    expect(memory().version).toBe(version);
    expect(accountStatus().condition).toEqual({ state: "ok" });
  });

  test("a failure is shown with the next try, and mends by itself", async () => {
    const it = await open();
    await it.step();
    await account.control("faults", { rules: [{ fault: { kind: "bad_gateway_html" } }] });
    await it.step(Date.now() + 3_600_000);
    const { condition } = accountStatus();
    expect(condition).toMatchObject({ state: "unreachable", next_try_at: expect.any(Number) });
    await account.control("faults", { rules: [] });
    it.recovered();
    await it.step();
    expect(accountStatus().condition).toEqual({ state: "ok" });
  });

  test("a refused key is shown as that, and the data stay", async () => {
    const it = await open();
    await it.step();
    await account.control("faults", {
      rules: [{ fault: { kind: "error", status: 401, code: "AuthFailed", message: "no" } }],
    });
    await it.step(Date.now() + 3_600_000);
    expect(accountStatus().condition.state).toBe("refused");
    expect([...memory().rows.keys()]).toEqual(["shop_a"]);
    // One probe in 5 minutes, however often it looks what there is to do.
    const asked = async () => (await account.requests()).length;
    const refused = await asked();
    const { next_sweep_at } = accountStatus().poller;
    expect((next_sweep_at ?? 0) - Date.now()).toBeGreaterThan(290_000);
    markWatched("shop_a");
    for (const ms of [60_000, 120_000, 240_000]) await it.step(Date.now() + ms);
    expect(await asked()).toBe(refused);
    await account.control("faults", { rules: [] });
    await refreshNow("person");
    expect(accountStatus().condition).toEqual({ state: "ok" });
  });

  test.each([
    ["read-only", "takes no writes at present"],
    ["full", "is full"],
  ] as const)(
    "while the store is %s nothing is asked, pages say why and keep what they have; then it goes on",
    async (fault, says) => {
      const it = await open();
      await it.guarded();
      const asked = (await account.requests()).length;
      const mend = await breakStore(await store(), fault);
      const later = Date.now() + 3_600_000;
      await it.guarded(later);
      expect(accountStatus().store_failing).toMatchObject({
        since: later,
        message: expect.stringContaining(says),
      });
      expect(accountStatus().condition).toEqual({ state: "ok" });
      expect([...memory().rows.keys()]).toEqual(["shop_a"]);
      await it.guarded(later + 10_000);
      expect(accountStatus().store_failing?.since).toBe(later);
      expect((await account.requests()).length).toBe(asked);
      await mend();
      await it.guarded(later + 20_000);
      expect(accountStatus().store_failing).toBeNull();
      expect((await account.requests()).length).toBeGreaterThan(asked);
    },
  );

  test.each(["seconds", "date"] as const)(
    "a 429 whose Retry-After is in %s stops all asking until then, and is shown",
    async (retry_after) => {
      const it = await open();
      await it.step();
      const fault = { kind: "rate_limit", retry_after, seconds: 90 };
      await account.control("faults", { rules: [{ fault, times: 1 }] });
      const asked = async () => (await account.requests()).length;
      const before = await asked();
      const later = Date.now() + 3_600_000;
      await it.step(later);
      const { condition, quota, poller: shown } = accountStatus();
      expect(condition.state).toBe("rate_limited");
      expect((quota.paused_until ?? 0) - Date.now()).toBeGreaterThan(60_000);
      expect(shown.next_sweep_at).toBeGreaterThanOrEqual(quota.paused_until ?? Number.POSITIVE_INFINITY);
      markWatched("shop_a");
      await it.step(Date.now());
      expect(await asked()).toBe(before + 1);
      expect([...memory().rows.keys()]).toEqual(["shop_a"]);
    },
  );

  test("with less than a fifth of the quota left it rests, looks now and then what is left, and goes on", async () => {
    await account.start([shop], { quota: "trial" });
    poller = new Poller(account.identity);
    const eat = () => account.elsewhere("GET", "/account/info");
    for (let group = 0; group < 41; group += 1) await Promise.all(Array.from({ length: 10 }, eat));
    const asked = async () => (await account.requests()).length - 410;
    const now = Date.now();
    expect(await poller.step(now)).toBeGreaterThan(0);
    expect(await asked()).toBe(1);
    expect(accountStatus().poller).toMatchObject({ resting: true, next_sweep_at: now + 300_000 });
    markWatched("shop_a");
    expect(await poller.step(now + 299_000)).toBeGreaterThan(0);
    expect(await asked()).toBe(1);
    await poller.step(now + 300_000);
    expect([await asked(), memory().rows.size]).toEqual([2, 0]);
    await account.control("clock", { advance_ms: 3_700_000 });
    await poller.step(now + 600_000);
    await poller.step(now + 600_000);
    expect(accountStatus().poller.resting).toBe(false);
    expect([...memory().rows.keys()]).toEqual(["shop_a"]);
  });

  test("a clock that jumps ahead and is set back stops nothing: what is seen then counts", async () => {
    const it = await open();
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const noon = Date.now();
      await it.step();
      vi.setSystemTime(noon + 3 * 3_600_000);
      await it.step();
      expect(memory().swept_at).toBeGreaterThan(noon + 3_600_000);
      vi.setSystemTime(noon + 60_000);
      await account.elsewhere("PATCH", "/connections/shop_a", { paused: true, run_setup_tests: false });
      await it.step();
      expect(memory().rows.get("shop_a")?.paused).toBe(true);
      const { swept_at, interval_ms } = accountStatus().poller;
      expect(swept_at).toBeLessThanOrEqual(Date.now());
      const swept = async () =>
        (await account.requests()).filter((one) => one.startsWith("GET /v1/connections?")).length;
      const sweeps = await swept();
      for (let step = 0; step < 3; step += 1) await it.step();
      expect(await swept()).toBe(sweeps);
      expect((accountStatus().poller.next_sweep_at ?? 0) - Date.now()).toBeLessThanOrEqual(interval_ms);
      const [change] = await stateChangesSince(0, 10);
      expect(change).toMatchObject({ kind: "paused", not_before: expect.any(Number) });
      expect(change?.not_before).toBeLessThan(noon + 60_000);
    } finally {
      vi.useRealTimers();
    }
  });

  test("a Fivetran that is not there says nothing of the database", async () => {
    const it = await open();
    await it.step();
    await it.step();
    await account.stop();
    await it.guarded(Date.now() + 3_600_000);
    const { store_failing, condition } = accountStatus();
    expect([store_failing, condition.state]).toEqual([null, "unreachable"]);
  });

  test("after hours away it looks once at everything and then at single connections for what is saved up, one by one", async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `shop_${at}`);
    const list = ids.map((id) => ({ id, schema: id, succeeded_at }));
    await account.start(list, { quota: "trial" });
    const first = new Poller(account.identity);
    poller = first;
    await first.step();
    await first.stop();
    // All of it was six hours ago, so that every connection has synced while nobody looked.
    const away = 6 * 3_600_000;
    const { db } = await store();
    await db.execute(
      sql`update observations set began_at = began_at - ${away}, until_at = until_at - ${away}`,
    );
    await db.execute(sql`update sweeps set started_at = started_at - ${away}, ended_at = ended_at - ${away}`);
    await db.execute(sql`update leases set state = ${JSON.stringify({ calls: 0, at: Date.now() - away })}`);
    await turnTo(memory().upstream_id);
    const before = (await account.requests()).length;
    const it = new Poller(account.identity);
    poller = it;
    for (const id of ids.slice(0, 12)) markWatched(id);
    expect(await it.step()).toBe(0);
    const swept = (await account.requests()).length;
    // Who the key is, the connections, and the lists that are read once an hour.
    expect(swept - before).toBeLessThanOrEqual(6);
    const now = Date.now();
    let asked = swept;
    for (let steps = 0; steps < 100 && (await it.step(now)) === 0; steps += 1) {
      const { length } = await account.requests();
      expect(length - asked).toBeLessThanOrEqual(1);
      asked = length;
    }
    // Half an hour's share of single connections, and not a call more until the next comes in.
    expect(asked - swept).toBe(6);
    expect(await it.step(now)).toBeGreaterThan(0);
    expect((await account.requests()).length).toBe(asked);
  });

  test("it runs by itself, tells browsers, and stops in the middle of a sweep", async () => {
    const it = await open();
    const heard = new EventTarget();
    const deaf = hearEvents((event: ServerEvent) => heard.dispatchEvent(new Event(event.type)));
    const reload = once(heard, "reload");
    it.start();
    await reload;
    deaf();
    await account.control("faults", { rules: [{ fault: { kind: "delay", ms: 60_000 } }] });
    markWatched("shop_a");
    await it.stop();
    expect(memory().rows.size).toBeLessThanOrEqual(1);
  });
});
