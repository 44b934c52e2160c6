import { queryOptions } from "@tanstack/react-query";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";
import { get } from "@/lib/queries/fetcher";

/** Every connector type of the account, by name. */
export const connectorTypes = queryOptions({
  queryKey: ["connector-types"],
  queryFn: ({ signal }) => get<ConnectorTypeRow[]>("/api/connector-types", signal),
  staleTime: 3_600_000,
});
