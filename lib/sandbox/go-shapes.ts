import type { GoFields, GoType } from "@/lib/sandbox/go-decode";

// The facts of the structs that the Go SDK decodes answers into (go-fivetran 1.3.3; the provider adds fields to some).

const struct = (fields: GoFields | (() => GoFields)): GoType => ({
  struct: typeof fields === "function" ? fields : () => fields,
});
const texts = (...names: string[]): GoFields =>
  Object.fromEntries(names.map((name) => [name, "string" as const]));

export const COMMON = texts("code", "message");
const codeAndMessage = struct(COMMON);
/** The whole answer, around its data. */
export const envelope = (data: GoType): GoType => struct({ ...COMMON, data });
export const pageOf = (item: GoType): GoType => envelope(struct({ items: [item], next_cursor: "string" }));

const CONNECTION: GoFields = {
  ...texts("id", "group_id", "service", "schema", "connected_by", "schedule_type", "daily_sync_time"),
  ...texts("private_link_id", "hybrid_deployment_agent_id", "proxy_agent_id", "networking_method"),
  ...texts("data_delay_sensitivity"),
  service_version: "int",
  created_at: "time",
  succeeded_at: "time",
  failed_at: "time",
  sync_frequency: "int",
  data_delay_threshold: "int",
  paused: "bool",
  pause_after_trial: "bool",
  schedule: struct({
    ...texts("schedule_type", "cron", "time_of_day"),
    days_of_week: ["string"],
    interval: "int",
  }),
  status: struct({
    ...texts("setup_state", "sync_state", "update_state"),
    is_historical_sync: "bool",
    tasks: [codeAndMessage],
    warnings: [codeAndMessage],
  }),
};

/** Of `config` what the SDK's typed struct has and the end-to-end tests touch; the provider reads it as a map. */
const TYPED_CONFIG: GoFields = {
  ...texts(
    "schema",
    "table",
    "schema_prefix",
    "host",
    "user",
    "username",
    "password",
    "database",
    "tunnel_host",
  ),
  ...texts(
    "tunnel_user",
    "connection_type",
    "update_method",
    "api_key",
    "public_key",
    "external_id",
    "sync_mode",
  ),
  ...texts("timeframe_months", "app_sync_mode", "auth_type", "bucket", "prefix", "pattern", "secret_key"),
  port: "int",
  tunnel_port: "int",
  always_encrypted: "bool",
  accounts: ["string"],
  manager_accounts: ["string"],
  secrets_list: [struct(texts("key", "value"))],
};

const setupTest = struct({ ...texts("title", "status", "message"), details: "any" });

export const connectionItem = struct(CONNECTION);
export const connectionDetail = struct({ ...CONNECTION, config: { map: "any" }, setup_tests: [setupTest] });
export const typedConnectionDetail = struct({
  ...CONNECTION,
  config: struct(TYPED_CONFIG),
  setup_tests: [setupTest],
});

const cardConfig = struct({ redirect_uri: "string", hide_setup_guide: "bool" });
export const connectCard = struct({
  connector_id: "string",
  connect_card: struct(texts("token", "uri")),
  connect_card_config: cardConfig,
});

export const group = struct({ ...texts("id", "name"), created_at: "time" });
export const account = struct(texts("account_id", "account_name", "user_id", "system_key_id"));
export const sshKey = struct(texts("public_key"));

export const destination = struct({
  ...texts("id", "group_id", "service", "region", "time_zone_offset", "setup_status", "private_link_id"),
  ...texts("hybrid_deployment_agent_id", "proxy_agent_id", "networking_method"),
  daylight_saving_time_enabled: "bool",
  config: struct({
    ...texts("host", "port", "database", "auth", "user", "password", "connection_type", "tunnel_host"),
    ...texts("tunnel_port", "tunnel_user", "project_id", "data_set_location", "bucket", "server_host_name"),
    ...texts(
      "http_path",
      "personal_access_token",
      "create_external_tables",
      "external_location",
      "auth_type",
    ),
    ...texts("role_arn", "secret_key", "public_key", "private_key", "cluster_id", "cluster_region", "role"),
    ...texts("passphrase", "catalog", "region"),
    is_private_key_encrypted: "bool",
  }),
});

const approval = texts("hash", "public_key", "validated_date", "validated_by");
export const fingerprint = struct(approval);
export const certificate = struct({ ...approval, ...texts("name", "type", "sha1", "sha256") });

const property: GoType = struct(() => ({
  ...texts("type", "description", "title", "format", "fieldStatus"),
  readonly: "bool",
  nullable: "bool",
  immutable: "bool",
  enum: ["string"],
  required: ["string"],
  properties: { map: property },
  items: property,
}));
export const metadata = struct({
  ...texts("id", "name", "type", "description", "icon_url", "link_to_docs", "link_to_erd", "connector_class"),
  ...texts("service_status", "service_status_updated_at"),
  icons: ["string"],
  supported_features: [struct(texts("id", "notes"))],
  config: property,
  auth: property,
});

const patchable = {
  ...texts("name_in_destination"),
  enabled: "bool",
  enabled_patch_settings: struct({ ...texts("reason_code", "reason"), allowed: "bool" }),
} as const;
const column = struct({ ...patchable, hashed: "bool", is_primary_key: "bool" });
const table = struct({
  ...patchable,
  ...texts("sync_mode"),
  supports_columns_config: "bool",
  columns: { map: column },
});
export const columns = struct({ columns: { map: column } });
export const schemaConfig = struct({
  ...texts("schema_change_handling"),
  schemas: { map: struct({ ...texts("name_in_destination"), enabled: "bool", tables: { map: table } }) },
});

export const webhook = struct({
  ...texts("id", "type", "url", "secret", "group_id", "created_at", "created_by"),
  events: ["string"],
  active: "bool",
});
export const webhookTest = struct({ succeed: "bool", status: "int", message: "string" });

export const privateLink = struct({
  ...texts("id", "name", "region", "service", "account_id", "cloud_provider", "state", "state_summary"),
  ...texts("created_at", "created_by", "host"),
});
export const proxyAgent = struct(
  texts("id", "account_id", "registered_at", "region", "token", "salt", "created_by", "display_name"),
);
export const hybridAgent = struct({
  ...texts("id", "display_name", "group_id", "registered_at"),
  usage: [struct(texts("connection_id", "schema", "service"))],
});
