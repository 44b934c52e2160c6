import { expect, test } from "vitest";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { observations } from "@/lib/store/tables/observations";
import { syncs } from "@/lib/store/tables/syncs";
import { onEachStore } from "@/lib/store/test-store";
import { currentUpstream } from "@/lib/store/upstream";
import { syncDays } from "@/lib/sync/charts/sync-days";
import { syncDurations } from "@/lib/sync/charts/sync-durations";
import { fleetGroups } from "@/lib/sync/fleet/fleet-groups";
import { fleetLanes } from "@/lib/sync/fleet/fleet-lanes";
import { identify } from "@/lib/sync/identify";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const T0 = Date.parse("2026-03-01T00:00:00Z");
const NOW = T0 + 24 * HOUR;

onEachStore("fleet", () => {
  const account = holdAccount(startSandbox);
  const open = async () => {
    await account.start([
      { id: "shop_a", schema: "shop" },
      { id: "shop_b", schema: "shop_two", paused: true },
      { id: "mail", schema: "mail", paused: true },
    ]);
    await identify(account.identity);
    await sweepNow("person", {});
    const { db } = await store();
    await db.delete(syncs);
    await db.delete(observations);
    return db;
  };
  type Ended = [id: string, start: number | null, end: number, outcome?: "succeeded" | "failed" | "canceled"];
  const write = async (list: Ended[]) => {
    const { db } = await store();
    for (const [connection_id, start, end, outcome = "succeeded"] of list) {
      await db.insert(syncs).values({
        upstream_id: currentUpstream(),
        connection_id,
        started_at: start,
        started_exact: true,
        ended_at: end,
        ended_exact: true,
        outcome,
        shown: true,
        point: end,
      });
    }
  };

  test("ends of syncs are counted by group and piece, and time without a look is told", async () => {
    const db = await open();
    await write([
      ["shop_a", T0, T0 + MINUTE],
      ["shop_a", T0 + 2 * MINUTE, T0 + 3 * MINUTE, "failed"],
      ["shop_b", T0, T0 + 8 * HOUR + MINUTE, "canceled"],
      ["mail", null, T0 + 8 * HOUR],
      ["mail", T0, T0 - MINUTE],
    ]);
    const upstream_id = currentUpstream();
    await db
      .insert(observations)
      .values({ upstream_id, began_at: T0 + HOUR, until_at: T0 + 3 * HOUR, gap_ms: MINUTE });
    const asked = { from: T0, until: T0 + 12 * HOUR, step: HOUR };
    const told = await fleetGroups({ by: "health", ...asked }, NOW);
    const paused = told.groups.find(({ key }) => key === "paused");
    const [other] = told.groups.filter((group) => group !== paused);
    expect(paused?.bins).toEqual([[8, 1, 0, 1]]);
    expect(other?.bins).toEqual([[0, 1, 1, 0]]);
    expect(told.unseen).toEqual([
      { from: T0, to: T0 + HOUR },
      { from: T0 + 3 * HOUR, to: T0 + 12 * HOUR },
    ]);
    const all = await fleetGroups({ by: "none", ...asked }, NOW);
    expect(all.groups).toEqual([
      {
        key: "all",
        bins: [
          [0, 1, 1, 0],
          [8, 1, 0, 1],
        ],
      },
    ]);
  });

  test("a connection's marks: alike ones of a piece are one, one that reaches out of the range is whole", async () => {
    await open();
    await write([
      ["shop_a", T0 + MINUTE, T0 + 2 * MINUTE],
      ["shop_a", T0 + 5 * MINUTE, T0 + 8 * MINUTE],
      ["shop_a", T0 + 9 * MINUTE, T0 + 10 * MINUTE, "failed"],
      ["shop_a", T0 + 2 * HOUR - MINUTE, T0 + 3 * HOUR],
      ["shop_a", T0 + 4 * HOUR, T0 + 5 * HOUR],
    ]);
    const { db } = await store();
    await db.insert(syncs).values({
      upstream_id: currentUpstream(),
      connection_id: "mail",
      started_at: T0 - 5 * HOUR,
      started_exact: false,
      ended_exact: false,
      outcome: "running",
      shown: true,
      point: T0 - 5 * HOUR,
    });
    const { lanes } = await fleetLanes({
      ids: ["mail", "shop_a", "gone"],
      from: T0,
      until: T0 + 2 * HOUR,
      step: 15 * MINUTE,
    });
    expect(lanes).toEqual([
      {
        id: "mail",
        marks: [
          { outcome: "running", from: T0 - 5 * HOUR, to: null, count: 1, longest_ms: null, exact: false },
        ],
      },
      {
        id: "shop_a",
        marks: [
          {
            outcome: "succeeded",
            from: T0 + MINUTE,
            to: T0 + 8 * MINUTE,
            count: 2,
            longest_ms: 3 * MINUTE,
            exact: true,
          },
          {
            outcome: "failed",
            from: T0 + 9 * MINUTE,
            to: T0 + 10 * MINUTE,
            count: 1,
            longest_ms: MINUTE,
            exact: true,
          },
          {
            outcome: "succeeded",
            from: T0 + 2 * HOUR - MINUTE,
            to: T0 + 3 * HOUR,
            count: 1,
            longest_ms: HOUR + MINUTE,
            exact: true,
          },
        ],
      },
      { id: "gone", marks: [] },
    ]);
  });

  test("a connection's durations and days count the same syncs, on the days of the zone asked for", async () => {
    const db = await open();
    await write([
      ["shop_a", T0 + 22 * HOUR, T0 + 22.5 * HOUR],
      ["shop_a", T0 + 22.6 * HOUR, T0 + 22.7 * HOUR, "failed"],
      ["shop_a", null, T0 + 23.5 * HOUR],
      ["mail", T0 + 22 * HOUR, T0 + 23 * HOUR],
    ]);
    await db
      .insert(observations)
      .values({ upstream_id: currentUpstream(), began_at: T0, until_at: NOW, gap_ms: MINUTE });
    const range = { from: T0, until: NOW, step: HOUR };
    const told = await syncDurations("shop_a", range, NOW);
    expect(told.unseen).toEqual([]);
    expect(told.points.map(({ at, longest, failed }) => [at, longest, failed])).toEqual([
      [T0 + 22.5 * HOUR, 0.5 * HOUR, 1],
      [T0 + 23.5 * HOUR, null, 0],
    ]);
    const utc = await syncDays("shop_a", "utc", NOW - 1);
    expect(utc.at(-1)).toEqual({
      from: T0,
      to: NOW,
      succeeded: 2,
      failed: 1,
      other: 0,
      unseen_ms: 0,
    });
    expect(utc.at(-2)).toMatchObject({ succeeded: 0, failed: 0, unseen_ms: 24 * HOUR });
    const berlin = await syncDays("shop_a", "Europe/Berlin", NOW - 1);
    expect(berlin.at(-1)).toMatchObject({ from: T0 + 23 * HOUR, succeeded: 1, failed: 0 });
    expect(berlin.at(-2)).toMatchObject({ to: T0 + 23 * HOUR, succeeded: 1, failed: 1 });
  });
});
