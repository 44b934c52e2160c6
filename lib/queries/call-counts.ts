import { queryOptions } from "@tanstack/react-query";
import type { CallCount } from "@/lib/model/call-feature";
import { get } from "@/lib/queries/fetcher";

/** What this console asked of Fivetran in the last day, by hour and feature. */
export const callCounts = queryOptions({
  queryKey: ["call-counts"],
  queryFn: ({ signal }) => get<CallCount[]>("/api/account/calls", signal),
  staleTime: 30_000,
  refetchInterval: 60_000,
});
