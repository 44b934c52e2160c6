import { SetupTest } from "@/lib/model/setup-test";
import { loose, openEnum, timestamp } from "@/lib/model/wire";
import { z } from "@/lib/zod";

export const SETUP_STATES = ["incomplete", "connected", "broken"] as const;
export const SYNC_STATES = ["scheduled", "syncing", "paused", "rescheduled"] as const;
export const UPDATE_STATES = ["on_schedule", "delayed"] as const;
export const SENSITIVITIES = ["LOW", "NORMAL", "HIGH", "CUSTOM", "SYNC_FREQUENCY"] as const;
export const NETWORKING_METHODS = ["Directly", "PrivateLink", "SshTunnel", "ProxyAgent"] as const;

/** A task (someone has to act) or a warning, as the connection status carries it. `details` is free text or JSON. */
export const Alert = loose({
  code: z.string(),
  message: z.string().nullish(),
  details: z.unknown().optional(),
});
export type Alert = z.infer<typeof Alert>;

export const ConnectionStatus = loose({
  setup_state: openEnum(SETUP_STATES),
  sync_state: openEnum(SYNC_STATES),
  update_state: openEnum(UPDATE_STATES),
  is_historical_sync: z.boolean(),
  schema_status: z.string().nullish(),
  rescheduled_for: timestamp.nullish(),
  tasks: z.array(Alert).nullish(),
  warnings: z.array(Alert).nullish(),
});
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/** A connection as lists and details return it; `config` and `setup_tests` come with details only. */
export const Connection = loose({
  id: z.string(),
  group_id: z.string(),
  service: z.string(),
  service_version: z.number().nullish(),
  schema: z.string(),
  paused: z.boolean(),
  pause_after_trial: z.boolean().nullish(),
  connected_by: z.string().nullish(),
  created_at: timestamp.nullish(),
  succeeded_at: timestamp.nullish(),
  failed_at: timestamp.nullish(),
  sync_frequency: z.number(),
  schedule_type: openEnum(["auto", "manual"]),
  daily_sync_time: z.string().nullish(),
  data_delay_sensitivity: openEnum(SENSITIVITIES).nullish(),
  data_delay_threshold: z.number().nullish(),
  networking_method: openEnum([...NETWORKING_METHODS, "UnmanagedProxyAgent", "Unknown"]).nullish(),
  private_link_id: z.string().nullish(),
  proxy_agent_id: z.string().nullish(),
  hybrid_deployment_agent_id: z.string().nullish(),
  external_secrets_manager_id: z.string().nullish(),
  external_secrets_keys_config: z.record(z.string(), z.unknown()).nullish(),
  destination_schema_names: openEnum(["FIVETRAN_NAMING", "SOURCE_NAMING"]).nullish(),
  destination_configuration: loose({ virtual_warehouse: z.string().nullish() }).nullish(),
  connect_card: loose({ token: z.string(), uri: z.string() }).nullish(),
  connect_card_config: z.record(z.string(), z.unknown()).nullish(),
  source_sync_details: z.unknown().optional(),
  status: ConnectionStatus,
  setup_tests: z.array(SetupTest).nullish(),
  config: z.record(z.string(), z.unknown()).nullish(),
});
export type Connection = z.infer<typeof Connection>;
