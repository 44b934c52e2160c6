import { queryOptions } from "@tanstack/react-query";
import { upstream } from "@/lib/queries/upstream";

const FRESH_MS = 60_000;

/** The account's private links. */
export const privateLinks = queryOptions({
  queryKey: ["network", "private-links"],
  queryFn: async ({ signal }) =>
    (await upstream("GET /private-links", { query: { limit: 1000 }, signal })).items,
  staleTime: FRESH_MS,
});

/** The account's proxy agents. */
export const proxyAgents = queryOptions({
  queryKey: ["network", "proxy-agents"],
  queryFn: async ({ signal }) => (await upstream("GET /proxy", { query: { limit: 1000 }, signal })).items,
  staleTime: FRESH_MS,
});

/** The hybrid deployment agents of a destination. */
export function hybridAgents(groupId: string) {
  return queryOptions({
    queryKey: ["network", "hybrid-agents", groupId],
    queryFn: async ({ signal }) => {
      const page = await upstream("GET /hybrid-deployment-agents", {
        query: { groupId, limit: 1000 },
        signal,
      });
      return page.items.filter((agent) => agent.group_id === groupId);
    },
    staleTime: FRESH_MS,
  });
}

/** The SSH public key that Fivetran's tunnels of a destination show themselves by. */
export function groupPublicKey(groupId: string) {
  return queryOptions({
    queryKey: ["network", "public-key", groupId],
    queryFn: async ({ signal }) =>
      (await upstream("GET /groups/{groupId}/public-key", { params: { groupId }, signal })).public_key,
    staleTime: 3_600_000,
  });
}
