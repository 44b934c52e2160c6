import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import type { RouteContext } from "@/lib/auth/route";
import { rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import type { BulkInput } from "@/lib/jobs/bulk-connections";
import { queue } from "@/lib/jobs/queue";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { BulkItem, BulkItemState, BulkRest, BulkRun } from "@/lib/model/bulk/bulk-job";
import { bulkStep, rightsStep } from "@/lib/model/bulk/bulk-step";
import { isOver } from "@/lib/model/job";
import { refusedGroups } from "@/lib/model/refused-groups";
import { annotationHeads } from "@/lib/store/annotations";
import { addBulkJob, bulkRun, itemsOf } from "@/lib/store/bulk-jobs";
import { jobOf } from "@/lib/store/jobs";
import { memory } from "@/lib/sync/memory";
import { tellJob } from "@/lib/sync/schema/tell-schema";

/**
 * Has an act begin on many connections, and answers at once: it goes on whoever watches. What the snapshot shows to be
 * so already, or impossible, is written down as left alone and costs nothing.
 * @throws AppError `invalid` where none of them is in the account; `forbidden`
 */
export async function startBulkJob(
  { act, connection_ids }: { act: BulkAct; connection_ids: readonly string[] },
  { actor, request_id }: RouteContext,
): Promise<BulkRun> {
  permit(act, actor);
  const heads = act.kind === "tags" ? await annotationHeads() : [];
  const tags = new Map(heads.map((head) => [head.connection_id, head.tags]));
  const { rows, groups, denied } = memory();
  const refused = refusedGroups(groups, denied);
  const items = [...new Set(connection_ids)].flatMap((connection_id): BulkItem[] => {
    const row = rows.get(connection_id);
    if (!row) return [];
    const step = rightsStep(act, row, refused) ?? bulkStep(act, row, tags.get(connection_id) ?? []);
    const alone = step.kind === "already" || step.kind === "cannot";
    const state = alone ? "skipped" : "waiting";
    return [
      {
        connection_id,
        name: row.schema,
        state,
        note: alone ? `${step.why}. Nothing was sent.` : null,
        at: alone ? Date.now() : null,
      },
    ];
  });
  if (items.length === 0)
    throw new AppError("invalid", "None of these connections is in the account. Nothing was sent.");
  const waiting = queue();
  const input: BulkInput = { act, actor };
  const note = "Waits for its turn. Nothing has been sent.";
  const row = await addBulkJob({ actor: actor.id, request_id, note, input }, items);
  const job = jobOf(row);
  await tellJob(job);
  await waiting.send(row.upstream_id, row.id);
  return { ...job, act };
}

const RESTS: Record<BulkRest, readonly BulkItemState[]> = {
  failed: ["failed", "unknown"],
  left: ["waiting"],
};

/**
 * Begins the same act anew on what went wrong in a job that is over, or on what it did not get to. Each is looked at
 * again first.
 * @throws AppError `not_found`; `conflict` while the job goes on; `invalid` where there is nothing of that
 */
export async function resumeBulkJob(id: string, rest: BulkRest, context: RouteContext): Promise<BulkRun> {
  const run = await bulkRun(id);
  if (!isOver(run)) throw new AppError("conflict", "This job still goes on. Nothing was started.");
  const items = await itemsOf(id, RESTS[rest]);
  if (items.length === 0) throw new AppError("invalid", "There is nothing left of it to do.");
  const connection_ids = items.map(({ connection_id }) => connection_id);
  return startBulkJob({ act: run.act, connection_ids }, context);
}

function permit({ kind }: BulkAct, actor: Actor): void {
  const { role } = rowOf(kind === "sync" ? "sync_connection" : "modify_connection");
  authorize(actor, { role: kind === "tags" ? "operator" : role, risk: "reversible" });
}
