import "server-only";
import { and, asc, desc, eq, exists, inArray, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { BULK_STATES, type BulkCounts, type BulkItem, type BulkRun } from "@/lib/model/bulk/bulk-job";
import { store } from "@/lib/store/db";
import { instance } from "@/lib/store/instance";
import { insertJob, type JobHead, jobOf, type NewJob } from "@/lib/store/jobs";
import { bulkItems } from "@/lib/store/tables/bulk-items";
import { jobs } from "@/lib/store/tables/jobs";
import { currentUpstream } from "@/lib/store/upstream";

/** An item with its place in the job. */
export type BulkItemRow = Omit<typeof bulkItems.$inferSelect, "job_id">;

const KIND = "bulk_connections";
const AT_ONCE = 500;
const columns = {
  place: bulkItems.place,
  connection_id: bulkItems.connection_id,
  name: bulkItems.name,
  state: bulkItems.state,
  note: bulkItems.note,
  at: bulkItems.at,
};

/** Writes a bulk job down with its connections, whole or not at all; it waits for its turn then. */
export async function addBulkJob(
  job: Omit<NewJob, "connection_id" | "kind">,
  items: readonly BulkItem[],
): Promise<JobHead> {
  const { db } = await store();
  const done = items.filter(({ state }) => state !== "waiting").length;
  return db.transaction(async (tx) => {
    const row = await insertJob(tx, { ...job, connection_id: "", kind: KIND, done, total: items.length });
    if (!row) throw new Error("The bulk job was not written down.");
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const some = items.slice(at, at + AT_ONCE);
      await tx.insert(bulkItems).values(some.map((item, i) => ({ ...item, job_id: row.id, place: at + i })));
    }
    return row;
  });
}

/** The items of a job in one of these states, in its order; all of them where none is named. */
export async function itemsOf(
  job_id: string,
  states: readonly BulkItem["state"][] = BULK_STATES,
  limit?: number,
): Promise<BulkItemRow[]> {
  const { db } = await store();
  const rows = db
    .select(columns)
    .from(bulkItems)
    .where(and(eq(bulkItems.job_id, job_id), inArray(bulkItems.state, [...states])))
    .orderBy(asc(bulkItems.place));
  return limit === undefined ? rows : rows.limit(limit);
}

export async function countItems(job_id: string): Promise<BulkCounts> {
  const { db } = await store();
  const rows = await db
    .select({ state: bulkItems.state, count: sql<number>`count(*)::int` })
    .from(bulkItems)
    .where(eq(bulkItems.job_id, job_id))
    .groupBy(bulkItems.state);
  const counts: BulkCounts = { waiting: 0, sending: 0, done: 0, skipped: 0, failed: 0, unknown: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/**
 * Writes what became of an item, if it is in the state it was in and this process still runs the job.
 * @returns false where it is not: nothing is to be sent then
 */
export async function moveItem(
  job_id: string,
  { place, state: from }: Pick<BulkItemRow, "place" | "state">,
  state: BulkItem["state"],
  note: string | null = null,
  at: number | null = Date.now(),
): Promise<boolean> {
  const { db } = await store();
  const mine = and(eq(jobs.id, job_id), eq(jobs.state, "running"), eq(jobs.holder, instance()));
  const [moved] = await db
    .update(bulkItems)
    .set({ state, note, at })
    .where(
      and(
        eq(bulkItems.job_id, job_id),
        eq(bulkItems.place, place),
        eq(bulkItems.state, from),
        exists(db.select({ one: sql`1` }).from(jobs).where(mine)),
      ),
    )
    .returning({ place: bulkItems.place });
  return moved !== undefined;
}

const heads = {
  id: jobs.id,
  upstream_id: jobs.upstream_id,
  connection_id: jobs.connection_id,
  kind: jobs.kind,
  actor: jobs.actor,
  request_id: jobs.request_id,
  state: jobs.state,
  created_at: jobs.created_at,
  started_at: jobs.started_at,
  ended_at: jobs.ended_at,
  done: jobs.done,
  total: jobs.total,
  note: jobs.note,
  cancel_asked: jobs.cancel_asked,
  waits_until: jobs.waits_until,
  input: jobs.input,
  holder: jobs.holder,
};

const of = () => and(eq(jobs.upstream_id, currentUpstream()), eq(jobs.kind, KIND));
const runOf = (row: Omit<typeof jobs.$inferSelect, "result">): BulkRun => ({
  ...jobOf({ ...row, result: null }),
  act: (row.input as { act: BulkAct }).act,
});

/** Bulk jobs of the account, newest first. */
export async function listBulkJobs(limit = 30): Promise<BulkRun[]> {
  const { db } = await store();
  const rows = await db.select(heads).from(jobs).where(of()).orderBy(desc(jobs.created_at)).limit(limit);
  return rows.map(runOf);
}

/** @throws AppError `not_found` */
export async function bulkRun(id: string): Promise<BulkRun> {
  const { db } = await store();
  const [row] = await db
    .select(heads)
    .from(jobs)
    .where(and(of(), eq(jobs.id, id)));
  if (!row) throw new AppError("not_found", "There is no such job. Those that ended are kept for 30 days.");
  return runOf(row);
}
