import { expect, test } from "vitest";
import { startSandbox } from "@/lib/sandbox/server";
import { onEachStore } from "@/lib/store/test-store";
import { currentUpstream } from "@/lib/store/upstream";
import { HistoryTurns } from "@/lib/sync/history-turns";
import { identify } from "@/lib/sync/identify";
import { historyAnswers, readHistory } from "@/lib/sync/read-history";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";
import { timelinePage } from "@/lib/sync/timeline/timeline-page";

const succeeded_at = new Date(Date.now() - 60_000).toISOString();
const shop = { id: "shop_a", schema: "shop", succeeded_at };

onEachStore("sync history", () => {
  const account = holdAccount(startSandbox);
  const first = async () => {
    await account.start([shop]);
    await identify(account.identity);
    await sweepNow("person", {});
  };
  const syncs = async () => {
    const query = { kinds: ["sync"] as const, actor: null, from: null, until: null, cursor: null, limit: 50 };
    const { items, sync_history } = await timelinePage("shop_a", query);
    return { sync_history, told: items.flatMap((item) => (item.kind === "sync" ? [item.sync] : [])) };
  };
  const pass = () => account.control("clock", { advance_ms: 1000 });
  const asked = async () => (await account.requests()).filter((it) => it.includes("/sync-history")).length;

  test("what nobody saw is told by Fivetran, with its exact times, once however often it is read", async () => {
    await first();
    await account.elsewhere("POST", "/connections/shop_a/sync");
    await pass();
    await account.control("connections/shop_a/end-sync", { outcome: "failed", task: { message: "revoked" } });
    await pass();
    await account.elsewhere("POST", "/connections/shop_a/sync");
    await pass();
    await account.control("connections/shop_a/end-sync", { outcome: "succeeded" });
    await readHistory("shop_a", "person");
    await sweepNow("person", {});
    await readHistory("shop_a", "person");
    const { told, sync_history } = await syncs();
    expect(sync_history).toBe("there");
    const named = told.filter((sync) => sync.sync_id !== null);
    expect(named.map((sync) => [sync.outcome, sync.started_exact, sync.ended_exact, sync.reason])).toEqual([
      ["succeeded", true, true, null],
      ["failed", true, true, "revoked"],
    ]);
    // The sync from before the sandbox's memory has no name.
    expect(told.length).toBe(3);
  });

  test("an account without it is asked once and remembered; a connection that is gone is something else", async () => {
    await first();
    const fault = { kind: "error", status: 404, code: "NotFound", message: "no such address" };
    await account.control("faults", { rules: [{ match: { operation: "connection_sync_history" }, fault }] });
    expect(await historyAnswers(currentUpstream())).toBe(true);
    expect(await readHistory("shop_a", "person")).toBe(1);
    expect(await historyAnswers(currentUpstream())).toBe(false);
    expect((await syncs()).sync_history).toBe("absent");
    expect(await asked()).toBe(1);
    await account.control("faults", { rules: [] });
    await expect(readHistory("no_such", "person")).rejects.toMatchObject({ code: "not_found" });
  });
});

test("open pages come first and rest between; what was missed waits for calls that are left over", () => {
  const turns = new HistoryTurns();
  const row = { id: "b", succeeded_at: 50, failed_at: null } as Parameters<
    HistoryTurns["missed"]
  >[1] extends Iterable<infer R>
    ? R
    : never;
  turns.missed({ from: 40, to: 60 }, [row, { ...row, id: "c", succeeded_at: 10 }]);
  const watched = new Set(["a"]);
  expect(turns.next(watched, true, 1000)).toBe("a");
  turns.asked("a", 1000);
  expect(turns.next(watched, false, 2000)).toBeNull();
  expect(turns.next(watched, true, 2000)).toBe("b");
  turns.asked("b", 2000);
  expect(turns.next(watched, true, 3000)).toBeNull();
  expect(turns.next(watched, false, 1000 + 30 * 60_000)).toBe("a");
});
