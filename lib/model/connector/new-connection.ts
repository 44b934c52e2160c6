import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { networkField, networkMethodOf } from "@/lib/model/connector/network-method";
import { type Settings, settingsOf } from "@/lib/model/connector/settings-of";
import type { SetupValues } from "@/lib/model/setup-draft";

/** The body of the request that creates a connection: paused, and without tests. */
export interface NewConnectionRequest extends Settings {
  group_id: string;
  service: string;
  destination_schema_names: SetupValues["destination_schema_names"];
  paused: true;
  run_setup_tests: false;
  schedule_type: "auto" | "manual";
  sync_frequency: number;
  daily_sync_time?: string;
}

/**
 * Puts a creation together from all that was chosen. How the source is reached stands in config where the type has a
 * field for it, else in `networking_method`; the id of a private link or proxy goes along only where it is used.
 */
export function newConnectionOf(form: ConnectorForm, values: SetupValues): NewConnectionRequest {
  const { network, schedule } = values;
  const method = networkMethodOf(form, values);
  const own = networkField(form) !== null;
  return {
    group_id: values.group_id ?? "",
    service: form.service,
    destination_schema_names: values.destination_schema_names,
    paused: true,
    run_setup_tests: false,
    schedule_type: schedule.schedule_type,
    sync_frequency: schedule.sync_frequency,
    ...(schedule.sync_frequency === 1440 && schedule.daily_sync_time !== null
      ? { daily_sync_time: schedule.daily_sync_time }
      : {}),
    ...(!own && network.networking_method !== null ? { networking_method: network.networking_method } : {}),
    ...(method === "PrivateLink" && network.private_link_id
      ? { private_link_id: network.private_link_id }
      : {}),
    ...(method === "ProxyAgent" && network.proxy_agent_id ? { proxy_agent_id: network.proxy_agent_id } : {}),
    ...(network.hybrid_deployment_agent_id
      ? { hybrid_deployment_agent_id: network.hybrid_deployment_agent_id }
      : {}),
    ...settingsOf(form, values.settings, values.authorise_by),
  };
}
