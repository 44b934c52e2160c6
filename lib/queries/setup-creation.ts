import type { BodyOf } from "@/lib/contract/endpoint";
import type { Table } from "@/lib/contract/table";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { post } from "@/lib/queries/fetcher";
import { setupDraftPath } from "@/lib/queries/setup-drafts";

/** The body that creates a connection, secrets included. */
export type NewConnectionBody = BodyOf<Table["create_connection"]>;

/**
 * Has the draft's connection created, paused and untested. The draft tells what came of it: `created`, `refused`,
 * `unknown`, or `sending` where Fivetran takes its time; a draft that is sent or created already is left as it is.
 * @param again sends once more after an attempt whose answer was lost and that a look has not found
 * @throws ApiError `invalid` where nothing was sent; `conflict` where an earlier attempt is not settled
 */
export function createConnection(
  draftId: string,
  request: NewConnectionBody,
  { again = false }: { again?: boolean } = {},
): Promise<SetupDraft> {
  return post<SetupDraft>(`${setupDraftPath(draftId)}/create`, { request, ...(again && { again }) });
}

/** Looks in Fivetran for the connection of an attempt whose answer was lost. @throws ApiError */
export function lookForConnection(draftId: string): Promise<SetupDraft> {
  return post<SetupDraft>(`${setupDraftPath(draftId)}/look`, {});
}
