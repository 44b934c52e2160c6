import { and, asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { configureFivetran } from "@/lib/fivetran/client";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { context, jobScene } from "@/lib/jobs/job-scene";
import { resumeBulkJob, startBulkJob } from "@/lib/jobs/start-bulk-job";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { BulkItemState } from "@/lib/model/bulk/bulk-job";
import { isOver, type Job } from "@/lib/model/job";
import { startSandbox } from "@/lib/sandbox/server";
import { readAnnotation, saveAnnotation } from "@/lib/store/annotations";
import { type BulkItemRow, countItems, itemsOf, listBulkJobs, moveItem } from "@/lib/store/bulk-jobs";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { bulkItems } from "@/lib/store/tables/bulk-items";
import { jobs } from "@/lib/store/tables/jobs";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { onEachStore } from "@/lib/store/test-store";
import { settleDead } from "@/lib/sync/alive";
import { hearEvents } from "@/lib/sync/hub";
import { memory } from "@/lib/sync/memory";
import { sweepNow } from "@/lib/sync/sweep-now";

const IDS = ["shop_a", "shop_b", "shop_c", "shop_d"];
const account4 = IDS.map((id) => ({ id, schema: id, succeeded_at: "2026-11-28T00:00:00Z" }));

onEachStore("a bulk job", () => {
  const { account, open, faults, heard, ended } = jobScene(startSandbox);
  const start = (act: BulkAct, connection_ids = IDS) => startBulkJob({ act, connection_ids }, context);
  const run = (act: BulkAct, ids = IDS) => ended(() => start(act, ids));
  const states = async (job: Job) =>
    Object.fromEntries((await itemsOf(job.id)).map((item) => [item.connection_id, item.state]));
  const asked = async (method: string, id = "") =>
    (await account.requests()).filter((it) => it.startsWith(`${method} /v1/connections/${id}`)).length;
  const paused = () => IDS.filter((id) => memory().rows.get(id)?.paused);
  const on = (id: string, method: string, fault: object, more: object = {}) => ({
    match: { path: `/connections/${id}`, method },
    fault,
    times: 1,
    ...more,
  });

  test("does one act to many, each looked at and written once, with the name of who asked", async () => {
    await open({ connections: account4 });
    await account.elsewhere("PATCH", "/connections/shop_b", { paused: true });
    const [gets, patches] = [await asked("GET"), await asked("PATCH")];
    const job = await run({ kind: "pause" });
    expect(job).toMatchObject({
      state: "done",
      note: "3 paused, 1 left alone.",
      done: 4,
      total: 4,
      actor: "local",
    });
    expect(await states(job)).toEqual({ shop_a: "done", shop_b: "skipped", shop_c: "done", shop_d: "done" });
    expect([(await asked("GET")) - gets, (await asked("PATCH")) - patches]).toEqual([4, 3]);
    expect(paused()).toEqual(IDS);
    const { db } = await store();
    const rows = await db.select().from(audit).orderBy(asc(audit.connection_id));
    expect(
      rows.map(({ connection_id, operation, outcome, actor }) => [connection_id, operation, outcome, actor]),
    ).toEqual(["shop_a", "shop_c", "shop_d"].map((id) => [id, "modify_connection", "succeeded", "local"]));
    const changes = await db.select().from(stateChanges).where(eq(stateChanges.kind, "paused"));
    expect(changes.map(({ connection_id, actor }) => [connection_id, actor]).sort()).toEqual([
      ["shop_a", "local"],
      ["shop_b", "elsewhere"],
      ["shop_c", "local"],
      ["shop_d", "local"],
    ]);
    // What the snapshot shows to be so costs nothing.
    const before = await account.requests();
    expect(await run({ kind: "pause" })).toMatchObject({ state: "done", note: "4 left alone." });
    expect(await account.requests()).toEqual(before);
    expect((await listBulkJobs()).map(({ act }) => act.kind)).toEqual(["pause", "pause"]);
  });

  test("one that fails does not stop the rest, and is done by a new job on the failed ones", async () => {
    await open({ connections: account4 });
    const refused = { kind: "error", status: 403, code: "Forbidden", message: "No right" };
    await faults(on("shop_b", "PATCH", refused));
    const job = await run({ kind: "schedule", sync_frequency: 15 });
    expect(job).toMatchObject({ state: "failed", note: "3 given the schedule, 1 failed." });
    const [failed] = await itemsOf(job.id, ["failed"]);
    expect(failed).toMatchObject({ connection_id: "shop_b", note: expect.stringContaining("No right") });
    const again = await ended(() => resumeBulkJob(job.id, "failed", context));
    expect(again).toMatchObject({ state: "done", total: 1, note: "1 given the schedule." });
    expect(memory().rows.get("shop_b")?.sync_frequency).toBe(15);
    await expect(resumeBulkJob(again.id, "failed", context)).rejects.toMatchObject({ code: "invalid" });
  });

  test("asks nothing about connections of a group to which the key has no rights", async () => {
    await open({ connections: account4 });
    const refused = { kind: "error", status: 403, code: "Forbidden", message: "No right" };
    await faults(
      { match: { operation: "list_connections" }, fault: refused, times: 1 },
      { match: { operation: "list_all_connections_in_group" }, fault: refused, times: 100 },
    );
    await sweepNow("person", {});
    const before = await account.requests();
    const job = await run({ kind: "pause" });
    expect(job).toMatchObject({ state: "done", note: "4 left alone." });
    const [item] = await itemsOf(job.id);
    expect(item?.note).toMatch(
      /^The API key has no rights to the connections of .+ \(403\)\. Nothing was sent\.$/,
    );
    expect(await account.requests()).toEqual(before);
  });

  test("waits for quota, stops there when asked, and what was left goes on as a new job", async () => {
    await open({ connections: account4 });
    await faults({
      match: { operation: "connection_details" },
      fault: { kind: "rate_limit", retry_after: "seconds", seconds: 100 },
      after: 1,
      times: 100,
    });
    const waits = heard((job) => job.waits_until !== null);
    const over = heard(isOver);
    const { id } = await start({ kind: "pause" });
    await waits;
    await cancelJob(id);
    await over;
    const [stopped] = await listBulkJobs();
    expect(stopped).toMatchObject({ state: "canceled", note: expect.stringContaining("not reached") });
    const counts = await countItems(id);
    expect(counts).toMatchObject({ sending: 0, failed: 0, unknown: 0 });
    expect(counts.done).toBe(await asked("PATCH"));
    await faults();
    configureFivetran({ base_url: account.identity.url, key: "sandbox", secret: "sandbox" });
    const rest = await ended(() => resumeBulkJob(id, "left", context));
    expect(rest).toMatchObject({ state: "done", total: counts.waiting });
  });

  test("a write that the quota held back goes once, when that ends", async () => {
    await open({ connections: account4 });
    await faults(on("shop_a", "PATCH", { kind: "rate_limit", retry_after: "seconds", seconds: 1 }));
    expect(await run({ kind: "pause" }, ["shop_a"])).toMatchObject({ state: "done", note: "1 paused." });
    expect(await asked("PATCH")).toBe(2);
  });

  test("an answer that was lost is looked up, and not sent again either way", async () => {
    await open({ connections: account4 });
    await faults(on("shop_a", "PATCH", { kind: "lost_answer" }), on("shop_b", "PATCH", { kind: "reset" }));
    const job = await run({ kind: "pause" });
    expect(job).toMatchObject({ state: "failed", note: "3 paused, 1 failed." });
    const notes = new Map((await itemsOf(job.id)).map((item) => [item.connection_id, item.note]));
    expect(notes.get("shop_a")).toMatch(/answer was lost.*It took place\.$/);
    expect(notes.get("shop_b")).toMatch(/did not take place, and was not sent again; looked 3 times\.$/);
    expect([await asked("PATCH", "shop_a"), await asked("PATCH", "shop_b")]).toEqual([1, 1]);
  });

  test("a sync whose answer was lost and that does not show is said not to be known", async () => {
    await open({ connections: account4 });
    const lost = { match: { operation: "sync_connection" }, times: 1 };
    await faults({ ...lost, fault: { kind: "lost_answer" } });
    expect(await run({ kind: "sync" }, ["shop_a"])).toMatchObject({ state: "done" });
    await faults({ ...lost, fault: { kind: "reset" } });
    expect(await run({ kind: "sync" }, ["shop_b"])).toMatchObject({ state: "unknown", note: "1 not known." });
  });

  test("a key that is refused stops it before it has run through all", async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ id: `many_${i}`, schema: `many_${i}` }));
    await open({ connections: many });
    const refused = { kind: "error", status: 401, code: "AuthFailed", message: "Invalid key" };
    await faults({ match: { operation: "connection_details" }, fault: refused });
    const job = await run(
      { kind: "pause" },
      many.map(({ id }) => id),
    );
    expect(job).toMatchObject({
      state: "failed",
      note: expect.stringMatching(/not reached.*refused the API key/),
    });
    expect((await countItems(job.id)).waiting).toBeGreaterThanOrEqual(10);
    expect(await asked("PATCH")).toBe(0);
  });

  test("two jobs on the same connections write to each once", async () => {
    await open({ connections: account4 });
    const ends = new Set<string>();
    const both = heard((job) => isOver(job) && ends.add(job.id).size === 2);
    await Promise.all([start({ kind: "pause" }), start({ kind: "pause" }, [...IDS].reverse())]);
    await both;
    expect(await asked("PATCH")).toBe(4);
    expect(paused()).toEqual(IDS);
  });

  test("a kill in the middle: what was done stays, what may be out is looked up, the rest goes on", async () => {
    await open({ connections: account4 });
    const first = await run({ kind: "pause" });
    await account.elsewhere("PATCH", "/connections/shop_c", { paused: false });
    await account.elsewhere("PATCH", "/connections/shop_d", { paused: false });
    const before = await asked("PATCH");
    const { db } = await store();
    const item = (id: string, state: BulkItemState) =>
      db
        .update(bulkItems)
        .set({ state, note: null })
        .where(and(eq(bulkItems.job_id, first.id), eq(bulkItems.connection_id, id)));
    // Of shop_b the answer was lost with the process; to shop_c nothing had got through; shop_d was not reached.
    await item("shop_b", "sending");
    await item("shop_c", "sending");
    await item("shop_d", "waiting");
    await db
      .update(jobs)
      .set({ state: "running", holder: "dead", ended_at: null })
      .where(eq(jobs.id, first.id));
    const over = heard(isOver);
    await settleDead(await store());
    await over;
    expect(await states(first)).toEqual({ shop_a: "done", shop_b: "done", shop_c: "failed", shop_d: "done" });
    expect((await asked("PATCH")) - before).toBe(1);
    expect(await asked("PATCH", "shop_d")).toBe(3);
    const [told] = await itemsOf(first.id, ["failed"]);
    expect(told?.note).toContain(
      "Headgate was stopped before Fivetran's answer arrived. It did not take place",
    );
  });

  test("what another process runs is not written by this one, nor sent after", async () => {
    await open({ connections: account4 });
    const { id } = await run({ kind: "pause" });
    const [item] = await itemsOf(id);
    const { db } = await store();
    await db.update(jobs).set({ state: "running", holder: "another" }).where(eq(jobs.id, id));
    expect(await moveItem(id, item as BulkItemRow, "sending")).toBe(false);
    expect(await countItems(id)).toMatchObject({ done: 4, sending: 0 });
  });

  test("tags are added to what each has, whoever saves meanwhile, and told of together", async () => {
    await open({ connections: account4 });
    const had = { tags: ["old", "keep"], owners: ["Ada"], notes: "n", runbook: "" };
    await saveAnnotation("shop_a", 0, had, "bo");
    const settings: string[] = [];
    const deaf = hearEvents((event) => {
      if (event.type === "setting") settings.push(event.name);
    });
    const asks = await account.requests();
    const job = await run({ kind: "tags", add: ["finance"], remove: ["old"] });
    deaf();
    expect(job).toMatchObject({ state: "done", note: "4 tagged." });
    expect(await readAnnotation("shop_a")).toMatchObject({
      ...had,
      tags: ["keep", "finance"],
      saved_by: "local",
    });
    expect(await readAnnotation("shop_d")).toMatchObject({ tags: ["finance"] });
    expect(settings).toEqual(["annotations"]);
    expect(await account.requests()).toEqual(asks);
  });

  test("connections that are not in the account begin nothing", async () => {
    await open({ connections: account4 });
    await expect(start({ kind: "pause" }, ["none"])).rejects.toMatchObject({ code: "invalid" });
    const { db } = await store();
    const viewer = { ...context, actor: { id: "v", role: "viewer" as const } };
    await expect(startBulkJob({ act: { kind: "pause" }, connection_ids: IDS }, viewer)).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
    expect(await db.select({ n: sql<number>`count(*)::int` }).from(jobs)).toEqual([{ n: 0 }]);
  });
});
