import { queryOptions } from "@tanstack/react-query";
import type { ConnectionTemplate } from "@/lib/model/setup-draft";
import { get, post, send } from "@/lib/queries/fetcher";

const PATH = "/api/connection-templates";

/** The account's templates by name. */
export const connectionTemplates = queryOptions({
  queryKey: ["connection-templates"],
  queryFn: ({ signal }) => get<ConnectionTemplate[]>(PATH, signal),
  staleTime: 60_000,
});

/**
 * Keeps the choices of a draft or of a connection, without secrets and names.
 * @throws ApiError `conflict` with `field` "name" where the name is taken
 */
export function saveTemplate(
  template: { name: string; draft_id: string } | { name: string; connection_id: string },
): Promise<ConnectionTemplate> {
  return post<ConnectionTemplate>(PATH, template);
}

/** @throws ApiError `forbidden` for somebody else's */
export function dropTemplate(id: number): Promise<void> {
  return send<void>("DELETE", `${PATH}/${id}`);
}
