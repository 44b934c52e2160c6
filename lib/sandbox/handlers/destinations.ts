import type { Destination } from "@/lib/model/account";
import { maskConfig } from "@/lib/sandbox/catalogue/mask-config";
import type { Handlers } from "@/lib/sandbox/handler";
import { pageOf } from "@/lib/sandbox/page-of";
import type { StoredDestination } from "@/lib/sandbox/state";

/** Settings that destinations show as text although they are numbers and flags: the Go SDK reads nothing else. */
const TEXTUAL = new Set(["port", "tunnel_port", "create_external_tables"]);

function shown({ service, config }: StoredDestination): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(maskConfig(service, config, "destination_config")).map(([name, value]) => [
      name,
      TEXTUAL.has(name) && (typeof value === "number" || typeof value === "boolean") ? String(value) : value,
    ]),
  );
}

function item(d: StoredDestination): Destination {
  return {
    id: d.id,
    group_id: d.group_id,
    service: d.service,
    region: d.region,
    time_zone_offset: d.time_zone_offset,
    setup_status: d.setup_status,
    daylight_saving_time_enabled: d.daylight_saving_time_enabled,
    networking_method: d.networking_method,
    ...(d.private_link_id !== null && { private_link_id: d.private_link_id }),
    ...(d.proxy_agent_id !== null && { proxy_agent_id: d.proxy_agent_id }),
    ...(d.hybrid_deployment_agent_id !== null && {
      hybrid_deployment_agent_id: d.hybrid_deployment_agent_id,
      local_processing_agent_id: d.hybrid_deployment_agent_id,
    }),
  };
}

export const destinationHandlers: Handlers<"list_destinations" | "destination_details"> = {
  list_destinations: ({ world, query }) => ({
    message: "",
    data: pageOf([...world.state.destinations.values()], query, item),
  }),

  destination_details: ({ world, params }) => {
    const destination = world.destination(params.destinationId);
    return {
      message: "Destination details retrieved successfully",
      data: {
        ...item(destination),
        config: shown(destination),
      },
    };
  },
};
