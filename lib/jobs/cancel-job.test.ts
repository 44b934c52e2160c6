import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobScene, PATCH } from "@/lib/jobs/job-scene";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { askCancel, jobOf, listJobs } from "@/lib/store/jobs";
import { onEachStore } from "@/lib/store/test-store";
import { currentUpstream } from "@/lib/store/upstream";
import { hearTellings } from "@/lib/sync/tellings";

onEachStore("a job that another instance asks to stop", (kind) => {
  const { open, faults, on, heard, apply, sent, two, read } = jobScene(startSandbox);

  test("stops at the next thing it writes down, though nobody told this instance", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on("connection_schema_config", "delay", { ms: 200 }));
    const began = heard((job) => job.note.startsWith("Reading the schema again"));
    const done = apply(changes);
    await began;
    const [running] = await listJobs("shop_a");
    expect(await askCancel(running?.id ?? "", "")).toMatchObject({ state: "running", cancel_asked: true });
    expect(await done).toMatchObject({
      state: "canceled",
      note: "Nothing was applied. It was stopped.",
      result: { left: changes },
    });
    expect(await sent()).toBe(0);
  });

  // Only instances on one PostgreSQL tell each other.
  if (kind === "postgres")
    test("is told, so that one that waits does not wait on", async () => {
      await open();
      const deaf = await hearTellings(await store());
      const { changes } = two(await read());
      await faults(on(PATCH, "rate_limit", { retry_after: "seconds", seconds: 100 }));
      const waits = heard((job) => job.waits_until !== null);
      const done = apply(changes);
      await waits;
      const [running] = await listJobs("shop_a");
      const row = await askCancel(running?.id ?? "", "");
      const { db } = await store();
      const job = row && { ...jobOf(row), result: null };
      const telling = JSON.stringify({ from: "another instance", upstream_id: currentUpstream(), job });
      await db.execute(sql`select pg_notify('headgate', ${telling})`);
      expect(await done).toMatchObject({ state: "canceled", result: { left: changes } });
      expect(await sent()).toBe(1);
      await deaf();
    });
});
