import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FleetGrouping, FleetGroups, FleetLanes } from "@/lib/model/fleet/fleet-timeline";
import { get } from "@/lib/queries/fetcher";

/** Whole pieces of a range, in epoch milliseconds. */
export interface FleetAsk {
  from: number;
  until: number;
  step: number;
}

/** Every key of what is asked for here. */
export const fleetKey = ["account", "fleet"] as const;

const search = (ask: FleetAsk, more: Record<string, string>): string =>
  new URLSearchParams({
    from: String(ask.from),
    until: String(ask.until),
    step: String(ask.step),
    ...more,
  }).toString();

/** How the syncs of groups ended over a range. Asked for anew each half minute, as looks that fail to come tell of nothing. */
export function fleetGroups(by: FleetGrouping, ask: FleetAsk) {
  return queryOptions({
    queryKey: [...fleetKey, "groups", by, ask.step, ask.from, ask.until],
    queryFn: ({ signal }) => get<FleetGroups>(`/api/fleet?${search(ask, { by })}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: 30_000,
  });
}

/** The syncs of some connections over a range. */
export function fleetLanes(ids: readonly string[], ask: FleetAsk) {
  return queryOptions({
    queryKey: [...fleetKey, "lanes", ask.step, ask.from, ask.until, ids.join()],
    queryFn: ({ signal }) => get<FleetLanes>(`/api/fleet/lanes?${search(ask, { ids: ids.join() })}`, signal),
    staleTime: 10_000,
  });
}
