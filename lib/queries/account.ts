import { queryOptions } from "@tanstack/react-query";
import type { AccountSnapshot, AccountStatus, StateChange } from "@/lib/model/snapshot";
import { get, post } from "@/lib/queries/fetcher";
import { EventLog } from "@/lib/queries/snapshot-patch";

/** The events of this tab's stream, for snapshots that arrive late. */
export const eventLog = new EventLog();

/** All connections, groups and services of the account. Kept fresh by the event stream, never by polling. */
export const accountSnapshot = queryOptions({
  queryKey: ["account", "snapshot"],
  queryFn: async ({ signal }) => eventLog.replay(await get<AccountSnapshot>("/api/connections", signal)),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How the upstream, the quota and the poller are. */
export const accountStatus = queryOptions({
  queryKey: ["account", "status"],
  queryFn: ({ signal }) => get<AccountStatus>("/api/account", signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** State changes of the last `hours`, newest first. */
export function stateChanges({ hours = 24, limit = 200 }: { hours?: number; limit?: number } = {}) {
  return queryOptions({
    queryKey: ["account", "state-changes", hours, limit],
    queryFn: ({ signal }) => {
      const since = Date.now() - hours * 3_600_000;
      return get<StateChange[]>(`/api/state-changes?since=${since}&limit=${limit}`, signal);
    },
    staleTime: 60_000,
  });
}

/** Every key of `stateChanges`. */
export const stateChangesKey = ["account", "state-changes"] as const;

/** Asks the server to read the account now. */
export function refreshAccount(): Promise<unknown> {
  return post("/api/account/refresh", {});
}
