import { expect, test } from "vitest";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { jobScene, PATCH, PATH } from "@/lib/jobs/job-scene";
import { isOver } from "@/lib/model/job";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { jobById, listJobs } from "@/lib/store/jobs";
import { readDraft, saveDraft } from "@/lib/store/schema-drafts";
import { onEachStore } from "@/lib/store/test-store";
import { settleDead } from "@/lib/sync/alive";
import { listRevisions } from "@/lib/sync/schema/revisions";

onEachStore("an apply that meets faults", () => {
  const { account, open, faults, on, heard, apply, sent, two, read, died } = jobScene(startSandbox);

  test("an answer that was lost after the change was made is looked up", async () => {
    await open();
    const { changes } = two(await read());
    await saveDraft("shop_a", "local", { version: 0, base_hash: "", changes });
    await faults(on(PATCH, "lost_answer"));
    expect(await apply(changes)).toMatchObject({
      state: "done",
      note: expect.stringMatching(
        /^2 changes applied: [^.]+\. The request was sent and its answer was lost: [^.]+\. The schema was read again once\.$/,
      ),
      result: { applied: { total: 2 }, revision: 1 },
    });
    expect(await listRevisions("shop_a")).toMatchObject([{ cause: "apply", actor: "local" }]);
    expect((await readDraft("shop_a", "local"))?.changes).toEqual({ schemas: [] });
    expect(await sent()).toBe(1);
  });

  test("an answer that was cut off is looked up too", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "half_body"));
    expect(await apply(changes)).toMatchObject({ state: "done", result: { revision: 1 } });
  });

  test("a request that was reset before it took place is said not to be applied", async () => {
    await open();
    const { changes } = two(await read());
    await saveDraft("shop_a", "local", { version: 0, base_hash: "", changes });
    await faults(on(PATCH, "reset"));
    expect(await apply(changes)).toMatchObject({
      state: "failed",
      note: expect.stringMatching(/Nothing was applied.*read again 3 times/),
      result: { applied: { total: 0 }, left: changes, unknown: { schemas: [] }, revision: null },
    });
    expect((await readDraft("shop_a", "local"))?.changes).toEqual(changes);
    expect(await sent()).toBe(1);
    expect(await apply(changes)).toMatchObject({ state: "done" });
  });

  test("what cannot be looked up is said not to be known", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "lost_answer"), {
      ...on("connection_schema_config", "error", { status: 503 }),
      after: 1,
      times: 50,
    });
    expect(await apply(changes)).toMatchObject({
      state: "unknown",
      note: expect.stringContaining("is not known"),
      result: { applied: { total: 0 }, left: { schemas: [] }, unknown: changes, revision: null },
    });
    await faults();
    await read();
    expect((await listRevisions("shop_a"))[0]).toMatchObject({ cause: "elsewhere" });
  });

  test("a refusal is told with its reason", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "error", { status: 409, code: "Conflict", message: "Busy." }));
    expect(await apply(changes)).toMatchObject({
      state: "failed",
      note: expect.stringMatching(/Nothing was applied.*Busy/),
      result: { left: changes },
    });
    await faults(on(PATCH, "error", { status: 500 }));
    expect(await apply(changes)).toMatchObject({ state: "failed", result: { left: changes } });
  });

  test("a change that the quota held back goes when that ends", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "rate_limit", { retry_after: "seconds", seconds: 1 }));
    const waits = heard((job) => job.waits_until !== null);
    const done = apply(changes);
    await waits;
    expect(await done).toMatchObject({ state: "done", waits_until: null, result: { revision: 1 } });
    expect(await sent()).toBe(2);
  });

  test("a job that waits for quota can be stopped, and nothing was sent then", async () => {
    await open();
    const { changes } = two(await read());
    await saveDraft("shop_a", "local", { version: 0, base_hash: "", changes });
    await faults(on(PATCH, "rate_limit", { retry_after: "seconds", seconds: 100 }));
    const waits = heard((job) => job.waits_until !== null);
    const done = apply(changes);
    await waits;
    const [running] = await listJobs("shop_a");
    await cancelJob(running?.id ?? "");
    expect(await done).toMatchObject({
      state: "canceled",
      note: "Nothing was applied. It was stopped.",
      result: { left: changes },
    });
    expect(await sent()).toBe(1);
    expect((await readDraft("shop_a", "local"))?.changes).toEqual(changes);
  });

  test("an apply whose process died is settled, never sent again", async () => {
    await open();
    const { changes } = two(await read());
    const first = await apply(changes);
    await died(first.id, true);
    let over = heard(isOver);
    await settleDead(await store());
    await over;
    expect(await jobById(first.id)).toMatchObject({
      state: "done",
      note: expect.stringContaining("Headgate was stopped before Fivetran's answer arrived"),
      result: { applied: { total: 2 }, revision: 1 },
    });
    await account.elsewhere("PATCH", PATH, {
      schemas: {
        [changes.schemas[0]?.name ?? ""]: {
          tables: { [changes.schemas[0]?.tables?.[0]?.name ?? ""]: { enabled: true } },
        },
      },
    });
    await died(first.id, true);
    over = heard(isOver);
    await settleDead(await store());
    await over;
    expect(await jobById(first.id)).toMatchObject({
      state: "failed",
      note: expect.stringContaining("1 of 2 changes applied"),
      result: { applied: { total: 1 } },
    });
    await died(first.id, false);
    over = heard(isOver);
    await settleDead(await store());
    await over;
    expect(await jobById(first.id)).toMatchObject({
      state: "failed",
      note: "Nothing was applied. Headgate was stopped before anything was sent.",
    });
    expect(await sent()).toBe(2);
  });
});
