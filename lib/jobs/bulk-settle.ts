import "server-only";
import { AppError } from "@/lib/errors";
import { freshRow, stepOf } from "@/lib/jobs/bulk-item";
import { jobTimes } from "@/lib/jobs/job-times";
import type { RunningJob } from "@/lib/jobs/running-job";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { BulkItemState } from "@/lib/model/bulk/bulk-job";
import type { ConnectionRow } from "@/lib/model/snapshot";

/**
 * What became of an item whose answer was lost: looked up until it is as meant, or often enough that it would be.
 * Nothing is sent.
 * @param sent_at when its request may have left, in epoch milliseconds
 * @returns null where the job was cut short before it could be told
 */
export async function settleItem(
  job: RunningJob,
  act: BulkAct,
  item: { connection_id: string; why: string; sent_at: number },
): Promise<{ state: Extract<BulkItemState, "done" | "failed" | "unknown">; note: string } | null> {
  const { looks: rests, unreachable, retry } = jobTimes();
  const deadline = Date.now() + unreachable;
  for (let looks = 0; looks < rests.length; ) {
    try {
      await job.rest(rests[looks] ?? 0);
      const row = await freshRow(act, item.connection_id, job.signal);
      looks += 1;
      if (!row) return { state: "failed", note: "It is not in the account any more." };
      if (await isSo(act, row, item.sent_at)) return { state: "done", note: `${item.why} It took place.` };
    } catch (error) {
      if (job.signal.aborted) return null;
      if (!(error instanceof AppError)) throw error;
      const at = Math.max(Date.now() + retry, error.facts.retry_at ?? 0);
      if (at > deadline)
        return { state: "unknown", note: `${item.why} Fivetran could not be asked since: ${error.message}` };
      await job.rest(at - Date.now()).catch(() => {});
    }
  }
  const times = rests.length === 1 ? "once" : `${rests.length} times`;
  if (act.kind === "sync")
    return { state: "unknown", note: `${item.why} No sync has shown since; looked ${times}.` };
  return {
    state: "failed",
    note: `${item.why} It did not take place, and was not sent again; looked ${times}.`,
  };
}

async function isSo(act: BulkAct, row: ConnectionRow, sent_at: number): Promise<boolean> {
  if (act.kind !== "sync") return (await stepOf(act, row)).kind === "already";
  const ended = Math.max(row.succeeded_at ?? 0, row.failed_at ?? 0);
  return row.sync_state === "syncing" || ended > sent_at;
}
