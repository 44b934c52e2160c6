import { queryOptions } from "@tanstack/react-query";
import type { SetupDraft, SetupDraftHead } from "@/lib/model/setup-draft";
import { get, post, send } from "@/lib/queries/fetcher";

const PATH = "/api/setup-drafts";
export const setupDraftPath = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

/** Every key of drafts of new connections. */
export const setupDraftsKey = ["setup-drafts"] as const;

/** The person's own drafts, the one saved last first. */
export const setupDrafts = queryOptions({
  queryKey: [...setupDraftsKey, "list"],
  queryFn: ({ signal }) => get<SetupDraftHead[]>(PATH, signal),
});

/** One of the person's own drafts; asked for again while its connection is being created. */
export function setupDraft(id: string) {
  return queryOptions({
    queryKey: [...setupDraftsKey, "draft", id],
    queryFn: ({ signal }) => get<SetupDraft>(setupDraftPath(id), signal),
    refetchInterval: ({ state }) => (state.data?.creation.state === "sending" ? 3_000 : false),
  });
}

/** What a draft can begin as; `group_id` is another destination than that of the connection. */
export type SetupBeginning =
  | { service: string; group_id?: string }
  | { connection_id: string; group_id?: string }
  | { template_id: number; group_id?: string };

/** Begins a draft: of a connector type, as a clone of a connection, or from a template. @throws ApiError */
export function beginSetupDraft(beginning: SetupBeginning): Promise<SetupDraft> {
  return post<SetupDraft>(PATH, beginning);
}

/** Saves over the version the draft was made from. @throws ApiError `conflict` where another tab saved meanwhile */
export function saveSetupDraft(
  id: string,
  draft: Pick<SetupDraft, "version" | "step" | "values" | "secrets">,
): Promise<SetupDraft> {
  return send<SetupDraft>("PUT", setupDraftPath(id), draft);
}

/** Removes a draft; what it created stays in Fivetran. @throws ApiError `conflict` while it is being created */
export function dropSetupDraft(id: string): Promise<void> {
  return send<void>("DELETE", setupDraftPath(id));
}
