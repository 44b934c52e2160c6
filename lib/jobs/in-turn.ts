import "server-only";
import { AppError } from "@/lib/errors";
import { oneAtATime } from "@/lib/fivetran/one-at-a-time";
import { jobTimes } from "@/lib/jobs/job-times";
import type { RunningJob } from "@/lib/jobs/running-job";
import { isStopping } from "@/lib/jobs/stopping";
import type { RevisionCause } from "@/lib/model/schema/schema-answers";
import { store } from "@/lib/store/db";
import { jobById } from "@/lib/store/jobs";
import { currentUpstream } from "@/lib/store/upstream";
import { dropLease, type Lease, noteOnLease, takeLease } from "@/lib/sync/lease";
import type { By } from "@/lib/sync/schema/revisions";
import { type Writing, writingLease } from "@/lib/sync/schema/writing";

const LOOK_MS = 1_000;

/** A job's turn to write to a connection. */
export interface Turn {
  /** What this very job had sent when an earlier process of it died; null where it had sent nothing. */
  left: Writing | null;
  /**
   * Says, before a request leaves, whose work it is, so that what anyone reads from now on is put down to it.
   * @throws AppError `conflict` where the turn was lost meanwhile; nothing is to be sent then
   */
  sending(cause: RevisionCause, by: By): Promise<void>;
}

/**
 * Does a job's work when no other write to its connection is under way, here or on another instance, and says so
 * while it waits.
 * @throws the signal's reason when the job is asked to stop while it waits; else as the work
 */
export async function inTurn<T>(job: RunningJob, work: (turn: Turn) => Promise<T>): Promise<T> {
  for (let waits = false; ; waits = true) {
    let begun = false;
    const task = async (): Promise<T | typeof TAKEN> => {
      const lease = await take(job);
      if (!lease) return TAKEN;
      begun = true;
      return hold(lease, job, work);
    };
    const result = await oneAtATime(job.connection_id, job.actor, task, LOOK_MS).catch((error: unknown) => {
      if (begun || !(error instanceof AppError && error.code === "conflict")) throw error;
      return TAKEN;
    });
    if (result !== TAKEN) return result as T;
    if (!waits) await job.note("Waits until another change of this connection has ended.");
    await job.rest(LOOK_MS / 4);
  }
}

const TAKEN = Symbol("taken");

async function take(job: RunningJob): Promise<Lease | null> {
  const { db } = await store();
  const lease = await takeLease(
    db,
    currentUpstream(),
    writingLease(job.connection_id),
    jobTimes().turn.lease,
  );
  if (!lease) return null;
  const left = lease.state as Writing | null;
  if (!left || left.job === job.id || !(await isOpen(left.job))) return lease;
  // A job that died is settled first: it alone can say what its request did.
  await dropLease(db, lease);
  return null;
}

async function isOpen(id: string): Promise<boolean> {
  const job = await jobById(id).catch(() => null);
  return job?.state === "running";
}

async function hold<T>(lease: Lease, job: RunningJob, work: (turn: Turn) => Promise<T>): Promise<T> {
  const { db } = await store();
  const renew = async () => {
    const again = await takeLease(db, lease.upstream_id, lease.name, jobTimes().turn.lease);
    if (again?.token !== lease.token) {
      throw new AppError("conflict", "Another instance took this connection over. Nothing more was sent.");
    }
  };
  const timer = setInterval(() => void renew().catch(() => job.halt()), jobTimes().turn.renew);
  const state = lease.state as Writing | null;
  try {
    return await work({
      left: state?.job === job.id ? state : null,
      async sending(cause, by) {
        await renew();
        await noteOnLease(db, lease, { job: job.id, sent_at: Date.now(), cause, by } satisfies Writing);
      },
    });
  } finally {
    clearInterval(timer);
    // What a stop cuts short is settled by the next process, which has to know what was sent.
    if (!isStopping()) await noteOnLease(db, lease, null);
    await dropLease(db, lease);
  }
}
