import "server-only";
import { eq, sql } from "drizzle-orm";
import { afterEach } from "vitest";
import { setJobTimes } from "@/lib/jobs/job-times";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { startSchemaJob } from "@/lib/jobs/start-schema-job";
import { isOver, type Job } from "@/lib/model/job";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import type { ApplyResult, RevisionCause, SchemaJobAsk } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import {
  COLUMNS_CONFIG,
  ENABLED,
  type SchemaTree,
  schemaName,
  tableName,
} from "@/lib/model/schema/schema-tree";
import { store } from "@/lib/store/db";
import { jobById } from "@/lib/store/jobs";
import { jobs } from "@/lib/store/tables/jobs";
import { currentUpstream } from "@/lib/store/upstream";
import { hearEvents } from "@/lib/sync/hub";
import { identify } from "@/lib/sync/identify";
import { noteOnLease, takeLease } from "@/lib/sync/lease";
import { lookAtSchemaConfig, readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import { writingLease } from "@/lib/sync/schema/writing";
import { sweepNow } from "@/lib/sync/sweep-now";
import { type FileConnection, holdAccount } from "@/lib/sync/test-account";
export const context = { actor: { id: "local", role: "admin" }, request_id: "r1" } as const;
const shop = { id: "shop_a", schema: "shop", succeeded_at: new Date().toISOString() };
export const PATH = "/connections/shop_a/schemas";
export const PATCH = "modify_connection_schema_config";

/** What tests of jobs begin with: an account whose connection `shop_a` has a schema config, and jobs that run. */
export function jobScene(startSandbox: Parameters<typeof holdAccount>[0]) {
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
      start({ kind: "apply_schema", changes, why: "because", confirmed: [], ...more }),
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
  const died = async (id: string, sent: boolean, cause: RevisionCause = "apply") => {
    const { db } = await store();
    await db
      .update(jobs)
      .set({ state: "running", holder: "dead", ended_at: null, result: null })
      .where(eq(jobs.id, id));
    if (!sent) return;
    const lease = await takeLease(db, currentUpstream(), writingLease("shop_a"), 1, "dead");
    const by = { actor: "local", why: "", of: null };
    if (lease) await noteOnLease(db, lease, { job: id, sent_at: Date.now(), cause, by });
    await db.execute(sql`update leases set expires_at = 0 where holder = 'dead'`);
  };
  return {
    account,
    open,
    faults,
    on,
    start,
    heard,
    ended,
    apply,
    sent,
    two,
    withColumns,
    isOn,
    read,
    truth,
    died,
  };
}
