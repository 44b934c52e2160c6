import "server-only";
import type { Job } from "@/lib/model/job";
import { askCancel, jobById, jobOf } from "@/lib/store/jobs";
import { tellJob } from "@/lib/sync/schema/tell-schema";

/**
 * Has a job stop where it can: one that waits ends at once, one that runs when it gets there. What was sent to Fivetran
 * already is not taken back. A job that is over stays as it is.
 * @throws AppError `not_found`
 */
export async function cancelJob(id: string): Promise<Job> {
  const row = await askCancel(id, "Stopped before it began. Nothing was sent.");
  if (!row) return jobById(id);
  const job = jobOf(row);
  await tellJob(job);
  return job;
}
