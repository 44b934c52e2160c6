import type { FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

export const SNOWFLAKE_DB_FORM: FormOverlay = {
  order: [
    "schema_prefix",
    "host",
    "port",
    "database",
    "user",
    "role",
    "auth",
    "password",
    "private_key",
    "is_private_key_encrypted",
    "passphrase",
    "connection_type",
    "use_workspace",
    "workspace_name",
    "workspace_schema",
  ],
  defaults: { port: 443, auth: "PASSWORD", connection_type: "Directly", is_private_key_encrypted: false },
  needed: ["host", "database", "user"],
  conditions: [
    { when: { auth: ["PASSWORD"] }, show: ["password"], needed: ["password"] },
    {
      when: { auth: ["KEY_PAIR"] },
      show: ["private_key", "is_private_key_encrypted"],
      needed: ["private_key"],
    },
    {
      when: { auth: ["KEY_PAIR"], is_private_key_encrypted: [true] },
      show: ["passphrase"],
      needed: ["passphrase"],
    },
    {
      when: { use_workspace: [true] },
      show: ["workspace_name", "workspace_schema"],
      needed: ["workspace_name", "workspace_schema"],
    },
  ],
  formats: { private_key: "pem" },
  labels: {
    auth: { title: "Sign in with" },
    host: { example: "account.snowflakecomputing.com" },
    use_workspace: { description: "Let a database of yours hold the temporary tables of a sync." },
  },
};

export const DYNAMODB_FORM: FormOverlay = {
  order: [
    "schema",
    "role_arn",
    "aws_region_code",
    "sync_mode",
    "packed_mode_tables",
    "is_private_link_required",
  ],
  defaults: { sync_mode: "UsePackedModeOnly", is_private_link_required: false },
  needed: ["role_arn", "aws_region_code"],
  conditions: [{ when: { sync_mode: ["UseUnpackedModeOnly"] }, show: ["packed_mode_tables"] }],
  labels: {
    sync_mode: { title: "Items arrive", description: "As one JSON column, or as one column per attribute." },
    packed_mode_tables: { title: "Tables kept packed" },
  },
};

export const BIGQUERY_DB_FORM: FormOverlay = {
  order: [
    "schema_prefix",
    "project_id",
    "data_set_name",
    "use_service_account",
    "secret_key",
    "quota_project_id",
  ],
  needed: ["project_id"],
  formats: { secret_key: "json_key" },
  conditions: [
    { when: { use_service_account: [true] }, show: ["secret_key"], needed: ["secret_key"] },
    {
      when: { use_workspace: [true] },
      show: ["workspace_same_as_source", "workspace_name"],
    },
  ],
};

export const DATABRICKS_DB_FORM: FormOverlay = {
  order: ["schema_prefix", "host", "port", "http_path", "catalog", "auth", "personal_access_token"],
  defaults: { port: 443, auth: "TOKEN" },
  needed: ["host", "port", "http_path", "catalog"],
  conditions: [
    { when: { auth: ["TOKEN"] }, show: ["personal_access_token"], needed: ["personal_access_token"] },
  ],
  labels: { auth: { title: "Sign in with" }, http_path: { example: "/sql/1.0/warehouses/0123456789abcdef" } },
};

export const COSMOS_FORM: FormOverlay = {
  order: ["schema_prefix", "uri", "data_access_method", "account_key", "resource_token", "sync_pack_mode"],
  defaults: { data_access_method: "ACCOUNT_KEY" },
  needed: ["uri"],
  conditions: [
    { when: { data_access_method: ["ACCOUNT_KEY"] }, show: ["account_key"], needed: ["account_key"] },
    {
      when: { data_access_method: ["RESOURCE_TOKEN"] },
      show: ["resource_token", "token_authenticated_database", "token_authenticated_container"],
      needed: ["resource_token"],
    },
  ],
};
