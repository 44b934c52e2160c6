import type { Certificate, Fingerprint } from "@/lib/model/approval";
import type { SyncFrequency } from "@/lib/model/schedule";
import type { StoredCard } from "@/lib/sandbox/card/stored-card";
import type { SourceChange } from "@/lib/sandbox/source/drift-source";
import type { SchemaState } from "@/lib/sandbox/source/schema-state";
import type { SourceConditions } from "@/lib/sandbox/source/source-fault";

/** Sandbox times are epoch milliseconds on the sandbox's own clock. */
export type Instant = number;

/** Settings, credentials included, as the client sent them: stored plain, masked in every answer. */
export type Settings = Record<string, unknown>;

export interface StoredAlert {
  code: string;
  message: string;
  details?: string;
}

/** The ALPHA `schedule` object; where present it beats `sync_frequency` and `schedule_type`. */
export interface StoredSchedule {
  schedule_type: "INTERVAL" | "TIME_OF_DAY" | "CRON" | "MANUAL";
  interval?: number;
  time_of_day?: string;
  days_of_week?: string[];
  cron?: string;
}

export interface RunningSync {
  started_at: Instant;
  ends_at: Instant;
  historical: boolean;
  /** Looks at the source only and loads nothing: its connection was blocked on capture when it started. */
  capture?: boolean;
}

/** A sync that ended. */
export interface PastSync {
  started_at: Instant;
  ended_at: Instant;
  outcome: "succeeded" | "failed" | "rescheduled" | "canceled";
  /** Why it failed. */
  reason: string | null;
}

export interface StoredConnection {
  id: string;
  group_id: string;
  service: string;
  service_version: number;
  /** Fivetran's `schema`: the name. */
  schema: string;
  connected_by: string | null;
  created_at: Instant;

  config: Settings;
  auth: Settings | null;
  paused: boolean;
  pause_after_trial: boolean;
  sync_frequency: SyncFrequency;
  schedule_type: "auto" | "manual";
  daily_sync_time: string | null;
  /** By how many milliseconds it starts after its slot. */
  start_offset: number;
  schedule: StoredSchedule | null;
  data_delay_sensitivity: "LOW" | "NORMAL" | "HIGH" | "CUSTOM" | "SYNC_FREQUENCY";
  data_delay_threshold: number;
  networking_method: "Directly" | "PrivateLink" | "SshTunnel" | "ProxyAgent" | null;
  proxy_agent_id: string | null;
  private_link_id: string | null;
  hybrid_deployment_agent_id: string | null;
  external_secrets_manager_id: string | null;
  external_secrets_keys_config: Settings | null;
  destination_schema_names: "FIVETRAN_NAMING" | "SOURCE_NAMING" | null;
  destination_configuration: { virtual_warehouse?: string } | null;

  /** When somebody consented in the pages of the source; null where nobody did. */
  consented_at: Instant | null;
  card: StoredCard | null;
  setup_state: "incomplete" | "connected" | "broken";
  schema_status: "ready" | "blocked_on_capture" | null;
  is_historical_sync: boolean;
  succeeded_at: Instant | null;
  failed_at: Instant | null;
  running: RunningSync | null;
  /** The syncs that ended, oldest first, as many as are kept. */
  past: PastSync[];
  next_sync_at: Instant | null;
  rescheduled_for: Instant | null;
  /** Nothing starts before: Fivetran's own queue is late. */
  held_until: Instant | null;
  /** Asked for while paused: starts on resume. */
  queued: "historical" | "tables" | null;
  tasks: StoredAlert[];
  warnings: StoredAlert[];

  conditions: SourceConditions;
  fingerprints: Fingerprint[];
  certificates: Certificate[];
  /** What happened to the source since it was composed; its length is the source's version. */
  source_changes: SourceChange[];
  schema_config: SchemaState;
  /** Of Function and Connector SDK connections only. */
  state: Settings | null;
  /** Of a source whose size was asked for: that of the connection which `--tables` and `--columns` add, or an empty one. */
  large: { tables: number; columns: number } | null;
}

export interface StoredGroup {
  id: string;
  name: string;
  created_at: Instant;
}

export interface StoredDestination {
  id: string;
  group_id: string;
  service: string;
  region: string;
  time_zone_offset: string;
  daylight_saving_time_enabled: boolean;
  setup_status: "incomplete" | "connected" | "broken";
  networking_method: "Directly" | "PrivateLink" | "SshTunnel" | "ProxyAgent";
  private_link_id: string | null;
  proxy_agent_id: string | null;
  hybrid_deployment_agent_id: string | null;
  config: Settings;
  conditions: SourceConditions;
  fingerprints: Fingerprint[];
  certificates: Certificate[];
}

export interface StoredUser {
  id: string;
  email: string;
  given_name: string;
  family_name: string;
  role: string;
}

export interface StoredPrivateLink {
  id: string;
  name: string;
  region: string;
  service: string;
  cloud_provider: string;
  state: "CREATING" | "UPDATING" | "DESTROYING" | "OK" | "FAIL";
  state_summary: string;
  host: string | null;
  created_at: Instant;
  created_by: string;
}

export interface StoredProxyAgent {
  id: string;
  display_name: string;
  region: string;
  version: string;
  status: "NOT_FOUND" | "CONNECTED" | "NOT_CONNECTED";
  registered_at: Instant;
  created_by: string;
}

export interface StoredHybridAgent {
  id: string;
  display_name: string;
  group_id: string;
  version: string;
  enabled: boolean;
  online: boolean;
  deployment_type: "DOCKER" | "PODMAN" | "KUBERNETES" | "SNOWPARK";
  registered_at: Instant;
  updated_at: Instant;
  last_used_at: Instant;
  created_by: string;
}

export interface StoredWebhook {
  id: string;
  type: "account" | "group";
  /** Of a group's webhook. */
  group_id: string | null;
  url: string;
  events: string[];
  active: boolean;
  secret: string | null;
  created_at: Instant;
  created_by: string;
  /** Since when no delivery went through; null while the last one did. */
  failing_since: Instant | null;
}

/** An event on its way to one webhook. */
export interface PendingDelivery {
  webhook_id: string;
  body: string;
  /** When it was sent first; null before that. */
  first_at: Instant | null;
  attempts: number;
  due_at: Instant;
}

export interface Account {
  account_id: string;
  account_name: string;
  /** Whose key it is. */
  user_id: string;
}

/** Everything the sandbox remembers apart from its clock. Lists keep the order of creation, as Fivetran's lists do. */
export interface SandboxState {
  seed: number;
  account: Account;
  users: Map<string, StoredUser>;
  groups: Map<string, StoredGroup>;
  destinations: Map<string, StoredDestination>;
  connections: Map<string, StoredConnection>;
  private_links: Map<string, StoredPrivateLink>;
  proxy_agents: Map<string, StoredProxyAgent>;
  hybrid_agents: Map<string, StoredHybridAgent>;
  webhooks: Map<string, StoredWebhook>;
  pending_deliveries: PendingDelivery[];
  /** How many ids were made, so that the next one is new and the same in every run. */
  ids_made: number;
  /** What the tokens of connect cards are signed with. */
  card_key: string;
}
