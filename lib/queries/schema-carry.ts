import { queryOptions } from "@tanstack/react-query";
import type { SchemaCarry } from "@/lib/model/schema/carry-choices";
import { get } from "@/lib/queries/fetcher";
import { schemaKey } from "@/lib/queries/schema";

/**
 * What brings a connection's schema to the choices made on another of its type; read from Fivetran where a schema is
 * not kept yet, which may take long. @throws ApiError `not_found` while either has no schema config
 */
export function schemaCarry(id: string, from: string) {
  return queryOptions({
    queryKey: [...schemaKey(id), "carry", from],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ from });
      return get<SchemaCarry>(`/api/connections/${encodeURIComponent(id)}/schema/carry?${query}`, signal);
    },
  });
}
