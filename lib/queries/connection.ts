import { queryOptions } from "@tanstack/react-query";
import type { ConnectionDetail, SetupTestRun } from "@/lib/model/snapshot";
import { ApiError } from "@/lib/queries/api-error";
import { get, post } from "@/lib/queries/fetcher";
import { upstream } from "@/lib/queries/upstream";

/**
 * One connection with its history. Asking marks it as watched for 30 s, so an open page asks again every 20 s;
 * what changes in between comes by the event stream.
 */
export function connectionDetail(id: string) {
  return queryOptions({
    queryKey: ["connection", id],
    queryFn: ({ signal }) => get<ConnectionDetail>(`/api/connections/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) =>
      state.error instanceof ApiError && state.error.code === "not_found" ? false : 20_000,
  });
}

/** Approved SSH host keys of a connection. */
export function connectionFingerprints(id: string) {
  return queryOptions({
    queryKey: ["connection", id, "fingerprints"],
    queryFn: async ({ signal }) => {
      const page = await upstream("GET /connections/{connectionId}/fingerprints", {
        params: { connectionId: id },
        query: { limit: 1000 },
        signal,
      });
      return page.items;
    },
    staleTime: 60_000,
  });
}

/** Approved TLS certificates of a connection. */
export function connectionCertificates(id: string) {
  return queryOptions({
    queryKey: ["connection", id, "certificates"],
    queryFn: async ({ signal }) => {
      const page = await upstream("GET /connections/{connectionId}/certificates", {
        params: { connectionId: id },
        query: { limit: 1000 },
        signal,
      });
      return page.items;
    },
    staleTime: 60_000,
  });
}

/** Starts the setup tests on the server, where they go on when this tab closes. */
export function startSetupTests(id: string): Promise<SetupTestRun> {
  return post<SetupTestRun>(`/api/connections/${encodeURIComponent(id)}/setup-tests`, {});
}
