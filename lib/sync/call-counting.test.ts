import { expect, test } from "vitest";
import { callMeter, countedAs } from "@/lib/fivetran/call-meter";
import { sumByFeature } from "@/lib/model/call-feature";
import { addCallCounts } from "@/lib/store/call-counts";
import type { Store } from "@/lib/store/database";
import { setStore, store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { callsOfHours, writeCalls } from "@/lib/sync/call-counting";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 28, 10, 30);

onEachStore("call counts", () => {
  const ask = (operation: string, as: "person" | "poller" | "job", at = NOW) =>
    callMeter().add({ operation, as }, at);
  const open = async () => {
    callMeter().take();
    const opened = await store();
    return { opened, id: await testUpstream(opened.db) };
  };

  test("calls are told by hour and feature, before they are written and after, by all instances", async () => {
    const { opened, id } = await open();
    ask("list_connections", "poller");
    ask("connection_details", "poller");
    await countedAs("webhooks", async () => ask("connection_details", "poller"));
    ask("connection_schema_config", "person");
    ask("connection_schema_config", "job");
    ask("modify_connection", "person", NOW - HOUR);
    const expected = { sweeps: 1, pages: 1, webhooks: 1, schema: 1, jobs: 1, people: 1 };
    const told = async () =>
      Object.fromEntries([...sumByFeature(await callsOfHours(23, NOW), 0)].filter(([, calls]) => calls > 0));
    expect(await told()).toEqual(expected);
    await writeCalls();
    expect(callMeter().present()).toEqual([]);
    expect(await told()).toEqual(expected);
    const hour = Math.floor(NOW / HOUR) * HOUR;
    await addCallCounts(opened.db, id, [{ hour, feature: "sweeps", calls: 5 }]);
    expect(await told()).toEqual({ ...expected, sweeps: 6 });
    expect([...sumByFeature(await callsOfHours(23, NOW), hour)].find(([it]) => it === "people")).toEqual([
      "people",
      0,
    ]);
  });

  test("what cannot be written is kept for the next time", async () => {
    const { opened } = await open();
    ask("list_connections", "poller");
    setStore(Promise.reject(new Error("gone")) as Promise<Store>);
    await writeCalls();
    setStore(Promise.resolve(opened));
    expect(callMeter().present()).toMatchObject([{ feature: "sweeps", calls: 1 }]);
    await writeCalls();
    expect(await callsOfHours(0, NOW)).toMatchObject([{ feature: "sweeps", calls: 1 }]);
  });
});
