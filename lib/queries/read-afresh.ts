import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query";

/**
 * Has what fits the filters read again, also what is only being read for the first time: that may have been answered
 * before what made it stale, and an invalidation alone would take it for fresh. Ends when all of it is read.
 */
export async function readAfresh(client: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  const first = client
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: "fetching" })
    .filter(({ state }) => state.data === undefined);
  await client.invalidateQueries(filters);
  if (first.length > 0) await client.invalidateQueries({ predicate: (query) => first.includes(query) });
}
