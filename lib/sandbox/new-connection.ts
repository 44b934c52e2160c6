import { startOffset } from "@/lib/sandbox/schedule";
import { newSchemaState } from "@/lib/sandbox/source/schema-state";
import { GOOD_CONDITIONS } from "@/lib/sandbox/source/source-fault";
import type { Instant, StoredConnection } from "@/lib/sandbox/state";

/** A connection nobody has set anything on yet, with Fivetran's defaults. */
export function blankConnection(facts: {
  id: string;
  group_id: string;
  service: string;
  created_at: Instant;
  connected_by: string | null;
}): StoredConnection {
  return {
    ...facts,
    service_version: 1,
    schema: "",
    config: {},
    auth: null,
    paused: false,
    pause_after_trial: false,
    sync_frequency: 360,
    schedule_type: "auto",
    daily_sync_time: null,
    start_offset: startOffset(facts.id),
    schedule: null,
    data_delay_sensitivity: "NORMAL",
    data_delay_threshold: 0,
    networking_method: null,
    proxy_agent_id: null,
    private_link_id: null,
    hybrid_deployment_agent_id: null,
    external_secrets_manager_id: null,
    external_secrets_keys_config: null,
    destination_schema_names: null,
    destination_configuration: null,
    consented_at: null,
    card: null,
    setup_state: "incomplete",
    schema_status: null,
    is_historical_sync: true,
    succeeded_at: null,
    failed_at: null,
    running: null,
    past: [],
    next_sync_at: null,
    rescheduled_for: null,
    held_until: null,
    queued: null,
    tasks: [],
    warnings: [],
    conditions: { ...GOOD_CONDITIONS, faults: [] },
    fingerprints: [],
    certificates: [],
    source_changes: [],
    schema_config: newSchemaState(),
    state: null,
    large: null,
  };
}
