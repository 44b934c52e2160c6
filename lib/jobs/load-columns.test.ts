import { expect, test } from "vitest";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { jobScene } from "@/lib/jobs/job-scene";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { isOver } from "@/lib/model/job";
import type { LoadColumnsResult } from "@/lib/model/schema/schema-answers";
import { isComplete, tableCount, tableName } from "@/lib/model/schema/schema-tree";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { jobById, listJobs } from "@/lib/store/jobs";
import { onEachStore } from "@/lib/store/test-store";
import { settleDead } from "@/lib/sync/alive";
import { keptTree } from "@/lib/sync/schema/kept-tree";

onEachStore("reading columns", () => {
  const { account, open, faults, start, heard, ended, withColumns, read, died } = jobScene(startSandbox);

  test("columns of all tables are read, but for those that fail, which are named", async () => {
    await open();
    const tree = await read();
    const total = withColumns(tree);
    const bad = tableName(tree, 0);
    await faults({
      match: { path: `/connections/shop_a/schemas/*/tables/${bad}/columns` },
      fault: { kind: "error", status: 404, code: "NotFound" },
    });
    const job = await ended<LoadColumnsResult>(() => start({ kind: "load_columns", tables: "all" }));
    expect(job).toMatchObject({
      state: "done",
      note: `Columns of ${total - 1} tables read. 1 table could not be read.`,
      done: total,
      total,
      result: { tables: total, read: total - 1, failed: 1, failures: [{ table: bad }] },
    });
    const kept = await keptTree("shop_a");
    const known = Array.from(
      { length: tableCount(tree) },
      (_, table) => kept && isComplete(kept.tree, table),
    );
    expect(known.filter(Boolean)).toHaveLength(total - 1);
    await faults();
    const again = await ended<LoadColumnsResult>(() => start({ kind: "load_columns", tables: "all" }));
    expect(again.result).toMatchObject({ tables: 1, read: 1, failed: 0 });
  });

  test("reading columns waits for the quota, and can be stopped", async () => {
    await open();
    const total = withColumns(await read());
    await faults({
      match: { operation: "connection_column_config" },
      after: 2,
      fault: { kind: "rate_limit", retry_after: "seconds", seconds: 60 },
    });
    const waits = heard((job) => job.waits_until !== null);
    const done = ended<LoadColumnsResult>(() => start({ kind: "load_columns", tables: "all" }));
    await waits;
    const [running] = await listJobs("shop_a");
    expect(running?.waits_until).toBeGreaterThan(Date.now());
    await cancelJob(running?.id ?? "");
    const job = await done;
    expect(job).toMatchObject({ state: "canceled", result: { read: 2, tables: total } });
  });

  test.each(["a stop", "a death"])("reading columns goes on where it was after %s", async (end) => {
    await open();
    const total = withColumns(await read());
    await faults({ match: { operation: "connection_column_config" }, fault: { kind: "delay", ms: 200 } });
    const some = heard((job) => job.done > 0);
    const { id } = await start({ kind: "load_columns", tables: "all" });
    await some;
    await stopJobs();
    const { state, done } = await jobById(id);
    expect(state).toBe("queued");
    expect(done).toBeGreaterThan(0);
    if (end === "a death") await died(id, false);
    await faults();
    const over = heard(isOver);
    await startJobs(await store());
    await settleDead(await store());
    await over;
    expect(await jobById(id)).toMatchObject({
      state: "done",
      done: total,
      result: { read: total, failed: 0 },
    });
    const asked = (await account.requests()).filter((it) => it.endsWith("/columns")).length;
    // Those in flight when it ended are read once more, those before are not.
    expect(asked).toBeLessThanOrEqual(total + 6);
  });
});
