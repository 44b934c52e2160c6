import "server-only";
import { AppError } from "@/lib/errors";
import { type ApplyInput, applySchema, settleApply } from "@/lib/jobs/apply-schema";
import { type BulkInput, bulkConnections } from "@/lib/jobs/bulk-connections";
import { type LoadColumnsInput, loadColumns } from "@/lib/jobs/load-columns";
import { type ReloadInput, reloadSchema, settleReload } from "@/lib/jobs/reload-schema";
import { type Ending, RunningJob } from "@/lib/jobs/running-job";
import { isStopping } from "@/lib/jobs/stopping";
import { errorStack, log } from "@/lib/log";
import type { JobKind } from "@/lib/model/job";
import { singleton } from "@/lib/singleton";
import { claimJob, type JobRow, jobOf } from "@/lib/store/jobs";
import { tellJob } from "@/lib/sync/schema/tell-schema";

interface Work {
  run: (job: RunningJob) => Promise<Ending>;
  /** After the process that ran it died. What only reads is run again; what was sent never is. */
  settle: (job: RunningJob) => Promise<Ending>;
}

const apply: Work = {
  run: (job) => applySchema(job as RunningJob<ApplyInput>),
  settle: (job) => settleApply(job as RunningJob<ApplyInput>),
};
const reload: Work = {
  run: (job) => reloadSchema(job as RunningJob<ReloadInput>),
  settle: (job) => settleReload(job as RunningJob<ReloadInput>),
};
const bulk = (job: RunningJob) => bulkConnections(job as RunningJob<BulkInput>);
const load = (job: RunningJob) => loadColumns(job as RunningJob<LoadColumnsInput>);
const WORK: Record<JobKind, Work> = {
  apply_schema: apply,
  reload_schema: reload,
  load_columns: { run: load, settle: load },
  bulk_connections: { run: bulk, settle: bulk },
};

const running = () => singleton("running-jobs", () => new Set<RunningJob>());

/** Takes a waiting job and begins it; null where it is not waiting any more. */
export async function runJob(id: string): Promise<{ ended: Promise<void> } | null> {
  const row = await claimJob(id);
  return row && { ended: perform(row, "run") };
}

/** Says what became of a job whose process died. */
export const settleJob = (row: JobRow): Promise<void> => perform(row, "settle");

/** Cuts all jobs of this process short; those that only read go on with the next. */
export function haltJobs(): void {
  for (const job of running()) job.halt();
}

async function perform(row: JobRow, how: keyof Work): Promise<void> {
  const job = new RunningJob(row);
  running().add(job);
  try {
    await tellJob(jobOf(row));
    const ending = await WORK[row.kind][how](job);
    if (isStopping() && ending.state === "canceled" && !job.canceled) await leave(job);
    else await job.end(ending);
  } catch (error) {
    if (isStopping()) await leave(job);
    else await job.end(failure(job, error));
  } finally {
    running().delete(job);
  }
}

/** What writes stays with this process's name on it: the next one settles it. */
async function leave(job: RunningJob): Promise<void> {
  if (job.kind === "load_columns") await job.handBack("Waits for Headgate to start again; then it goes on.");
  else job.leave();
}

function failure(job: RunningJob, error: unknown): Ending {
  if (job.canceled) return { state: "canceled", note: "Stopped. Nothing was sent." };
  if (error instanceof AppError) return { state: "failed", note: error.message };
  log.error({ job: job.id, error: errorStack(error) }, "job");
  return { state: "failed", note: "Headgate failed; its log says why." };
}
