import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { errorText, log } from "@/lib/log";
import type { Annotation, StoredAnnotation } from "@/lib/model/annotation";
import { saveAnnotation } from "@/lib/store/annotations";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { gone } from "@/lib/sync/snapshot";
import { tellSetting } from "@/lib/sync/tell-setting";
import { tellDetails } from "@/lib/sync/write-snapshot";

interface Context {
  actor: Actor;
  request_id: string;
}

/**
 * Saves what people say about a connection over the version it was made from, with its rows in the audit log, and has
 * every page take it up. Nothing of it is sent to Fivetran.
 * @throws AppError `not_found` where the account has no such connection, `conflict` where someone saved meanwhile;
 * nothing is saved then
 */
export async function annotate(
  connectionId: string,
  version: number,
  annotation: Annotation,
  context: Context,
): Promise<StoredAnnotation> {
  const saved = await annotateUntold(connectionId, version, annotation, context);
  await tellAnnotations([connectionId]);
  return saved;
}

/** The same without a word to the pages, for whoever saves many and tells of them together. Throws as `annotate`. */
export async function annotateUntold(
  connectionId: string,
  version: number,
  annotation: Annotation,
  { actor, request_id }: Context,
): Promise<StoredAnnotation> {
  if (!memory().rows.has(connectionId)) throw gone(null);
  const intent = await recordIntent({
    actor: actor.id,
    request_id,
    operation: "annotate_connection",
    params: { connectionId },
    body: annotation,
  });
  try {
    const saved = await saveAnnotation(connectionId, version, annotation, actor.id);
    await recordOutcome(intent, { outcome: "succeeded", status: null });
    return saved;
  } catch (error) {
    const message = error instanceof AppError ? error.message : "It could not be saved.";
    await recordOutcome(intent, { outcome: "failed", status: null, message }).catch(() => {});
    throw error;
  }
}

/** Has every page take up what was saved. It stands saved whatever becomes of this. */
export async function tellAnnotations(connectionIds: string[]): Promise<void> {
  await tellSetting("annotations");
  await tellDetails(currentUpstream(), connectionIds).catch((error: unknown) => {
    log.warn({ error: errorText(error) }, "tell annotation");
  });
}
