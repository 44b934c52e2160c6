import type { SettingsValues } from "@/lib/model/connector/field";

/** The steps of a new connection, in order. From `tests` on the connection exists. */
export const SETUP_STEPS = [
  "destination",
  "names",
  "network",
  "configuration",
  "authorisation",
  "schedule",
  "review",
  "tests",
  "schema",
  "start",
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** What a person chose so far. Secrets are never in it. */
export interface SetupValues {
  group_id: string | null;
  destination_schema_names: "FIVETRAN_NAMING" | "SOURCE_NAMING";
  settings: SettingsValues;
  network: {
    /** Null where the type has its own field for it, or nothing was chosen. */
    networking_method: "Directly" | "PrivateLink" | "SshTunnel" | "ProxyAgent" | null;
    private_link_id: string | null;
    proxy_agent_id: string | null;
    hybrid_deployment_agent_id: string | null;
  };
  /** `connect_card`: somebody fills in or consents on Fivetran's own page, once the connection exists. */
  authorise_by: "fields" | "connect_card";
  schedule: {
    schedule_type: "auto" | "manual";
    sync_frequency: number;
    daily_sync_time: string | null;
  };
}

/** What became of the one request that creates the connection. It is never sent twice unasked. */
export type SetupCreation =
  | { state: "not_sent" }
  | { state: "sending"; at: number }
  /** Fivetran said no; nothing was created. `field` is a path of the settings or a name of the request. */
  | { state: "refused"; at: number; message: string; field: string | null; retry_at: number | null }
  /**
   * The answer to what was sent `at` was lost and looking has not found the connection: it may still appear.
   * `looked_at` is null before the first look; the request may be sent again only after one. `message` says what else
   * is known.
   */
  | { state: "unknown"; at: number; looked_at: number | null; message: string }
  /** `message` is null where Fivetran's own answer named it, else how it was found. */
  | { state: "created"; at: number; connection_id: string; message: string | null };

/** What a draft began as, beside an empty one. */
export type SetupSource =
  | { kind: "connection"; connection_id: string; schema: string }
  | { kind: "template"; template_id: number; name: string };

/** A connection that is being set up, kept on the server per person. */
export interface SetupDraft {
  id: string;
  /** Grows with each save, so that two tabs cannot overwrite one another unseen. */
  version: number;
  service: string;
  step: SetupStep;
  values: SetupValues;
  /** Paths of the secrets that had been typed; what was typed is kept nowhere. */
  secrets: string[];
  source: SetupSource | null;
  /** Whose schema choices are carried over, once there is a schema. */
  schema_from: string | null;
  creation: SetupCreation;
  created_at: number;
  saved_at: number;
}

/** A draft in the list of unfinished ones. */
export type SetupDraftHead = Pick<SetupDraft, "id" | "service" | "step" | "creation" | "saved_at"> & {
  /** The connection's name so far; empty while it has none. */
  schema: string;
  group_id: string | null;
};

/** A stored set of choices to begin with: no secrets, no names. Seen by everyone of the account. */
export interface ConnectionTemplate {
  id: number;
  name: string;
  service: string;
  values: SetupValues;
  /** The connection whose schema choices it carries; null for none. */
  schema_from: string | null;
  actor: string;
  created_at: number;
}

/** A connector type in the catalogue: `GET /api/connector-types`. */
export interface ConnectorTypeRow {
  id: string;
  name: string;
  /** Fivetran's category, e.g. `Database`. */
  type: string;
  description: string;
  service_status: string;
  connector_class: string;
  /** `supported_features` by id. */
  features: string[];
  link_to_docs: string | null;
  link_to_erd: string | null;
}
