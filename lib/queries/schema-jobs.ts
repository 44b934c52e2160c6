import { queryOptions } from "@tanstack/react-query";
import type { Job } from "@/lib/model/job";
import type { SchemaJobAsk } from "@/lib/model/schema/schema-answers";
import { get, post } from "@/lib/queries/fetcher";

export type {
  ApplyResult,
  LoadColumnsResult,
  ReloadResult,
  SchemaJobAsk,
} from "@/lib/model/schema/schema-answers";

const path = (id: string) => `/api/connections/${encodeURIComponent(id)}/schema/jobs`;

/** The jobs of a connection's schema without their results, newest first. */
export function schemaJobs(connectionId: string) {
  return queryOptions({
    queryKey: ["job", "of", connectionId],
    queryFn: ({ signal }) => get<Job[]>(path(connectionId), signal),
  });
}

/** One job with its result. */
export function jobDetail(id: string) {
  return queryOptions({
    queryKey: ["job", id],
    queryFn: ({ signal }) => get<Job>(`/api/jobs/${encodeURIComponent(id)}`, signal),
  });
}

/** Starts a job; it goes on when this tab closes. @throws ApiError `conflict` while one of its kind goes on */
export function startSchemaJob(connectionId: string, ask: SchemaJobAsk): Promise<Job> {
  return post<Job>(path(connectionId), ask);
}

/** Has a job stop where it can. */
export function cancelJob(id: string): Promise<Job> {
  return post<Job>(`/api/jobs/${encodeURIComponent(id)}/cancel`, {});
}
