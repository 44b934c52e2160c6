import { queryOptions } from "@tanstack/react-query";
import type { Connection } from "@/lib/model/connection";
import { upstream } from "@/lib/queries/upstream";

/** A connection as Fivetran has it now, secrets masked; lists leave its config out. @throws ApiError */
export function readConnection(id: string, signal?: AbortSignal): Promise<Connection> {
  return upstream("GET /connections/{connectionId}", {
    params: { connectionId: id },
    ...(signal && { signal }),
  });
}

/** The same, read when its settings are opened and not again under somebody's hands. */
export function connectionSettings(id: string) {
  return queryOptions({
    queryKey: ["connection-settings", id],
    queryFn: ({ signal }) => readConnection(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
