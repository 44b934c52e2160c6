import "server-only";
import { AppError } from "@/lib/errors";
import { jobTimes } from "@/lib/jobs/job-times";
import type { RunningJob } from "@/lib/jobs/running-job";
import { isStopping } from "@/lib/jobs/stopping";
import type { ScannedAnswer } from "@/lib/sync/schema/keep-answer";
import { lookAtSchemaConfig } from "@/lib/sync/schema/read-schema-config";

type Look = ScannedAnswer & { started_at: number };

/**
 * Looks at the schema config until it is as wanted, or often enough that it would be: Fivetran may still be carrying
 * a request out whose answer was lost, or show the state before it for a moment. Tried on while Fivetran cannot be
 * asked.
 * @returns the last look and how many there were; null where there was none
 * @throws where the process stops meanwhile
 */
export async function lookAgain(
  job: RunningJob,
  why: string,
  isWanted: (look: Look) => Promise<boolean>,
): Promise<{ look: Look; looks: number } | null> {
  const { looks: rests, unreachable, retry } = jobTimes();
  const deadline = Date.now() + unreachable;
  let last: Look | null = null;
  let looks = 0;
  while (looks < rests.length) {
    await job.note(`${why} The schema is read again to see what was applied.`);
    try {
      if (looks > 0) await job.rest(rests[looks] ?? 0);
      last = await lookAtSchemaConfig(job.connection_id, "person", job.signal);
      looks += 1;
      if (await isWanted(last)) break;
    } catch (error) {
      if (isStopping()) throw error;
      if (job.signal.aborted || Date.now() + retry > deadline) break;
      if (!(error instanceof AppError)) throw error;
      const at = Math.max(Date.now() + retry, error.facts.retry_at ?? 0);
      const cut = await job.waitUntil(at, `${why} Fivetran cannot be asked just now: ${error.message}`).then(
        () => false,
        () => true,
      );
      if (cut && isStopping()) throw error;
      if (cut) break;
    }
  }
  return last && { look: last, looks };
}
