import type { Connection } from "@/lib/model/connection";
import { maskConfig } from "@/lib/sandbox/catalogue/mask-config";
import { serviceOf } from "@/lib/sandbox/catalogue/service";
import { isManual } from "@/lib/sandbox/schedule";
import type { Instant, StoredConnection } from "@/lib/sandbox/state";
import { wireTime } from "@/lib/sandbox/wire-time";

const HOUR = 3_600_000;
/** How late data may be, beyond one frequency, before a connection counts as delayed. */
const ALLOWANCE = { HIGH: HOUR, NORMAL: 3 * HOUR, LOW: 12 * HOUR };

/** A connection as lists show it: without `config` and `setup_tests`. */
export function connectionItem(connection: StoredConnection, now: Instant): Connection {
  const c = connection;
  return {
    id: c.id,
    service: c.service,
    schema: c.schema,
    paused: c.paused,
    status: statusOf(c, now),
    group_id: c.group_id,
    service_version: c.service_version,
    ...(c.connected_by !== null && { connected_by: c.connected_by }),
    created_at: wireTime(c.created_at),
    succeeded_at: c.succeeded_at === null ? null : wireTime(c.succeeded_at),
    failed_at: c.failed_at === null ? null : wireTime(c.failed_at),
    pause_after_trial: c.pause_after_trial,
    sync_frequency: c.sync_frequency,
    schedule_type: isManual(c) ? "manual" : "auto",
    daily_sync_time: c.sync_frequency === 1440 ? c.daily_sync_time : null,
    ...(c.schedule && { schedule: c.schedule }),
    data_delay_sensitivity: c.data_delay_sensitivity,
    data_delay_threshold: c.data_delay_threshold,
    ...(c.networking_method !== null && { networking_method: c.networking_method }),
    ...(c.proxy_agent_id !== null && { proxy_agent_id: c.proxy_agent_id }),
    ...(c.private_link_id !== null && { private_link_id: c.private_link_id }),
    ...(c.hybrid_deployment_agent_id !== null && {
      hybrid_deployment_agent_id: c.hybrid_deployment_agent_id,
    }),
    ...(c.external_secrets_manager_id !== null && {
      external_secrets_manager_id: c.external_secrets_manager_id,
    }),
    ...(c.external_secrets_keys_config && { external_secrets_keys_config: c.external_secrets_keys_config }),
    ...(c.destination_schema_names !== null && { destination_schema_names: c.destination_schema_names }),
    ...(c.destination_configuration && { destination_configuration: c.destination_configuration }),
  };
}

/** A connection as its own address shows it; secrets read `******`. */
export function connectionDetail(
  connection: StoredConnection,
  now: Instant,
  publicKey: string,
): Connection & { config: Record<string, unknown> } {
  const readonly: Record<string, unknown> = {};
  for (const { name } of serviceOf(connection.service)?.readonly ?? []) {
    if (name === "public_key") readonly[name] = publicKey;
    if (name === "external_id") readonly[name] = connection.group_id;
  }
  return {
    ...connectionItem(connection, now),
    config: { ...maskConfig(connection.service, connection.config), ...readonly },
    ...(connection.card && { connect_card_config: connection.card.config }),
  };
}

function statusOf(c: StoredConnection, now: Instant): Connection["status"] {
  return {
    setup_state: c.setup_state,
    ...(c.schema_status !== null && { schema_status: c.schema_status }),
    sync_state: syncStateOf(c),
    update_state: isDelayed(c, now) ? "delayed" : "on_schedule",
    is_historical_sync: c.is_historical_sync,
    rescheduled_for:
      syncStateOf(c) === "rescheduled" && c.rescheduled_for !== null ? wireTime(c.rescheduled_for) : null,
    tasks: c.tasks,
    warnings: c.warnings,
  };
}

function syncStateOf(c: StoredConnection): "scheduled" | "syncing" | "paused" | "rescheduled" {
  if (c.paused) return "paused";
  if (c.running) return "syncing";
  return c.rescheduled_for === null ? "scheduled" : "rescheduled";
}

function isDelayed(c: StoredConnection, now: Instant): boolean {
  if (c.paused || isManual(c) || c.setup_state === "incomplete") return false;
  // The first sync has no promise to keep.
  if (c.is_historical_sync && c.running) return false;
  const frequency = c.sync_frequency * 60_000;
  const allowance =
    c.data_delay_sensitivity === "CUSTOM"
      ? c.data_delay_threshold * 60_000
      : c.data_delay_sensitivity === "SYNC_FREQUENCY"
        ? frequency
        : ALLOWANCE[c.data_delay_sensitivity];
  return now - (c.succeeded_at ?? c.created_at) > frequency + allowance;
}
