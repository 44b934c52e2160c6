import { queryOptions } from "@tanstack/react-query";
import type { Annotation, AnnotationHead, StoredAnnotation } from "@/lib/model/annotation";
import { get, send } from "@/lib/queries/fetcher";

const pathOf = (id: string) => `/api/connections/${encodeURIComponent(id)}/annotation`;

/** The tags and owners of all connections that have any, by connection. Kept fresh by the event stream. */
export const annotationHeads = queryOptions({
  queryKey: ["setting", "annotations"],
  queryFn: ({ signal }) => get<AnnotationHead[]>("/api/annotations", signal),
  staleTime: 60_000,
});

/** What people say about a connection. */
export function connectionAnnotation(id: string) {
  return queryOptions({
    queryKey: ["connection", id, "annotation"],
    queryFn: ({ signal }) => get<StoredAnnotation>(pathOf(id), signal),
    staleTime: 30_000,
  });
}

/** Saves it over the version that was edited. @throws ApiError `conflict` where someone saved meanwhile */
export function saveAnnotation(
  id: string,
  version: number,
  { tags, owners, notes, runbook }: Annotation,
): Promise<StoredAnnotation> {
  return send<StoredAnnotation>("PUT", pathOf(id), { version, tags, owners, notes, runbook });
}
