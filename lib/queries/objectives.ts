import { queryOptions } from "@tanstack/react-query";
import type { ConnectionFreshness } from "@/lib/model/objective/connection-freshness";
import type { Objective, StoredObjectives } from "@/lib/model/objective/objective";
import { get, send } from "@/lib/queries/fetcher";

const PATH = "/api/objectives";
const FRESHNESS = "freshness";

/** The freshness objectives, in the order in which they are tried. */
export const objectives = queryOptions({
  queryKey: ["setting", "objectives"],
  queryFn: ({ signal }) => get<StoredObjectives>(PATH, signal),
  staleTime: 60_000,
});

/** Saves all of them over the version that was edited. @throws ApiError `conflict` where someone saved meanwhile */
export function saveObjectives(version: number, all: readonly Objective[]): Promise<StoredObjectives> {
  return send<StoredObjectives>("PUT", PATH, { version, objectives: all });
}

/** How a connection kept its objective over the last 30 days. */
export function connectionFreshness(id: string) {
  return queryOptions({
    queryKey: ["connection", id, FRESHNESS],
    queryFn: ({ signal }) =>
      get<ConnectionFreshness>(`/api/connections/${encodeURIComponent(id)}/freshness`, signal),
    staleTime: 30_000,
  });
}

/** Whether a key is of what follows from the objectives. */
export const followsFromObjectives = (key: readonly unknown[]): boolean =>
  key[0] === "connection" && key[2] === FRESHNESS;
