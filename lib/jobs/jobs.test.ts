import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { oneAtATime } from "@/lib/fivetran/one-at-a-time";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { setJobTimes } from "@/lib/jobs/job-times";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { startSchemaJob } from "@/lib/jobs/start-schema-job";
import { isOver, type Job } from "@/lib/model/job";
import { findColumn, findSchema, findTable } from "@/lib/model/schema/find-place";
import type {
  ApplyResult,
  LoadColumnsResult,
  ReloadResult,
  SchemaJobAsk,
} from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import {
  COLUMNS_CONFIG,
  ENABLED,
  HASHED,
  isComplete,
  type SchemaTree,
  schemaName,
  tableCount,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { jobById, listJobs } from "@/lib/store/jobs";
import { readDraft, saveDraft } from "@/lib/store/schema-drafts";
import { audit } from "@/lib/store/tables/audit";
import { jobs } from "@/lib/store/tables/jobs";
import { onEachStore } from "@/lib/store/test-store";
import { currentUpstream } from "@/lib/store/upstream";
import { settleDead } from "@/lib/sync/alive";
import { hearEvents } from "@/lib/sync/hub";
import { identify } from "@/lib/sync/identify";
import { dropLease, noteOnLease, takeLease } from "@/lib/sync/lease";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { lookAtSchemaConfig, readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import { listRevisions } from "@/lib/sync/schema/revisions";
import { readTableColumns } from "@/lib/sync/schema/table-columns";
import { writingLease } from "@/lib/sync/schema/writing";
import { sweepNow } from "@/lib/sync/sweep-now";
import { type FileConnection, holdAccount } from "@/lib/sync/test-account";

const context = { actor: { id: "local", role: "admin" }, request_id: "r1" } as const;
const shop = { id: "shop_a", schema: "shop", succeeded_at: new Date().toISOString() };
const PATH = "/connections/shop_a/schemas";
const PATCH = "modify_connection_schema_config";

onEachStore("jobs", () => {
  const account = holdAccount(startSandbox);
  afterEach(() => stopJobs());

  const open = async ({
    quota = "off" as "off" | "trial",
    connections = [shop] as FileConnection[],
  } = {}) => {
    await account.start(connections, { quota });
    await identify(account.identity);
    await sweepNow("person", {});
    setJobTimes({ looks: [0, 1, 1], unreachable: 0, retry: 1 });
    await startJobs(await store());
  };
  const faults = (...rules: unknown[]) => account.control("faults", { rules });
  const on = (operation: string, kind: string, more: object = {}) => ({
    match: { operation },
    fault: { kind, ...more },
    times: 1,
  });
  const start = (ask: SchemaJobAsk) => startSchemaJob("shop_a", ask, context);
  const heard = (is: (job: Job) => boolean): Promise<void> =>
    new Promise((done) => {
      const deaf = hearEvents((event) => {
        if (event.type !== "job" || !is(event.job)) return;
        deaf();
        done();
      });
    });
  const ended = async <Result>(begin: () => Promise<Job>): Promise<Job<Result>> => {
    const over = heard(isOver);
    const { id } = await begin();
    await over;
    return (await jobById(id)) as Job<Result>;
  };
  const apply = (
    changes: SchemaChanges,
    more: Partial<Extract<SchemaJobAsk, { kind: "apply_schema" }>> = {},
  ) =>
    ended<ApplyResult>(() =>
      start({ kind: "apply_schema", changes, hash: "", why: "because", confirmed: [], ...more }),
    );
  const sent = async () => (await account.requests()).filter((it) => it === `PATCH /v1${PATH}`).length;

  /** Turns the first two tables off. */
  const two = (tree: SchemaTree): { changes: SchemaChanges; schema: string; names: [string, string] } => {
    const schema = schemaName(tree, 0);
    const names: [string, string] = [tableName(tree, 0), tableName(tree, 1)];
    const tables = names.map((name) => ({ name, enabled: [true, false] as [boolean, boolean] }));
    return { changes: { schemas: [{ name: schema, tables }] }, schema, names };
  };
  const withColumns = ({ tables }: SchemaTree) =>
    tables.flags.filter((flags) => flags & COLUMNS_CONFIG).length;
  const isOn = (tree: SchemaTree, schema: string, table: string) =>
    ((tree.tables.flags[findTable(tree, findSchema(tree, schema), table)] ?? 0) & ENABLED) !== 0;
  const read = async () => (await readSchemaConfig("shop_a", "person")).kept.tree;
  const truth = async () => (await lookAtSchemaConfig("shop_a", "person")).tree;

  test("an apply is one request, a revision, and out of the draft", async () => {
    await open();
    const { changes, schema, names } = two(await read());
    await saveDraft("shop_a", "local", { version: 0, base_hash: "", changes });
    const job = await apply(changes);
    expect(job).toMatchObject({
      state: "done",
      note: "2 changes applied: stop 2 tables.",
      done: 2,
      total: 2,
      result: { applied: { total: 2 }, left: { schemas: [] }, unknown: { schemas: [] }, revision: 1 },
    });
    expect(await sent()).toBe(1);
    const tree = await truth();
    expect(names.map((name) => isOn(tree, schema, name))).toEqual([false, false]);
    expect(await listRevisions("shop_a")).toMatchObject([
      { cause: "apply", actor: "local", why: "because", of: null, not_before: null, counts: { total: 2 } },
    ]);
    expect((await readDraft("shop_a", "local"))?.changes).toEqual({ schemas: [] });
    const { db } = await store();
    const rows = await db.select().from(audit).where(eq(audit.operation, PATCH));
    expect(rows).toMatchObject([{ outcome: "succeeded", actor: "local", request_id: "r1" }]);
    expect(await listJobs("shop_a")).toMatchObject([{ id: job.id, result: null }]);
  });

  test("an undo says which revision it takes back", async () => {
    await open();
    const { changes } = two(await read());
    await apply(changes);
    const back = structuredClone(changes);
    for (const table of back.schemas[0]?.tables ?? []) table.enabled = [false, true];
    expect(await apply(back, { cause: { undo: 1 } })).toMatchObject({
      state: "done",
      result: { revision: 2 },
    });
    expect((await listRevisions("shop_a"))[0]).toMatchObject({ cause: "undo", of: 1 });
  });

  test("what was set before is not set again", async () => {
    await open();
    const { changes, schema, names } = two(await read());
    await account.elsewhere("PATCH", PATH, {
      schemas: { [schema]: { tables: { [names[0]]: { enabled: false } } } },
    });
    expect(await apply(changes)).toMatchObject({
      state: "done",
      result: { applied: { total: 1 }, already: 1, revision: 2 },
    });
    expect((await listRevisions("shop_a")).map(({ cause }) => cause)).toEqual(["apply", "elsewhere"]);
    expect(await apply(changes)).toMatchObject({
      state: "done",
      note: "Fivetran had all of it already. Nothing was sent.",
      result: { revision: null, already: 2 },
    });
  });

  test("a conflict sends nothing and names what it is", async () => {
    await open();
    const { changes, schema, names } = two(await read());
    await account.elsewhere("PATCH", PATH, {
      schemas: { [schema]: { tables: { [names[0]]: { enabled: false } } } },
    });
    const wrong: SchemaChanges = {
      schemas: [
        {
          name: schema,
          tables: [...(changes.schemas[0]?.tables ?? []), { name: "nowhere", enabled: [true, false] }],
        },
      ],
    };
    const before = await sent();
    const job = await apply(wrong);
    expect(job).toMatchObject({
      state: "failed",
      note: expect.stringContaining("Nothing was sent"),
      result: { conflicts: [{ path: [schema, "nowhere"], why: "gone" }], already: 1 },
    });
    expect(job.result?.left).toEqual(wrong);
    expect(await sent()).toBe(before);
  });

  test("an answer that was lost after the change was made is looked up", async () => {
    await open();
    const { changes } = two(await read());
    await saveDraft("shop_a", "local", { version: 0, base_hash: "", changes });
    await faults(on(PATCH, "lost_answer"));
    expect(await apply(changes)).toMatchObject({
      state: "done",
      note: expect.stringMatching(/2 changes applied.*answer was lost.*read again once/),
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

  test("the policy goes to BLOCK_ALL and the columns are as meant, in one revision", async () => {
    await open();
    const { names, schema } = two(await read());
    const { columns } = await readTableColumns("shop_a", schema, names[0], "person");
    const free = columns.find((column) => column.lock === null)?.name ?? "";
    const changes: SchemaChanges = {
      schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
      schemas: [
        { name: schema, tables: [{ name: names[0], columns: [{ name: free, hashed: [false, true] }] }] },
      ],
    };
    expect(await apply(changes)).toMatchObject({ state: "done", result: { revision: 1 } });
    const tree = await truth();
    expect(tree.schema_change_handling).toBe("BLOCK_ALL");
    const table = findTable(tree, findSchema(tree, schema), names[0]);
    expect((tree.columns.flags[findColumn(tree, table, free)] ?? 0) & HASHED).toBe(HASHED);
    const back: SchemaChanges = { schema_change_handling: ["BLOCK_ALL", "ALLOW_ALL"], schemas: [] };
    await expect(
      start({ kind: "apply_schema", changes: back, hash: "", why: "", confirmed: ["unblock"] }),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("everything new"),
    });
  });

  test("names that are no names elsewhere reach Fivetran as they are", async () => {
    await open();
    const schema = schemaName(await read(), 0);
    const names = ["__proto__", "constructor"];
    await account.control("connections/shop_a/source", {
      changes: names.map((table) => ({ kind: "add_table", schema, table })),
    });
    await account.elsewhere("POST", `${PATH}/reload`, {});
    const tables = names.map((name) => ({ name, enabled: [true, false] as [boolean, boolean] }));
    expect(await apply({ schemas: [{ name: schema, tables }] })).toMatchObject({ state: "done" });
    const tree = await truth();
    expect(names.map((name) => isOn(tree, schema, name))).toEqual([false, false]);
  });

  test("one job of a kind at a time", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "delay", { ms: 200 }));
    const first = apply(changes);
    await heard((job) => job.state === "running");
    await expect(
      start({ kind: "apply_schema", changes, hash: "", why: "", confirmed: [] }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/being applied, begun by local at \d\d:\d\d UTC/),
    });
    expect((await first).state).toBe("done");
  });

  const died = async (id: string, sent: boolean) => {
    const { db } = await store();
    await db
      .update(jobs)
      .set({ state: "running", holder: "dead", ended_at: null, result: null })
      .where(eq(jobs.id, id));
    if (!sent) return;
    const lease = await takeLease(db, currentUpstream(), writingLease("shop_a"), 1, "dead");
    const by = { actor: "local", why: "", of: null };
    if (lease) await noteOnLease(db, lease, { job: id, sent_at: Date.now(), cause: "apply", by });
    await db.execute(sql`update leases set expires_at = 0 where holder = 'dead'`);
  };

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

  test("a reload tells what it found", async () => {
    await open();
    const tree = await read();
    const [from, to] = tablesOf(tree, 0);
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_table", schema: schemaName(tree, 0), table: "fresh" }],
    });
    const job = await ended<ReloadResult>(() =>
      start({ kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] }),
    );
    expect(job).toMatchObject({
      state: "done",
      note: expect.stringContaining("1 item appeared"),
      result: { counts: { appeared: 1 }, revision: 1, holds: { tables: tableCount(tree) + 1 } },
    });
    expect((await listRevisions("shop_a"))[0]).toMatchObject({ cause: "reload", actor: "local" });
    expect(to - from).toBeGreaterThan(1);
    await expect(
      start({ kind: "reload_schema", exclude_mode: "EXCLUDE", confirmed: [] }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("a reload makes the first schema config of a connection that has none", async () => {
    await open({ connections: [{ id: "shop_a", schema: "shop" }] });
    await expect(read()).rejects.toMatchObject({ facts: { upstream_code: "NotFound_SchemaConfig" } });
    const job = await ended<ReloadResult>(() =>
      start({ kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] }),
    );
    expect(job).toMatchObject({
      state: "done",
      note: expect.stringMatching(/^Fivetran found \d+ tables in 1 schema\.$/),
      result: { revision: null, counts: { total: 0 } },
    });
    expect(await keptTree("shop_a")).not.toBeNull();
  });

  test("a reload whose answer was lost says what is known of it", async () => {
    await open();
    const schema = schemaName(await read(), 0);
    const ask: SchemaJobAsk = { kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] };
    await faults(on("reload_connection_schema_config", "reset"));
    expect(await ended(() => start(ask))).toMatchObject({
      state: "unknown",
      note: expect.stringContaining("as it was before"),
    });
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_table", schema, table: "fresh" }],
    });
    await faults(on("reload_connection_schema_config", "lost_answer"));
    expect(await ended(() => start(ask))).toMatchObject({ state: "done", result: { revision: 1 } });
    expect(await listRevisions("shop_a")).toMatchObject([{ cause: "reload", actor: "local" }]);
  });

  test("a job waits while another write to the connection is under way, and says so", async () => {
    await open();
    const { changes } = two(await read());
    let end: () => void = () => {};
    const other = oneAtATime(
      "shop_a",
      "someone",
      () =>
        new Promise<void>((done) => {
          end = done;
        }),
    );
    const waits = heard((job) => job.note.startsWith("Waits until another change"));
    const done = apply(changes);
    await waits;
    expect(await sent()).toBe(0);
    end();
    await other;
    expect(await done).toMatchObject({ state: "done" });
    const { db } = await store();
    const lease = await takeLease(db, currentUpstream(), writingLease("shop_a"), 60_000, "another");
    const held = heard((job) => job.note.startsWith("Waits until another change"));
    const again = apply(changes);
    await held;
    if (lease) await dropLease(db, lease);
    expect(await again).toMatchObject({ state: "done" });
  });

  test("what anyone reads while an apply waits for its answer is put down to it", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "slow_body", { bytes_per_second: 4_000 }));
    const asked = heard((job) => job.note.startsWith("Sent to Fivetran"));
    const done = apply(changes);
    await asked;
    await expect.poll(async () => (await sent()) > 0).toBe(true);
    await read();
    expect(await listRevisions("shop_a")).toMatchObject([{ cause: "apply", actor: "local", why: "because" }]);
    expect(await done).toMatchObject({ state: "done", result: { revision: 1 } });
    expect(await listRevisions("shop_a")).toHaveLength(1);
  });
});
