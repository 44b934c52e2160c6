import "server-only";
import type { SQL } from "drizzle-orm";
import { held, Queue } from "@/lib/jobs/queue";
import { haltJobs, runJob, settleJob } from "@/lib/jobs/run-job";
import { setStopping } from "@/lib/jobs/stopping";
import { errorText, log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import type { Store } from "@/lib/store/database";
import { deadJobs, inheritJob, waitingJobs } from "@/lib/store/jobs";
import { knownUpstream } from "@/lib/store/upstream";
import { onSettle } from "@/lib/sync/alive";

/** A stop waits so long for jobs to come to an end; what is sent and not answered by then is settled at the next start. */
const STOP_MS = 2_000;

/** Starts running jobs in this process, and settling those that others left when they died. */
export async function startJobs(store: Store): Promise<void> {
  setStopping(false);
  const queue = new Queue(store, runJob);
  await queue.start();
  held.queue = queue;
  onSettle(settleJobs);
  onShutdown("jobs", stopJobs, 10);
}

/** Ends what this process runs: reads go on with the next one, writes are settled by it. */
export async function stopJobs(): Promise<void> {
  const { queue } = held;
  held.queue = null;
  setStopping(true);
  haltJobs();
  await queue?.stop(STOP_MS);
}

/** Takes over what dead processes left: their jobs, and those they wrote down and did not get into the queue. */
export async function settleJobs(dead: SQL): Promise<void> {
  const upstream_id = knownUpstream();
  const { queue } = held;
  if (upstream_id === null || !queue) return;
  for (const one of await deadJobs(upstream_id, dead)) {
    const row = await inheritJob(one);
    if (row) void settleJob(row).catch((error: unknown) => log.error({ error: errorText(error) }, "job"));
  }
  for (const id of await waitingJobs(upstream_id)) {
    await queue.sendAgain(upstream_id, id);
  }
  queue.nudge();
}
