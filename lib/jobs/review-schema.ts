import "server-only";
import { bindSteps } from "@/lib/model/schema/bind-changes";
import { countSteps } from "@/lib/model/schema/change-counts";
import { confirmationSteps } from "@/lib/model/schema/confirmations-of";
import { plannedRequests } from "@/lib/model/schema/patch-of";
import type { ReviewAsk, SchemaReview } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges, SchemaConflict } from "@/lib/model/schema/schema-changes";
import { restoreOf, undoOf } from "@/lib/model/schema/way-back";
import { inTurns } from "@/lib/model/steps";
import { draftBase } from "@/lib/store/schema-drafts";
import { readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import { revisionByNumber, revisionsSince } from "@/lib/sync/schema/revisions";

/**
 * Holds changes, or the way back from or to a revision, against what Fivetran has now. Nothing is sent but the read.
 * @throws AppError as the read, and `not_found` for a revision that there is not
 */
export async function reviewSchema(
  connection_id: string,
  ask: ReviewAsk,
  actor: string,
): Promise<SchemaReview> {
  const { kept } = await readSchemaConfig(connection_id, "person");
  const { changes, refused } = await asked(connection_id, ask, actor);
  const bound = await inTurns(bindSteps(kept.tree, changes));
  const base = "changes" in ask ? await draftBase(connection_id, actor) : null;
  const { total } = await inTurns(countSteps(bound.changes));
  return {
    hash: kept.hash,
    read_at: kept.read_at,
    changes: bound.changes,
    conflicts: [...refused, ...bound.conflicts],
    already: bound.already,
    moved: base !== null && base !== "" && base !== kept.hash,
    requests: total > 0 ? await inTurns(plannedRequests(connection_id, bound.changes)) : [],
    confirmations: await inTurns(confirmationSteps(bound.changes)),
  };
}

async function asked(
  connection_id: string,
  ask: ReviewAsk,
  actor: string,
): Promise<{ changes: SchemaChanges; refused: SchemaConflict[] }> {
  if ("changes" in ask) return { changes: ask.changes, refused: [] };
  if ("undo" in ask) {
    const revision = await revisionByNumber(connection_id, ask.undo);
    return undoOf(revision, (await revisionsSince(connection_id, ask.undo)).reverse(), actor);
  }
  // Returning to a revision takes back those after it.
  await revisionByNumber(connection_id, ask.restore);
  return restoreOf((await revisionsSince(connection_id, ask.restore)).reverse(), actor);
}
