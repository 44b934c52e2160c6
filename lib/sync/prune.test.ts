import { asc, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { type Db, rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { bulkItems } from "@/lib/store/tables/bulk-items";
import { columnLists } from "@/lib/store/tables/column-lists";
import { connections } from "@/lib/store/tables/connections";
import { jobs } from "@/lib/store/tables/jobs";
import { leases } from "@/lib/store/tables/leases";
import { schemaConfigs } from "@/lib/store/tables/schema-configs";
import { schemaDrafts } from "@/lib/store/tables/schema-drafts";
import { schemaRevisions } from "@/lib/store/tables/schema-revisions";
import { setupDrafts } from "@/lib/store/tables/setup-drafts";
import { setupTestRuns } from "@/lib/store/tables/setup-test-runs";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { sweeps } from "@/lib/store/tables/sweeps";
import { syncs } from "@/lib/store/tables/syncs";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { prune } from "@/lib/sync/prune";
import { ago, change, connection, DAY, job, NOW, revision, sweep, sync } from "@/lib/sync/prune.fixture";

onEachStore("prune", () => {
  const days = async (db: Db, table: string, column: string): Promise<number[]> => {
    const found = rowsOf<{ at: string }>(
      await db.execute(
        sql`select ${sql.raw(column)} as at from ${sql.raw(table)} order by ${sql.raw(column)} desc`,
      ),
    );
    return found.map(({ at }) => (NOW - Number(at)) / DAY);
  };

  test("history goes after 400 days, but the last of each kind and outcome stays", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    await connection(db, id, "a");
    await db
      .insert(stateChanges)
      .values([
        ...[399, 401, 500].map((it) => change(id, "a", "health", it)),
        ...[450, 460].map((it) => change(id, "a", "paused", it)),
      ]);
    await db
      .insert(syncs)
      .values([
        ...[1, 399, 401, 402].map((it) => sync(id, "a", "succeeded", it)),
        ...[450, 460].map((it) => sync(id, "a", "failed", it)),
      ]);
    await prune(db, NOW);
    expect(await days(db, "state_changes", "seen_at")).toEqual([399, 450]);
    expect(await days(db, "syncs", "point")).toEqual([1, 399, 450]);
    expect(await prune(db, NOW)).toBe(0);
  });

  test("a record is kept for as long as the operator says", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    await connection(db, id, "a");
    await db.insert(syncs).values([1, 399, 401, 801].map((it) => sync(id, "a", "succeeded", it)));
    await db.insert(stateChanges).values([1, 101, 401].map((it) => change(id, "a", "health", it)));
    const usual = env().keep_days;
    Object.assign(env(), {
      keep_days: new Map([
        ["syncs", 800],
        ["state_changes", 100],
      ]),
    });
    await prune(db, NOW).finally(() => Object.assign(env(), { keep_days: usual }));
    expect(await days(db, "syncs", "point")).toEqual([1, 399, 401]);
    expect(await days(db, "state_changes", "seen_at")).toEqual([1]);
  });

  test("the audit keeps 400 days, and what is not settled", async () => {
    const { db } = await store();
    const upstream_id = await testUpstream(db);
    const row = { upstream_id, actor: "local", request_id: "", operation: "x", params: {}, holder: "h" };
    await db.insert(audit).values([
      { ...row, at: ago(399), outcome: "succeeded" },
      { ...row, at: ago(401), outcome: "failed" },
      { ...row, at: ago(402), outcome: "pending" },
    ]);
    await prune(db, NOW);
    expect(await days(db, "audit", "at")).toEqual([399, 402]);
  });

  test("sweeps keep a week, and the last one that saw all", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    await db
      .insert(sweeps)
      .values([
        sweep(id, 6, false, "no answer"),
        sweep(id, 8, false, "no answer"),
        sweep(id, 9, false),
        sweep(id, 10, false),
        sweep(id, 11, true),
        sweep(id, 12, true),
      ]);
    await prune(db, NOW);
    expect(await days(db, "sweeps", "started_at")).toEqual([6, 9, 11]);
  });

  test("drafts of new connections keep 90 days from the last save, and one that may have created one stays", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    const values = [
      [89, "not_sent"],
      [91, "refused"],
      [92, "created"],
      [93, "sending"],
      [94, "unknown"],
    ] as const;
    await db.insert(setupDrafts).values(
      values.map(([age, state]) => ({
        ...{
          id: state,
          upstream_id: id,
          actor: "local",
          version: 1,
          service: "stripe",
          step: "names" as const,
        },
        values: {} as never,
        secrets: [],
        state,
        creation: { state } as never,
        created_at: ago(200),
        saved_at: ago(age),
      })),
    );
    await prune(db, NOW);
    expect(await days(db, "setup_drafts", "saved_at")).toEqual([89, 93, 94]);
  });

  test("jobs on many connections keep a month from their end, and what became of each goes with them", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    const bulk = (name: string, age: number, open = false) => ({
      ...job(id, "", name, age, open),
      kind: "bulk_connections" as const,
    });
    await db.insert(jobs).values([bulk("new", 29), bulk("old", 31), bulk("running", 40, true)]);
    await db.insert(bulkItems).values(
      ["new", "old", "running"].map((job_id) => ({
        job_id,
        place: 0,
        connection_id: "a",
        name: "a",
        state: "done" as const,
      })),
    );
    await prune(db, NOW);
    const left = await db.select({ id: bulkItems.job_id }).from(bulkItems).orderBy(asc(bulkItems.job_id));
    expect(left.map((it) => it.id)).toEqual(["new", "running"]);
    expect(await db.select({ id: jobs.id }).from(jobs)).toHaveLength(2);
  });

  test("jobs keep a month, setup tests and revisions 400 days and their latest", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    await connection(db, id, "a");
    await db
      .insert(jobs)
      .values([job(id, "a", "new", 29), job(id, "a", "old", 31), job(id, "a", "open", 99, true)]);
    const run = { upstream_id: id, connection_id: "a", actor: "local", tests: [], holder: "h" };
    await db.insert(setupTestRuns).values([
      { ...run, id: "1", started_at: ago(500), state: "done" },
      { ...run, id: "2", started_at: ago(499), state: "done" },
    ]);
    await db
      .insert(schemaRevisions)
      .values(Array.from({ length: 55 }, (_, at) => revision(id, "a", at + 1, at < 3 ? 401 : 399)));
    await db.insert(schemaRevisions).values([revision(id, "b", 1, 500)]);
    await connection(db, id, "b");
    await prune(db, NOW);
    expect((await db.select({ id: jobs.id }).from(jobs).orderBy(asc(jobs.id))).map((it) => it.id)).toEqual([
      "new",
      "open",
    ]);
    expect(await days(db, "setup_test_runs", "started_at")).toEqual([499]);
    const kept = await db.select({ number: schemaRevisions.number }).from(schemaRevisions);
    expect(kept.map((it) => it.number).sort((a, b) => a - b)).toEqual([
      1,
      ...Array.from({ length: 52 }, (_, at) => at + 4),
    ]);
  });

  test("a connection that vanished 400 days ago is forgotten with all it had, and no other", async () => {
    const { db } = await store();
    const id = await testUpstream(db);
    for (const [name, vanished] of [
      ["long", 401],
      ["lately", 399],
    ] as const) {
      await connection(db, id, name, ago(vanished));
      await db.insert(stateChanges).values(change(id, name, "health", vanished));
      await db.insert(syncs).values(sync(id, name, "succeeded", vanished));
      await db.insert(schemaRevisions).values(revision(id, name, 1, vanished));
      const of = { upstream_id: id, connection_id: name };
      await db.insert(schemaConfigs).values({
        ...of,
        hash: "",
        body: new Uint8Array([1]),
        read_started_at: 0,
        read_at: NOW,
        upstream_bytes: 1,
      });
      await db
        .insert(columnLists)
        .values({ ...of, table_key: "k", names: ["s", "t"], columns: [], read_at: NOW });
      await db.insert(schemaDrafts).values({
        ...of,
        actor: "local",
        version: 1,
        base_hash: "",
        changes: {} as never,
        saved_at: NOW,
      });
    }
    await prune(db, NOW);
    for (const table of [
      ...["state_changes", "syncs", "schema_revisions", "schema_configs", "column_lists", "schema_drafts"],
    ]) {
      const rows = rowsOf<{ id: string }>(
        await db.execute(sql`select connection_id as id from ${sql.raw(table)}`),
      );
      expect(rows, table).toEqual([{ id: "lately" }]);
    }
    expect(await db.select({ id: connections.id }).from(connections)).toEqual([{ id: "lately" }]);
  });

  test("many rows go too, and those of other accounts with them", async () => {
    const { db } = await store();
    const first = await testUpstream(db, "first");
    const second = await testUpstream(db, "second");
    for (const id of [first, second]) {
      await connection(db, id, "a");
      const rows = Array.from({ length: 450 }, (_, at) => sync(id, "a", "succeeded", 401 + at / 1000));
      await db.insert(syncs).values(rows);
    }
    expect(await prune(db, NOW)).toBe(898);
    expect((await days(db, "syncs", "point")).length).toBe(2);
  });

  test("the word of processes that ended long ago goes", async () => {
    const { db } = await store();
    const upstream_id = await testUpstream(db);
    const lease = { upstream_id, holder: "h", token: 1 };
    await db.insert(leases).values([
      { ...lease, name: "alive h", expires_at: ago(2) },
      { ...lease, name: "alive i", expires_at: NOW },
      { ...lease, name: "poller", expires_at: 0 },
    ]);
    await prune(db, NOW);
    const left = await db.select({ name: leases.name }).from(leases).orderBy(asc(leases.name));
    expect(left.map((it) => it.name)).toEqual(["alive i", "poller"]);
  });
});
