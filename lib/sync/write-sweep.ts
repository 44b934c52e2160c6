import "server-only";
import { and, eq, lt } from "drizzle-orm";
import type { Sweeper } from "@/lib/fivetran/quota";
import type { Stretch } from "@/lib/model/observation";
import { sweeps } from "@/lib/store/tables/sweeps";
import { upstreams } from "@/lib/store/tables/upstreams";
import { presentPlan } from "@/lib/sync/account-status";
import { applyLists } from "@/lib/sync/apply-lists";
import { applyLooks, confirmLooks, lastFullSweep } from "@/lib/sync/apply-looks";
import { historyTurns } from "@/lib/sync/history-turns";
import type { Lease } from "@/lib/sync/lease";
import { memory } from "@/lib/sync/memory";
import { gapOf, observe } from "@/lib/sync/observe";
import type { Swept } from "@/lib/sync/sweep-account";
import { takeBackAhead } from "@/lib/sync/time-ahead";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

const KEEP_MS = 48 * 3_600_000;

/** Writes a whole sweep in one transaction; with a lease, only while that is held. `actor` as in `Looks`. */
export async function writeSweep(
  upstream_id: number,
  swept: Swept,
  { asked_by, actor, lease }: { asked_by: Sweeper; actor?: string; lease?: Lease },
): Promise<void> {
  let gap: Stretch | null = null;
  await writeSnapshot(
    upstream_id,
    async (writing) => {
      await takeBackAhead(writing.db, upstream_id, swept.started_at, () =>
        lastFullSweep(writing.db, upstream_id),
      );
      await applyLists(writing, swept);
      await applyLooks(writing, { seen: swept.seen, absent: swept.absent, actor });
      if (!swept.complete) await confirmLooks(writing);
      const { db } = writing;
      const { started_at, ended_at, calls, complete } = swept;
      await db.insert(sweeps).values({
        upstream_id,
        asked_by,
        started_at,
        ended_at,
        calls,
        complete,
        connections: swept.seen.length,
      });
      gap = await observe(db, upstream_id, started_at, gapOf(presentPlan(memory()).interval_ms));
      await db
        .delete(sweeps)
        .where(and(eq(sweeps.upstream_id, upstream_id), lt(sweeps.started_at, started_at - KEEP_MS)));
      await db
        .update(upstreams)
        .set({ denied: stillDenied(memory().denied, swept) })
        .where(eq(upstreams.id, upstream_id));
    },
    lease,
  );
  if (gap) historyTurns().missed(gap, memory().rows.values());
}

export interface FailedSweep {
  started_at: number;
  calls: number;
  asked_by: Sweeper;
  error: string;
}

/** Notes that a sweep failed; the snapshot stays as it is. */
export async function writeFailedSweep(upstream_id: number, failed: FailedSweep): Promise<void> {
  await writeSnapshot(upstream_id, async ({ db }) => {
    await db
      .insert(sweeps)
      .values({ ...failed, upstream_id, ended_at: Date.now(), complete: false, connections: 0 });
  });
}

/** A sweep that did not ask for the slow lists cannot know that they are allowed again. */
function stillDenied(before: readonly string[], swept: Swept): string[] {
  const unasked: string[] = [];
  if (!swept.groups) unasked.push("groups");
  if (!swept.destinations) unasked.push("destinations");
  if (!swept.types) unasked.push("connector types");
  return [...new Set([...before.filter((name) => unasked.includes(name)), ...swept.denied])];
}
