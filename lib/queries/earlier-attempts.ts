import { queryOptions } from "@tanstack/react-query";
import type { EarlierAttempt } from "@/lib/model/earlier-attempt";
import { get, send } from "@/lib/queries/fetcher";
import { setupDraftsKey } from "@/lib/queries/setup-drafts";

const PATH = "/api/earlier-attempts";

/** Lost attempts of the account at making a connection; asked for again while one may still appear. */
export const earlierAttempts = queryOptions({
  queryKey: [...setupDraftsKey, "earlier"],
  queryFn: ({ signal }) => get<EarlierAttempt[]>(PATH, signal),
  refetchInterval: ({ state }) =>
    state.data?.some(({ open, connection_id }) => open && connection_id === null) ? 15_000 : false,
});

/** Forgets one: what appeared of it is kept, or is gone. @throws ApiError `not_found` */
export function forgetEarlierAttempt(id: number): Promise<void> {
  return send<void>("DELETE", `${PATH}/${id}`);
}
