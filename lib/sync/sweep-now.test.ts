import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { healthOf } from "@/lib/model/health";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { sweeps } from "@/lib/store/tables/sweeps";
import { onEachStore } from "@/lib/store/test-store";
import { announceWrite } from "@/lib/sync/announce";
import { turnTo } from "@/lib/sync/catch-up";
import { connectionDetail } from "@/lib/sync/connection-detail";
import { identify, recall } from "@/lib/sync/identify";
import { lookAt } from "@/lib/sync/look-at";
import { memory } from "@/lib/sync/memory";
import { readBack } from "@/lib/sync/read-back";
import { accountSnapshot, accountStatus } from "@/lib/sync/snapshot";
import { stateChangesSince } from "@/lib/sync/state-changes-since";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";

const local = { id: "local", role: "admin" } as const;
const succeeded_at = new Date(Date.now() - 60_000).toISOString();
const shop = { id: "shop_a", schema: "shop", succeeded_at };
const pay = { id: "pay_b", schema: "pay", succeeded_at, group_id: "group_two" };
const sweep = () => sweepNow("person", {});
const changes = async () =>
  (await stateChangesSince(0, 100)).map(({ connection_id, kind, from, to, actor }) => ({
    connection_id,
    kind,
    from,
    to,
    actor,
  }));

onEachStore("sweep", () => {
  const account = holdAccount(startSandbox);
  const first = async (...connections: Parameters<typeof account.start>[0][number][]) => {
    await account.start(connections);
    await identify(account.identity);
    await sweep();
  };

  test("the first sweep brings the whole account, and no changes", async () => {
    await first(shop, pay);
    const snapshot = accountSnapshot();
    expect(snapshot.connections.map((row) => [row.id, row.schema, healthOf(row)])).toEqual([
      ["pay_b", "pay", "healthy"],
      ["shop_a", "shop", "healthy"],
    ]);
    expect(snapshot.groups.map((group) => [group.name, group.service])).toEqual([
      ["One", "snowflake"],
      ["Two", "big_query"],
    ]);
    expect(snapshot.services).toEqual([
      { id: "stripe", name: "Stripe", link_to_docs: expect.stringContaining("http") },
    ]);
    expect(accountStatus()).toMatchObject({
      account: { id: "acme", name: "acme", key_kind: "scoped" },
      access: { connections: 2, groups: 2, destinations: 2, denied: [] },
      condition: { state: "ok" },
    });
    expect(await changes()).toEqual([]);
  });

  test("a sweep that finds nothing new leaves the version, and later ones cost one call", async () => {
    await first(shop, pay);
    const { version, swept_at } = accountSnapshot();
    const before = (await account.requests()).length;
    await sweep();
    expect(accountSnapshot().version).toBe(version);
    expect(accountSnapshot().swept_at).toBeGreaterThanOrEqual(swept_at ?? 0);
    expect((await account.requests()).slice(before)).toEqual(["GET /v1/connections?limit=1000"]);
  });

  test("what changed elsewhere is told, with the two looks around it", async () => {
    await first(shop, pay);
    await account.elsewhere("PATCH", "/connections/shop_a", { sync_frequency: 60, run_setup_tests: false });
    await account.elsewhere("DELETE", "/connections/pay_b");
    await account.elsewhere("POST", "/connections", {
      group_id: "group_one",
      service: "stripe",
      config: { schema: "new", api_key: "k" },
      run_setup_tests: false,
    });
    await sweep();
    expect(await changes()).toEqual(
      expect.arrayContaining([
        {
          connection_id: "shop_a",
          kind: "settings",
          from: "sync_frequency 360",
          to: "sync_frequency 60",
          actor: "elsewhere",
        },
        { connection_id: "pay_b", kind: "vanished", from: "healthy", to: null, actor: "elsewhere" },
        expect.objectContaining({ kind: "appeared", actor: "elsewhere" }),
      ]),
    );
    const [change] = await stateChangesSince(0, 1);
    expect(change?.not_before).toBeLessThanOrEqual(change?.seen_at ?? 0);
    await expect(connectionDetail("pay_b")).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("last seen"),
    });
  });

  test("what a person did here is put down to them", async () => {
    await first(shop);
    await account.elsewhere("PATCH", "/connections/shop_a", { paused: true, run_setup_tests: false });
    await readBack("shop_a", ["connection"], local);
    expect(await changes()).toEqual([
      { connection_id: "shop_a", kind: "paused", from: "false", to: "true", actor: "local" },
      { connection_id: "shop_a", kind: "health", from: "healthy", to: "paused", actor: "local" },
    ]);
    await account.elsewhere("DELETE", "/connections/shop_a");
    await readBack("shop_a", ["connections"], local);
    expect((await changes())[0]).toMatchObject({ kind: "vanished", actor: "local" });
  });

  test("a connection made here is read back with its maker, a group by its name", async () => {
    await first(shop);
    await account.elsewhere("POST", "/connections", {
      group_id: "group_two",
      service: "stripe",
      config: { schema: "new", api_key: "k" },
      run_setup_tests: false,
    });
    await readBack(null, ["connections"], local);
    expect(await changes()).toMatchObject([{ kind: "appeared", actor: "local" }]);
    await account.elsewhere("PATCH", "/groups/group_two", { name: "Renamed" });
    await readBack(null, ["groups"], local);
    expect(accountSnapshot().groups.map((group) => group.name)).toEqual(["One", "Renamed"]);
  });

  test("a write announced here is put down to its person by whichever look finds it", async () => {
    await first(shop, pay);
    await announceWrite("shop_a", local, "paused");
    await account.elsewhere("PATCH", "/connections/shop_a", { paused: true, run_setup_tests: false });
    await account.elsewhere("PATCH", "/connections/pay_b", { paused: true, run_setup_tests: false });
    await sweep();
    const paused = (await stateChangesSince(0, 100)).filter((change) => change.kind === "paused");
    expect(paused.map(({ connection_id, actor, detail }) => [connection_id, actor, detail]).sort()).toEqual([
      ["pay_b", "elsewhere", null],
      ["shop_a", "local", "paused"],
    ]);
  });

  test("a sweep that fails half way changes nothing and says so", async () => {
    await first(shop, pay);
    const before = accountSnapshot();
    await account.elsewhere("DELETE", "/connections/pay_b");
    await account.control("faults", {
      rules: [{ match: { operation: "list_connections" }, fault: { kind: "half_body" } }],
    });
    await expect(sweep()).rejects.toMatchObject({ code: "upstream" });
    expect(accountSnapshot()).toEqual(before);
    const { db } = await store();
    const failed = await db.select().from(sweeps).where(eq(sweeps.complete, false));
    expect(failed.map((row) => row.error)).toEqual([expect.stringContaining("no usable answer")]);
    await account.control("faults", { rules: [] });
    await sweep();
    expect(accountSnapshot().connections.map((row) => row.id)).toEqual(["shop_a"]);
  });

  test("lists that are refused are named, and groups that are not listed keep their connections", async () => {
    await account.start([shop, pay]);
    await account.control("faults", {
      rules: ["list_all_groups", "list_destinations"].map((operation) => ({
        match: { operation },
        fault: { kind: "error", status: 403, code: "Forbidden", message: "no" },
      })),
    });
    await identify(account.identity);
    await sweep();
    expect(accountStatus().access).toEqual({
      connections: 2,
      groups: 0,
      destinations: 0,
      denied: ["groups", "destinations"],
    });
    expect(accountSnapshot().groups.map((group) => group.name)).toEqual(["group_two", "group_one"]);
    await sweep();
    expect(accountStatus().access.denied).toEqual(["groups", "destinations"]);
  });

  test("where all connections may not be listed they are read by group, and a refused group is named", async () => {
    await first(shop, pay);
    await account.control("faults", {
      rules: [
        { match: { operation: "list_connections" } },
        { match: { path: "/groups/group_two/connections" } },
      ].map((rule) => ({ ...rule, fault: { kind: "error", status: 403, code: "Forbidden" } })),
    });
    await account.elsewhere("PATCH", "/connections/shop_a", { paused: true, run_setup_tests: false });
    await sweep();
    expect(accountStatus().access.denied).toEqual(["connections", "connections of Two"]);
    expect(accountSnapshot().connections.map((row) => [row.id, healthOf(row)])).toEqual([
      ["pay_b", "healthy"],
      ["shop_a", "paused"],
    ]);
  });

  test("details keep their config through later sweeps, without any secret", async () => {
    await first(shop);
    await lookAt("shop_a", "poller");
    await account.elsewhere("PATCH", "/connections/shop_a", { sync_frequency: 60, run_setup_tests: false });
    await sweep();
    const { connection, row } = await connectionDetail("shop_a");
    expect(row.sync_frequency).toBe(60);
    expect(connection).toMatchObject({ sync_frequency: 60, config: { schema: "shop", api_key: "******" } });
  });

  test("after a restart pages have the data before Fivetran answers", async () => {
    await first(shop, pay);
    const before = accountSnapshot();
    const identity = account.identity;
    await account.stop();
    await turnTo(null);
    expect(accountSnapshot().connections).toEqual([]);
    await recall(identity);
    expect(accountSnapshot()).toEqual(before);
  });

  test("the data of two accounts never mix", async () => {
    await first(shop);
    const one = memory().upstream_id;
    await account.start([pay], { account_id: "other" });
    await identify(account.identity);
    await sweep();
    expect(accountSnapshot().connections.map((row) => row.id)).toEqual(["pay_b"]);
    expect(memory().upstream_id).not.toBe(one);
    await turnTo(one);
    expect(accountSnapshot().connections.map((row) => row.id)).toEqual(["shop_a"]);
  });

  test("a sync is followed from its start to its end", async () => {
    await first(shop);
    await account.elsewhere("POST", "/connections/shop_a/sync", { force: false });
    await sweep();
    expect((await connectionDetail("shop_a")).syncs).toMatchObject([
      { outcome: "running" },
      { outcome: "succeeded", ended_exact: true },
    ]);
    await account.control("connections/shop_a/end-sync", {
      outcome: "failed",
      task: { message: "no entry" },
    });
    await sweep();
    const { syncs, row } = await connectionDetail("shop_a");
    expect(syncs).toMatchObject([
      { outcome: "failed", ended_exact: true },
      { outcome: "succeeded", ended_exact: true },
    ]);
    expect(healthOf(row)).toBe("broken");
    expect(row).toMatchObject({ task: { message: "no entry" }, since_exact: true });
  });
});
