import { describe, expect, it } from "vitest";
import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import type { SettingsValues } from "@/lib/model/connector/field";
import { settingsOf } from "@/lib/model/connector/settings-of";
import { neededPaths, shownPaths } from "@/lib/model/connector/shown-paths";
import { withTyped } from "@/lib/model/connector/typed-value";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

const formOf = (id: string) => connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail(id)));

function typed(form: ConnectorForm, given: Readonly<Record<string, unknown>>): SettingsValues {
  return Object.entries(given).reduce((values, [path, value]) => {
    const field = form.by_path.get(path);
    if (!field) throw new Error(`${form.service} has no ${path}`);
    return withTyped(values, field, value);
  }, emptyValues(form));
}

type Row = readonly [ids: string, given: Readonly<Record<string, unknown>>, shown: string, hidden: string];

const TUNNELLED = { "config.connection_type": "SshTunnel" };
const SASL = { "config.security_protocol": "SASL" };

/** With these values one field is shown and the other is not; an empty text stands for none to be hidden. */
const ROWS: readonly Row[] = [
  [
    "postgres postgres_rds aurora_postgres azure_postgres google_cloud_postgresql",
    { "config.update_method": "WAL_PGOUTPUT" },
    "config.replication_slot",
    "config.tunnel_host",
  ],
  ["heroku_postgres", { "config.update_method": "QUERY_BASED" }, "config.host", "config.replication_slot"],
  ["postgres aurora_postgres", TUNNELLED, "config.tunnel_host", "config.client_private_key"],
  [
    "postgres",
    { "config.auth_method": "CLIENT_CERTIFICATE" },
    "config.client_private_key",
    "config.password",
  ],
  [
    "mysql mysql_rds mysql_azure google_cloud_mysql aurora maria maria_rds maria_azure magento_mysql magento_mysql_rds",
    TUNNELLED,
    "config.tunnel_user",
    "",
  ],
  ["mysql", { "config.update_method": "TELEPORT" }, "config.password", "config.replica_id"],
  ["mysql_rds", { "config.auth_method": "AWS_IAM" }, "config.role_arn", "config.password"],
  [
    "sql_server sql_server_rds azure_sql_db azure_sql_managed_db google_cloud_sqlserver",
    {},
    "config.host",
    "config.tunnel_host",
  ],
  [
    "sql_server",
    { "config.update_method": "BINARY_LOG_READER", "config.binary_log_type": "BACKUP" },
    "config.backup_storage_type",
    "config.binary_log_truncater",
  ],
  [
    "sql_server",
    { "config.binary_log_type": "BACKUP" },
    "config.update_method",
    "config.backup_storage_type",
  ],
  [
    "azure_sql_db",
    { "config.auth_method": "EntraIDServicePrincipalSecret" },
    "auth.service_principal_client_secret",
    "config.password",
  ],
  ["oracle oracle_rds oracle_rac oracle_ebs", TUNNELLED, "config.tunnel_host", ""],
  ["oracle oracle_rds oracle_rac oracle_ebs", {}, "config.password", "config.tunnel_host"],
  [
    "mongo mongo_sharded azure_cosmos_for_mongo",
    { "config.packing_mode": "UsePackedModeOnly" },
    "config.hosts",
    "config.packed_mode_tables",
  ],
  [
    "apache_kafka",
    { ...SASL, "config.sasl_mechanism": "SCRAM_SHA_256" },
    "config.sasl_scram256_key",
    "config.sasl_plain_key",
  ],
  ["apache_kafka heroku_kafka", { "config.security_protocol": "TLS" }, "config.client_cert", ""],
  ["heroku_kafka", { "config.security_protocol": "PLAINTEXT" }, "config.servers", "config.client_cert"],
  ["aws_msk", { ...SASL, "config.sasl_mechanism": "IAM" }, "config.role_arn", "config.keystore"],
  ["confluent_cloud", { "config.auth_method": "OAUTH" }, "auth.oauth_client_secret", "config.api_key"],
  ["snowflake_db", { "config.auth": "KEY_PAIR" }, "config.private_key", "config.password"],
  [
    "snowflake_db",
    { "config.auth": "KEY_PAIR", "config.is_private_key_encrypted": true },
    "config.passphrase",
    "config.workspace_name",
  ],
  ["dynamodb", { "config.sync_mode": "UseUnpackedModeOnly" }, "config.packed_mode_tables", ""],
  ["dynamodb", {}, "config.role_arn", "config.packed_mode_tables"],
  ["s3", { "config.auth_type": "ACCESS_KEY" }, "config.access_key_secret", "config.role_arn"],
  [
    "s3 gcs azure_blob_storage sftp",
    { "config.file_mapping_method": "EXTRACT_TABLES", "config.file_type": "parquet" },
    "config.extraction_pattern",
    "config.files",
  ],
  [
    "s3 gcs azure_blob_storage sftp",
    { "config.file_type": "json" },
    "config.json_delivery_mode",
    "config.delimiter",
  ],
  ["gcs", { "config.auth_type": "CUSTOM_SERVICE_ACCOUNT" }, "config.secret_key", "config.pgp_secret_key"],
  [
    "azure_blob_storage",
    { "config.auth_method": "SERVICE_PRINCIPAL_SECRET" },
    "auth.client_secret",
    "config.connection_string",
  ],
  [
    "sftp",
    { "config.is_keypair": true, "config.connection_method": "SSH_TUNNEL" },
    "config.tunnel_host",
    "config.password",
  ],
  ["google_sheets", { "config.auth_type": "OAuth" }, "auth.refresh_token", ""],
  ["google_sheets", {}, "config.sheet_id", "auth.refresh_token"],
  [
    "google_drive",
    { "config.file_handling": "unstructured" },
    "config.export_native_types_as_pdf",
    "config.delimiter",
  ],
  ["salesforce salesforce_sandbox", { "config.authentication_method": "ADVANCED" }, "config.private_key", ""],
  ["salesforce salesforce_sandbox", {}, "auth.refresh_token", "config.private_key"],
  ["hubspot", { "config.historical_sync_time_frame": "DATE_LIMIT" }, "config.backward_sync_limit_date", ""],
  ["hubspot", {}, "config.historical_sync_time_frame", "config.backward_sync_limit_date"],
  [
    "zendesk stripe shopify",
    { "config.historical_sync_time_frame": "DATE_LIMIT" },
    "config.backward_sync_limit",
    "",
  ],
  ["zendesk stripe shopify", {}, "config.historical_sync_time_frame", "config.backward_sync_limit"],
  ["zendesk", {}, "config.domain", "config.api_token"],
  ["netsuite_suiteanalytics", {}, "config.token_secret", "config.password"],
  [
    "netsuite_suiteanalytics",
    { "config.datasource": "NetSuite.com" },
    "config.password",
    "config.token_secret",
  ],
  ["github", { "config.auth_mode": "JWT" }, "config.private_key", "config.pats"],
  ["jira", { "config.auth_type": "BASIC" }, "config.password", "config.path"],
  ["google_ads", { "config.sync_mode": "ManagerAccounts" }, "config.manager_accounts", "config.accounts"],
  ["facebook_ads", { "config.sync_mode": "SpecificAccounts" }, "config.accounts", ""],
  ["facebook_ads", {}, "config.sync_mode", "config.accounts"],
  // Nothing of these depends on a choice.
  ["connector_sdk", {}, "config.secrets_list", ""],
  ["aws_lambda", { "config.sync_method": "CLOUD_STORAGE" }, "config.bucket", "config.secrets"],
  ["aws_lambda", {}, "config.function", "config.bucket"],
  ["azure_function google_cloud_function", {}, "config.secrets_list", "config.secrets"],
  // Types that nobody has described share what names mean everywhere.
  ["db2z sql_server_hva cockroachdb", {}, "config.host", "config.tunnel_host"],
  ["marketo", {}, "config.historical_sync_limit", "config.historical_sync_limit_date"],
];

const cases = ROWS.flatMap(([ids, ...row]) => ids.split(" ").map((id) => [id, ...row] as const));

describe("what is shown", () => {
  it.each(cases)("%s with %o shows %s and hides %s", (id, given, shown, hidden) => {
    const form = formOf(id);
    const values = typed(form, given);
    const paths = shownPaths(form, values);
    expect(form.by_path.has(shown)).toBe(true);
    expect(paths.has(shown)).toBe(true);
    if (hidden === "") return;
    expect(form.by_path.has(hidden)).toBe(true);
    expect(paths.has(hidden)).toBe(false);
    expect(neededPaths(form, values).has(hidden)).toBe(false);
  });
});

it("does not send what is hidden, though it was typed", () => {
  const form = formOf("postgres");
  const given = {
    "config.host": "db.example.com",
    "config.tunnel_host": "bastion.example.com",
    "config.connection_type": "Directly",
  };
  expect(settingsOf(form, typed(form, given)).config).toMatchObject({ host: "db.example.com" });
  expect(settingsOf(form, typed(form, given)).config).not.toHaveProperty("tunnel_host");
  expect(settingsOf(form, typed(form, { ...given, ...TUNNELLED })).config).toHaveProperty("tunnel_host");
});

it("sends a choice that is not offered here only where it was made elsewhere", () => {
  const form = formOf("s3");
  expect(shownPaths(form, typed(form, {})).has("config.pattern")).toBe(false);
  expect(shownPaths(form, typed(form, { "config.pattern": "x" })).has("config.pattern")).toBe(true);
});
