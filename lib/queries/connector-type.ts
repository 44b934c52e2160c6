import { queryOptions } from "@tanstack/react-query";
import { upstream } from "@/lib/queries/upstream";

/** What Fivetran says of the settings of one connector type. */
export function connectorType(service: string) {
  return queryOptions({
    queryKey: ["connector-type", service],
    queryFn: ({ signal }) =>
      upstream("GET /metadata/connector-types/{service}", { params: { service }, signal }),
    staleTime: 3_600_000,
  });
}
