import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ServerEvent, SetupTestRun } from "@/lib/model/snapshot";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { onEachStore } from "@/lib/store/test-store";
import { settleDead } from "@/lib/sync/alive";
import { connectionDetail } from "@/lib/sync/connection-detail";
import { hearEvents } from "@/lib/sync/hub";
import { identify } from "@/lib/sync/identify";
import { startSetupTests } from "@/lib/sync/setup-test-runs";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";

const context = { actor: { id: "local", role: "admin" }, request_id: "r1" } as const;
const shop = { id: "shop_a", schema: "shop", succeeded_at: new Date().toISOString() };

onEachStore("setup test runs", () => {
  const account = holdAccount(startSandbox);
  const open = async (faults: unknown[] = []) => {
    await account.start([shop]);
    await identify(account.identity);
    await sweepNow("person", {});
    await account.control("faults", { rules: faults });
  };
  const latest = async () => (await connectionDetail("shop_a")).setup_test_run;
  /** The run once it has ended, awaited by the events that pages get. */
  const ended = () =>
    new Promise<SetupTestRun>((done) => {
      const deaf = hearEvents(async (event: ServerEvent) => {
        if (event.type !== "detail") return;
        // An event may come when the account has been put away already.
        const run = await latest().catch(() => null);
        if (!run?.ended_at) return;
        deaf();
        done(run);
      });
    });

  test("a run starts at once, goes on by itself, and keeps its result", async () => {
    await open();
    const end = ended();
    const run = await startSetupTests("shop_a", context);
    expect(run).toMatchObject({ connection_id: "shop_a", actor: "local", state: "running", ended_at: null });
    const result = await end;
    expect(result).toMatchObject({ id: run.id, state: "done", error: null });
    expect(result.tests.length).toBeGreaterThan(0);
    expect(result.tests.every((it) => it.status === "PASSED")).toBe(true);
    const { db } = await store();
    const rows = await db.select().from(audit).where(eq(audit.operation, "run_setup_tests"));
    expect(rows).toMatchObject([{ actor: "local", outcome: "succeeded", connection_id: "shop_a" }]);
  });

  test("a failed test is a result, not a failure of the run", async () => {
    await open();
    await account.control("connections/shop_a/source", { faults: ["credentials_wrong"] });
    const end = ended();
    await startSetupTests("shop_a", context);
    const { state, tests } = await end;
    expect(state).toBe("done");
    expect(tests.some((it) => it.status === "FAILED")).toBe(true);
  });

  test("a second run is refused while one goes on, naming since when", async () => {
    await open([{ match: { operation: "run_setup_tests" }, fault: { kind: "delay", ms: 300 } }]);
    const end = ended();
    await startSetupTests("shop_a", context);
    await expect(startSetupTests("shop_a", context)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/have been running since \d\d:\d\d UTC/),
    });
    await end;
    const again = ended();
    await startSetupTests("shop_a", context);
    await again;
  });

  test("a lost answer leaves an unknown outcome, a refusal a failure", async () => {
    await open([{ match: { operation: "run_setup_tests" }, fault: { kind: "lost_answer" } }]);
    const lost = ended();
    await startSetupTests("shop_a", context);
    expect(await lost).toMatchObject({ state: "unknown", tests: [], error: expect.stringContaining("lost") });
    await account.control("faults", {
      rules: [
        { match: { operation: "run_setup_tests" }, fault: { kind: "error", status: 403, code: "Forbidden" } },
      ],
    });
    const refused = ended();
    await startSetupTests("shop_a", context);
    expect(await refused).toMatchObject({ state: "failed", error: expect.stringContaining("no right") });
  });

  test("a run and a write of a dead process end as unknown, those of a living one go on", async () => {
    await open([{ match: { operation: "run_setup_tests" }, fault: { kind: "delay", ms: 400 } }]);
    const end = ended();
    await startSetupTests("shop_a", context);
    await settleDead(await store());
    expect((await latest())?.state).toBe("running");
    await end;
    const { db, kind } = await store();
    await db.execute(sql`update setup_test_runs set state = 'running', ended_at = null, holder = 'dead'`);
    await db.execute(sql`update audit set outcome = 'pending', holder = 'dead'`);
    await settleDead({ kind });
    expect(await latest()).toMatchObject({
      state: "unknown",
      error: expect.stringContaining("stopped before"),
    });
    expect((await db.select().from(audit))[0]?.outcome).toBe("unknown");
  });

  test("a connection that is not in the account has no tests to run", async () => {
    await open();
    await expect(startSetupTests("no_such", context)).rejects.toMatchObject({ code: "not_found" });
  });
});
