import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Alert, CONSOLE } from "@/lib/model/alert/alert";
import { TIMELINE_KINDS, type TimelineItem, type TimelineQuery } from "@/lib/model/timeline";
import { startSandbox } from "@/lib/sandbox/server";
import { addAlertEvents, writeAlerts } from "@/lib/store/alerts";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { store } from "@/lib/store/db";
import { onEachStore } from "@/lib/store/test-store";
import { currentUpstream } from "@/lib/store/upstream";
import { changeAlert } from "@/lib/sync/alerts/change-alert";
import { announceWrite } from "@/lib/sync/announce";
import { connectionHealth } from "@/lib/sync/connection-health";
import { identify } from "@/lib/sync/identify";
import { memory } from "@/lib/sync/memory";
import { recordSync } from "@/lib/sync/record-sync";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";
import { timelinePage } from "@/lib/sync/timeline/timeline-page";

const HOUR = 3_600_000;
const local = { id: "local", role: "admin" } as const;
const succeeded_at = new Date(Date.now() - 60_000).toISOString();
const shop = { id: "shop_a", schema: "shop", succeeded_at };

onEachStore("timeline", () => {
  const account = holdAccount(startSandbox);
  const sweep = () => sweepNow("person", {});
  const first = async () => {
    await account.start([shop]);
    await identify(account.identity);
    await sweep();
  };
  const page = (query: Partial<TimelineQuery> & { cursor?: string | null; limit?: number } = {}) =>
    timelinePage("shop_a", {
      kinds: TIMELINE_KINDS,
      actor: null,
      from: null,
      until: null,
      cursor: null,
      limit: 50,
      ...query,
    });
  const kindsOf = (items: readonly TimelineItem[]) => items.map((item) => item.kind);
  /** Sends a change as the proxy does, with its two rows in the audit log. */
  const patchHere = async (body: Record<string, unknown>) => {
    const params = { connectionId: "shop_a" };
    const row = { actor: "local", request_id: "r", operation: "modify_connection", params, body };
    const intent = await recordIntent(row);
    await announceWrite("shop_a", local, "changed");
    await account.elsewhere("PATCH", "/connections/shop_a", { ...body, run_setup_tests: false });
    await recordOutcome(intent, { outcome: "succeeded", status: 200 });
    await sweep();
  };

  test("a change made here stands once, with what was sent and what became of it", async () => {
    await first();
    await patchHere({ sync_frequency: 60 });
    const { items } = await page({ kinds: ["settings", "action"] });
    expect(items).toMatchObject([
      {
        kind: "settings",
        change: { actor: "local" },
        difference: [{ name: "sync_frequency", from: "360", to: "60" }],
        write: { operation: "modify_connection", body: { sync_frequency: 60 } },
      },
    ]);
  });

  test("a change made elsewhere says so, and a write that failed is told as that", async () => {
    await first();
    await account.elsewhere("PATCH", "/connections/shop_a", { sync_frequency: 60, run_setup_tests: false });
    await sweep();
    const params = { connectionId: "shop_a" };
    const row = { actor: "local", request_id: "r", operation: "modify_connection", params, body: {} };
    await recordOutcome(await recordIntent(row), { outcome: "failed", status: 400, message: "no" });
    const { items, actors } = await page();
    expect(kindsOf(items).slice(0, 2)).toEqual(["action", "settings"]);
    expect(items[1]).toMatchObject({ change: { actor: "elsewhere" }, write: null });
    expect(actors).toEqual(["local"]);
    expect(kindsOf((await page({ actor: "elsewhere" })).items)).toEqual(["settings"]);
    expect(kindsOf((await page({ actor: "here" })).items)).toEqual(["action"]);
  });

  test("pages follow one another without a hole and without repetition", async () => {
    await first();
    const { db } = await store();
    const at = Date.now() - 5 * HOUR;
    const facts = Array.from({ length: 23 }, (_, index) => ({
      kind: "failed" as const,
      at: at + index * 60_000,
      seen: at + index * 60_000,
      not_before: null,
    }));
    await recordSync(db, currentUpstream(), new Map([["shop_a", facts]]));
    await patchHere({ sync_frequency: 60 });
    const whole = (await page({ limit: 200 })).items.map((item) => item.key);
    expect(whole.length).toBeGreaterThan(23);
    const keys: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages < 20; pages += 1) {
      const next = await page({ cursor, limit: 5 });
      keys.push(...next.items.map((item) => item.key));
      cursor = next.next_cursor;
      if (cursor === null) break;
    }
    expect(keys).toEqual(whole);
    const range = await page({ from: at + 60_000, until: at + 4 * 60_000 });
    expect(range.items.map((item) => item.at)).toEqual([at + 180_000, at + 120_000, at + 60_000]);
  });

  test("while the poller was away for two hours, nobody knows how the connection was", async () => {
    await first();
    const { db } = await store();
    await db.execute(sql`update observations set began_at = began_at - ${3 * HOUR}::bigint,
      until_at = until_at - ${2 * HOUR}::bigint`);
    await sweep();
    const now = Date.now();
    const { segments } = await connectionHealth("shop_a", { from: now - 2.5 * HOUR, to: now }, now);
    expect(segments.map((segment) => segment.health)).toEqual(["healthy", null, "healthy"]);
    const [, gap] = segments;
    expect((gap?.to ?? 0) - (gap?.from ?? 0)).toBeGreaterThan(1.9 * HOUR);
    const [told] = (await page({ kinds: ["gap"] })).items;
    expect(told).toMatchObject({ kind: "gap", at: gap?.to, from: gap?.from });
  });

  test("alerts of the connection and of its destination stand in it, with who did what about them", async () => {
    await first();
    const { db } = await store();
    const group_id = memory().groups[0]?.id ?? "";
    const opened_at = Date.now() - HOUR;
    const alert = (id: string, finding: Partial<Alert>): Alert => ({
      id,
      subject: id,
      connection_id: null,
      group_id: null,
      name: "Lake",
      words: "It is broken.",
      since: opened_at,
      rule_id: "r",
      rule_name: "Broken ones",
      what: "broken",
      severity: "critical",
      opened_at,
      bundle: null,
      heard: true,
      acknowledged_by: null,
      acknowledged_at: null,
      muted_by: null,
      muted_until: null,
      recovered_at: null,
      ended: null,
      ...finding,
    });
    const own = alert("own", { connection_id: "shop_a", group_id, name: "shop" });
    const lake = alert("lake", { group_id });
    await writeAlerts(db, currentUpstream(), [
      own,
      lake,
      alert("account", {}),
      alert("neighbour", { connection_id: "shop_b", group_id }),
    ]);
    await addAlertEvents(
      db,
      ["own", "lake", "account", "neighbour"].map((alert_id) => ({
        alert_id,
        at: opened_at,
        event: "opened",
        actor: CONSOLE,
        detail: null,
        notice_id: null,
      })),
    );
    await changeAlert(
      "own",
      { acknowledged: true },
      { actor: { id: "ada", role: "admin" }, request_id: "r" },
    );
    const { items, actors } = await page({ kinds: ["alert"] });
    expect(items).toMatchObject([
      { kind: "alert", alert: { alert_id: "own", event: "acknowledged", actor: "ada" } },
      { kind: "alert", at: opened_at, alert: { alert_id: "lake", event: "opened", destination: "Lake" } },
      { kind: "alert", at: opened_at, alert: { alert_id: "own", event: "opened", destination: null } },
    ]);
    expect(actors).toEqual(["ada"]);
    const whose = async (actor: string) => (await page({ kinds: ["alert"], actor })).items.length;
    expect([await whose("here"), await whose("ada"), await whose("elsewhere")]).toEqual([1, 1, 0]);
    const one = await page({ kinds: ["alert"], limit: 2 });
    const rest = await page({ kinds: ["alert"], limit: 2, cursor: one.next_cursor });
    expect([...one.items, ...rest.items]).toEqual(items);
  });
});
