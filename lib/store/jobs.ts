import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { Job } from "@/lib/model/job";
import { compact, whole } from "@/lib/store/columns";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { instance } from "@/lib/store/instance";
import { jobs } from "@/lib/store/tables/jobs";
import { currentUpstream } from "@/lib/store/upstream";

export type JobRow = typeof jobs.$inferSelect;
/** How a job stands, without what was asked and what became of it. */
export type JobHead = Omit<JobRow, "input" | "result"> & { input: null; result: null };

const all = getTableColumns(jobs);
/** Without what was asked, which may be megabytes and is of use to whoever runs the job only. */
const told = { ...all, input: sql<null>`null` };
/** The same without what became of it. */
const head = { ...told, result: sql<null>`null` };
const open = inArray(jobs.state, ["queued", "running"]);

/** What pages see of a job. */
export function jobOf(row: Omit<JobRow, "input"> & { input: unknown }): Job {
  const { upstream_id: _, request_id: __, input: ___, holder: ____, ...job } = row;
  return job;
}

export type NewJob = Pick<JobRow, "connection_id" | "kind" | "actor" | "request_id" | "note" | "input">;

/** Writes a job down that waits for its turn; null where one of its kind is open on the connection. */
export async function addJob(job: NewJob): Promise<JobHead | null> {
  const { db } = await store();
  return insertJob(db, { ...job, input: await compact(job.input) });
}

/** The same inside a transaction that writes more; what is asked has to be small. */
export async function insertJob(
  db: Pick<Db, "insert">,
  job: NewJob & Partial<Pick<JobRow, "done" | "total">>,
): Promise<JobHead | null> {
  const row = {
    ...job,
    id: randomUUID(),
    upstream_id: currentUpstream(),
    state: "queued",
    created_at: Date.now(),
  };
  const [added] = await db
    .insert(jobs)
    .values(row as typeof jobs.$inferInsert)
    .onConflictDoNothing()
    .returning(head);
  return added ?? null;
}

/** The job of that kind that is not over; null for none. */
export async function openJob(connection_id: string, kind: Job["kind"]): Promise<Job | null> {
  const { db } = await store();
  const [row] = await db
    .select(head)
    .from(jobs)
    .where(and(ofConnection(connection_id), eq(jobs.kind, kind), open));
  return row ? jobOf(row) : null;
}

/** Jobs of a connection without their results, newest first. */
export async function listJobs(connection_id: string, limit = 30): Promise<Job[]> {
  const { db } = await store();
  const rows = await db
    .select(head)
    .from(jobs)
    .where(ofConnection(connection_id))
    .orderBy(desc(jobs.created_at))
    .limit(limit);
  return rows.map(jobOf);
}

/** @throws AppError `not_found` */
export async function jobById(id: string): Promise<Job> {
  const { db } = await store();
  const [row] = await db
    .select(told)
    .from(jobs)
    .where(and(eq(jobs.upstream_id, currentUpstream()), eq(jobs.id, id)));
  if (!row) throw new AppError("not_found", "There is no such job. Those that ended are kept for 30 days.");
  return jobOf({ ...row, result: await whole(row.result) });
}

/** Makes a waiting job this process's; null where it is not waiting any more. */
export function claimJob(id: string): Promise<JobRow | null> {
  const run = { state: "running", holder: instance(), started_at: Date.now() } as const;
  return take(and(eq(jobs.id, id), eq(jobs.state, "queued")), run);
}

/** Makes a running job of a dead process this one's; null where another process was quicker. */
export function inheritJob({ id, holder }: Pick<JobRow, "id" | "holder">): Promise<JobRow | null> {
  const theirs = and(eq(jobs.id, id), eq(jobs.state, "running"), eq(jobs.holder, holder ?? ""));
  return take(theirs, { holder: instance() });
}

/** Writes how a job stands that this process runs; null where it runs it no longer. */
export function changeJob(id: string, to: Partial<JobRow>): Promise<JobHead | null> {
  return change(and(eq(jobs.id, id), eq(jobs.state, "running"), eq(jobs.holder, instance())), to);
}

/** Ends a job that still waits, or notes on a running one that it is to stop; null where it is over. */
export async function askCancel(id: string, note: string): Promise<JobHead | null> {
  const own = and(eq(jobs.upstream_id, currentUpstream()), eq(jobs.id, id));
  const ended = { state: "canceled", ended_at: Date.now(), cancel_asked: true, note } as const;
  return (
    (await change(and(own, eq(jobs.state, "queued")), ended)) ??
    change(and(own, eq(jobs.state, "running")), { cancel_asked: true })
  );
}

/** The running jobs of this account whose holders `dead` matches. */
export async function deadJobs(upstream_id: number, dead: SQL): Promise<Pick<JobRow, "id" | "holder">[]> {
  const { db } = await store();
  return db
    .select({ id: jobs.id, holder: jobs.holder })
    .from(jobs)
    .where(and(eq(jobs.upstream_id, upstream_id), eq(jobs.state, "running"), dead));
}

/** The jobs of this account that wait for a process. */
export async function waitingJobs(upstream_id: number): Promise<string[]> {
  const { db } = await store();
  const rows = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.upstream_id, upstream_id), eq(jobs.state, "queued")));
  return rows.map(({ id }) => id);
}

async function change(which: SQL | undefined, to: Partial<JobRow>): Promise<JobHead | null> {
  const { db } = await store();
  const [row] = await db.update(jobs).set(to).where(which).returning(head);
  return row ?? null;
}

/** The same for whoever is to run the job. */
async function take(which: SQL | undefined, to: Partial<JobRow>): Promise<JobRow | null> {
  const { db } = await store();
  const [row] = await db.update(jobs).set(to).where(which).returning(all);
  return row ? { ...row, input: await whole(row.input), result: await whole(row.result) } : null;
}

function ofConnection(connection_id: string) {
  return and(eq(jobs.upstream_id, currentUpstream()), eq(jobs.connection_id, connection_id));
}
