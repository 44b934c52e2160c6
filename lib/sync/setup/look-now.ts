import "server-only";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { draftOf, setupDraftRow } from "@/lib/store/setup-drafts";
import { lookForCreated } from "@/lib/sync/setup/look-for-created";

/**
 * Looks again for the connection of a draft whose creation is not settled; a settled draft is answered as it is.
 * @throws AppError as the client does, `not_found`; the draft is as before then
 */
export async function lookNow(id: string, actor: string): Promise<SetupDraft> {
  const row = await setupDraftRow(id, actor);
  return draftOf(row.state === "unknown" ? await lookForCreated(row) : row);
}
