import type { Handlers } from "@/lib/sandbox/handler";
import { pageOf } from "@/lib/sandbox/page-of";
import { wireTime } from "@/lib/sandbox/wire-time";

export const accountHandlers: Handlers<
  "get_account_info" | "get_private_links" | "get_proxy_agent" | "get_hybrid_deployment_agent_list"
> = {
  get_account_info: ({ world, caller }) => ({
    message: "",
    data: {
      account_id: world.state.account.account_id,
      account_name: world.state.account.account_name,
      user_id: caller,
    },
  }),

  get_private_links: ({ world, query }) => ({
    message: "Private links retrieved successfully",
    data: pageOf([...world.state.private_links.values()], query, ({ host, created_at, ...link }) => ({
      ...link,
      ...(host !== null && { host }),
      account_id: world.state.account.account_id,
      created_at: wireTime(created_at),
      config: {},
    })),
  }),

  get_proxy_agent: ({ world, query }) => ({
    message: "Proxy agent retrieved successfully",
    data: pageOf([...world.state.proxy_agents.values()], query, ({ registered_at, ...agent }) => ({
      ...agent,
      account_id: world.state.account.account_id,
      registered_at: wireTime(registered_at),
      connector_count: [...world.state.connections.values()].filter((c) => c.proxy_agent_id === agent.id)
        .length,
      destination_count: [...world.state.destinations.values()].filter((d) => d.proxy_agent_id === agent.id)
        .length,
    })),
  }),

  get_hybrid_deployment_agent_list: ({ world, query }) => ({
    message: "Hybrid deployment agents retrieved successfully",
    data: pageOf(
      [...world.state.hybrid_agents.values()].filter(
        (agent) => query?.groupId === undefined || agent.group_id === query.groupId,
      ),
      query,
      ({ registered_at, updated_at, last_used_at, ...agent }) => ({
        ...agent,
        usage: [...world.state.connections.values()]
          .filter((c) => c.hybrid_deployment_agent_id === agent.id)
          .map((c) => ({ schema: c.schema, service: c.service, connection_id: c.id })),
        registered_at: wireTime(registered_at),
        updated_at: wireTime(updated_at),
        last_used_at: wireTime(last_used_at),
      }),
    ),
  }),
};
