import { queryOptions } from "@tanstack/react-query";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { BulkItem, BulkReport, BulkRest, BulkRun } from "@/lib/model/bulk/bulk-job";
import { isOver } from "@/lib/model/job";
import { get, post } from "@/lib/queries/fetcher";
import { schemaJobs } from "@/lib/queries/schema-jobs";

const CALM_MS = 2_000;
const PATH = "/api/bulk-jobs";
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

/** The bulk jobs of the account, newest first; the event stream moves them on, under the key of all jobs' lists. */
export const bulkJobs = queryOptions({
  queryKey: schemaJobs("").queryKey as readonly string[],
  queryFn: ({ signal }) => get<BulkRun[]>(PATH, signal),
  // For a stream that is down.
  refetchInterval: ({ state }) => (state.data?.some((run) => !isOver(run)) ? CALM_MS : false),
});

/** One bulk job with its counts and what needs a person. */
export function bulkReport(id: string) {
  return queryOptions({
    queryKey: ["job", id, "report"],
    queryFn: ({ signal }) => get<BulkReport>(pathOf(id), signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.run) ? false : CALM_MS),
  });
}

/** What became of each connection. */
export const bulkItems = (id: string): Promise<BulkItem[]> => get<BulkItem[]>(`${pathOf(id)}/items`);

/** Starts a bulk job; it goes on when this tab closes. @throws ApiError */
export const startBulkJob = (act: BulkAct, connection_ids: readonly string[]): Promise<BulkRun> =>
  post<BulkRun>(PATH, { act, connection_ids });

/** The same act anew on what went wrong, or on what was left. @throws ApiError */
export const resumeBulkJob = (id: string, rest: BulkRest): Promise<BulkRun> =>
  post<BulkRun>(`${pathOf(id)}/resume`, { rest });
