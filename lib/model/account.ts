import { loose, openEnum, timestamp } from "@/lib/model/wire";
import { z } from "@/lib/zod";

/** Whose key this is: `user_id` for a scoped key, `system_key_id` for a system key. */
export const Account = loose({
  account_id: z.string(),
  account_name: z.string().nullish(),
  user_id: z.string().nullish(),
  system_key_id: z.string().nullish(),
});
export type Account = z.infer<typeof Account>;

export const Group = loose({ id: z.string(), name: z.string(), created_at: timestamp });
export type Group = z.infer<typeof Group>;

/** Lower case in version 2 of the API, upper case in the document and in version 1. */
const SETUP_STATUSES = ["incomplete", "connected", "broken", "INCOMPLETE", "CONNECTED", "BROKEN"] as const;

/** A destination; its id is its group's id. `config` comes with details only. */
export const Destination = loose({
  id: z.string(),
  group_id: z.string(),
  service: z.string(),
  region: z.string().nullish(),
  time_zone_offset: z.string(),
  setup_status: openEnum(SETUP_STATUSES),
  daylight_saving_time_enabled: z.boolean().nullish(),
  networking_method: openEnum(["Directly", "PrivateLink", "SshTunnel", "ProxyAgent"]).nullish(),
  private_link_id: z.string().nullish(),
  proxy_agent_id: z.string().nullish(),
  hybrid_deployment_agent_id: z.string().nullish(),
  local_processing_agent_id: z.string().nullish(),
  external_secrets_manager_id: z.string().nullish(),
  setup_tests: z.array(z.unknown()).nullish(),
  config: z.record(z.string(), z.unknown()).nullish(),
});
export type Destination = z.infer<typeof Destination>;

export const PrivateLink = loose({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  service: z.string(),
  state: openEnum(["CREATING", "UPDATING", "DESTROYING", "OK", "FAIL"]),
  host: z.string().nullish(),
  account_id: z.string().nullish(),
  cloud_provider: z.string(),
  created_at: timestamp,
  created_by: z.string(),
  state_summary: z.string(),
  resource_upstream_status: z.string().nullish(),
});
export type PrivateLink = z.infer<typeof PrivateLink>;

export const ProxyAgent = loose({
  id: z.string(),
  account_id: z.string().nullish(),
  registered_at: timestamp.nullish(),
  region: z.string().nullish(),
  created_by: z.string().nullish(),
  display_name: z.string(),
  version: z.string().nullish(),
  status: openEnum(["NOT_FOUND", "CONNECTED", "NOT_CONNECTED"]).nullish(),
  connector_count: z.number().nullish(),
  destination_count: z.number().nullish(),
});
export type ProxyAgent = z.infer<typeof ProxyAgent>;

export const HybridDeploymentAgent = loose({
  id: z.string(),
  version: z.string().nullish(),
  enabled: z.boolean(),
  online: z.boolean(),
  usage: z.array(loose({ schema: z.string(), service: z.string(), connection_id: z.string() })).nullish(),
  display_name: z.string(),
  group_id: z.string(),
  registered_at: timestamp,
  created_by: z.string().nullish(),
  deployment_type: openEnum(["DOCKER", "PODMAN", "KUBERNETES", "SNOWPARK"]),
  updated_at: timestamp.nullish(),
  last_used_at: timestamp.nullish(),
});
export type HybridDeploymentAgent = z.infer<typeof HybridDeploymentAgent>;
