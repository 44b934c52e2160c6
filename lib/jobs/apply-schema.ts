import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError, asAppError } from "@/lib/errors";
import { applyEnding, conflictEnding, type Told } from "@/lib/jobs/apply-ending";
import { inTurn, type Turn } from "@/lib/jobs/in-turn";
import { lookAgain } from "@/lib/jobs/look-again";
import type { Ending, RunningJob } from "@/lib/jobs/running-job";
import { sendWrite } from "@/lib/jobs/send-write";
import { isStopping } from "@/lib/jobs/stopping";
import { alsoChanges, weighChanges } from "@/lib/jobs/weigh-changes";
import { bindSteps } from "@/lib/model/schema/bind-changes";
import { blockAgain } from "@/lib/model/schema/block-again";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { confirmationSteps } from "@/lib/model/schema/confirmations-of";
import { patchSteps } from "@/lib/model/schema/patch-of";
import type { ApplyResult, Confirmation, RevisionCause } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { inTurns } from "@/lib/model/steps";
import { clearApplied } from "@/lib/store/schema-drafts";
import { keepAnswer, type ScannedAnswer } from "@/lib/sync/schema/keep-answer";
import { readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import { type By, revisionMade } from "@/lib/sync/schema/revisions";
import { tellSchema } from "@/lib/sync/schema/tell-schema";

export interface ApplyInput {
  changes: SchemaChanges;
  cause: Extract<RevisionCause, "apply" | "undo" | "restore">;
  by: By;
  confirmed: Confirmation[];
  actor: Actor;
}

/** A body above this length is told to the audit by its counts: the revision holds the names. */
const LONG_BODY = 65_536;
const MOST_REQUESTS = 3;

/**
 * Applies changes: reads afresh, sends what is left to do as one request, holds the answer against what was meant and
 * sends what a change of the policy left over. Ends in what is and what is not applied.
 */
export function applySchema(job: RunningJob<ApplyInput>): Promise<Ending<ApplyResult>> {
  return inTurn(job, async (turn) => {
    const { changes, confirmed } = job.input;
    await job.note("Reading the schema again from Fivetran. Nothing has been sent.", {
      total: changeCounts(changes).total,
    });
    const { kept } = await readSchemaConfig(job.connection_id, "person", job.signal);
    const bound = await inTurns(bindSteps(kept.tree, changes));
    if (bound.conflicts.length > 0) return conflictEnding(changes, bound);
    const asked = (await inTurns(confirmationSteps(bound.changes))).filter((one) => !confirmed.includes(one));
    if (asked.length > 0) {
      throw new AppError(
        "conflict",
        "The schema was changed elsewhere so that this needs another confirmation. Nothing was sent; review it again.",
      );
    }
    return send(job, turn, kept.tree, bound.changes, bound.already);
  });
}

async function send(
  job: RunningJob<ApplyInput>,
  turn: Turn,
  before: SchemaTree,
  bound: SchemaChanges,
  already: number,
): Promise<Ending<ApplyResult>> {
  const { cause, by, actor } = job.input;
  let meant = bound;
  let left = bound;
  let answer: (ScannedAnswer & { started_at: number }) | null = null;
  let trouble: AppError | null = null;
  for (let request = 1; request <= MOST_REQUESTS && changeCounts(left).total > 0; request += 1) {
    const counts = changeCounts(left);
    if (request > 1) await job.note("Fivetran took the policy; what it left over is sent.");
    else await job.note("Sent to Fivetran; its answer says what was applied.");
    try {
      job.signal.throwIfAborted();
      await turn.sending(cause, by);
      const text = await inTurns(patchSteps(left));
      answer = await sendWrite(job, {
        operation: "modify_connection_schema_config",
        text,
        ...(text.length > LONG_BODY && { told: { changes: counts } }),
        actor,
      });
    } catch (error) {
      trouble = job.signal.aborted && !(error instanceof AppError) ? stopped() : asAppError(error);
      break;
    }
    if (request === 1 && cause !== "apply" && left.schema_change_handling?.[1] === "BLOCK_ALL") {
      const blocked = await inTurns(blockAgain(before, answer.tree));
      meant = await inTurns(alsoChanges(meant, blocked));
    }
    const weighed = await inTurns(weighChanges(answer.tree, meant));
    left = weighed.open;
    job.progress(changeCounts(weighed.applied).total, changeCounts(meant).total);
  }
  if (isStopping() && trouble?.code === "unknown_outcome") throw trouble;
  const lost = trouble?.code === "unknown_outcome" || trouble?.code === "internal";
  const told: Told = { already, lost: lost ? trouble : null, trouble: lost ? null : trouble };
  if (lost) return settle(job, meant, told, "Fivetran's answer was lost.");
  // A refusal may be about names that are gone: the schema says which.
  const refused = trouble && ["invalid", "not_found", "conflict"].includes(trouble.code);
  if (refused && !answer) return settle(job, meant, told, "Fivetran refused the request.");
  if (answer) return finish(job, answer, meant, told);
  return applyEnding({ weighed: { ...NONE, left: meant, open: meant }, told, looks: 0, revision: null });
}

const NONE = { applied: { schemas: [] }, conflicts: [] };

const stopped = () => new AppError("conflict", "It was stopped.");

/** Says what a job that died with its process had applied. */
export function settleApply(job: RunningJob<ApplyInput>): Promise<Ending<ApplyResult>> {
  return inTurn(job, (turn) => {
    const lost = new AppError("unknown_outcome", "Headgate was stopped before Fivetran's answer arrived.");
    if (turn.left) return settle(job, job.input.changes, { already: 0, lost, trouble: null }, lost.message);
    const trouble = new AppError("unavailable", "Headgate was stopped before anything was sent.");
    const weighed = { ...NONE, left: job.input.changes, open: job.input.changes };
    return Promise.resolve(
      applyEnding({ weighed, told: { already: 0, lost: null, trouble }, looks: 0, revision: null }),
    );
  });
}

/** Looks at the schema until all that was meant is there, or would be by now. */
async function settle(
  job: RunningJob<ApplyInput>,
  meant: SchemaChanges,
  told: Told,
  why: string,
): Promise<Ending<ApplyResult>> {
  const isThere = async ({ tree }: ScannedAnswer) =>
    told.lost === null || changeCounts((await inTurns(weighChanges(tree, meant))).left).total === 0;
  const seen = await lookAgain(job, why, isThere);
  if (!seen)
    return applyEnding({ weighed: { ...NONE, left: meant, open: meant }, told, looks: 0, revision: null });
  return finish(job, seen.look, meant, told, seen.looks);
}

/** Keeps what Fivetran has now, takes what is applied out of the draft, and says so. */
async function finish(
  job: RunningJob<ApplyInput>,
  answer: ScannedAnswer & { started_at: number },
  meant: SchemaChanges,
  told: Told,
  looks = 0,
): Promise<Ending<ApplyResult>> {
  const { cause, by, changes, actor } = job.input;
  const weighed = await inTurns(weighChanges(answer.tree, meant));
  const some = changeCounts(weighed.applied).total > 0;
  const { revision } = await keepAnswer(job.connection_id, answer, some ? cause : null, some ? by : null);
  const made = some ? (revision ?? (await revisionMade(job.connection_id, cause, job.created_at))) : null;
  const asked = await inTurns(weighChanges(answer.tree, changes));
  await clearApplied(job.connection_id, actor.id, asked.applied);
  await tellSchema(job.connection_id);
  return applyEnding({ weighed, told, looks, revision: made });
}
