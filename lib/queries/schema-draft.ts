import { queryOptions } from "@tanstack/react-query";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import { get, send } from "@/lib/queries/fetcher";
import { schemaKey } from "@/lib/queries/schema";

const path = (id: string) => `/api/connections/${encodeURIComponent(id)}/schema/draft`;

/** The person's own draft of a connection's schema; null where there never was one. */
export function schemaDraft(id: string) {
  return queryOptions({
    queryKey: [...schemaKey(id), "draft"],
    queryFn: ({ signal }) => get<SchemaDraft | null>(path(id), signal),
  });
}

/** Saves over the version the draft was made from. @throws ApiError `conflict` where another tab saved meanwhile */
export async function saveSchemaDraft(
  id: string,
  draft: Omit<SchemaDraft, "saved_at">,
): Promise<SchemaDraft> {
  const saved = await send<Omit<SchemaDraft, "changes">>("PUT", path(id), draft);
  return { ...saved, changes: draft.changes };
}
