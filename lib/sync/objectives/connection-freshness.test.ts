import { expect, test } from "vitest";
import { startSandbox } from "@/lib/sandbox/server";
import { onEachStore } from "@/lib/store/test-store";
import { identify } from "@/lib/sync/identify";
import { connectionFreshness } from "@/lib/sync/objectives/connection-freshness";
import { saveObjectives } from "@/lib/sync/objectives/stored-objectives";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ended = Date.now() - 5 * HOUR;
const shop = { id: "shop_a", schema: "shop", succeeded_at: new Date(ended).toISOString() };
const objective = {
  id: "0b2f3c1e-7a55-4a7e-9f0d-0a8a5a3f1c11",
  name: "Critical",
  target_minutes: 60,
  goal_percent: 99,
  hours: null,
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
};

onEachStore("the freshness of a connection", () => {
  const account = holdAccount(startSandbox);
  const first = async () => {
    await account.start([shop]);
    await identify(account.identity);
    await sweepNow("person", {});
  };

  test("is nothing without an objective that fits", async () => {
    await first();
    expect(await connectionFreshness("shop_a")).toBeNull();
    const other = { ...objective, match: { ...objective.match, connection_ids: ["shop_b"] } };
    await saveObjectives(0, [other], "a");
    expect(await connectionFreshness("shop_a")).toBeNull();
  });

  test("is late from the target on, and what nobody has seen is not known", async () => {
    await first();
    await saveObjectives(0, [objective], "a");
    const now = Date.now();
    const told = await connectionFreshness("shop_a", now);
    expect(told?.objective).toEqual(objective);
    const record = told?.record;
    if (!record) throw new Error("There is a record.");
    // The first look still saw the sync of five hours ago as the latest, so the time since is known to be late.
    expect(record.late_ms).toBe(now - ended - HOUR);
    expect(record.unknown_ms).toBe(0);
    expect(record.counted_ms).toBe(now - ended);
    expect(record.allowed_ms).toBeCloseTo(0.3 * DAY);
    expect(record.breaches).toEqual([{ from: ended + HOUR, to: now, late_ms: record.late_ms, open: true }]);
  });

  test("is not known for time in which nobody looks any more", async () => {
    await first();
    await saveObjectives(0, [objective], "a");
    const record = (await connectionFreshness("shop_a", Date.now() + 2 * DAY))?.record;
    expect(record?.unknown_ms).toBeGreaterThan(1.9 * DAY);
    expect(record?.breaches[0]?.open).toBe(false);
  });

  test("of one that is not there is not found", async () => {
    await first();
    await expect(connectionFreshness("nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});
