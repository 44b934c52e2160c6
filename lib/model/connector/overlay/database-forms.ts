import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";
import { NETWORK, SERVER, TUNNEL } from "@/lib/model/connector/overlay/server-fields";

const CLIENT_CERTIFICATE: Condition = {
  when: { auth_method: ["CLIENT_CERTIFICATE"] },
  show: ["client_public_certificate", "client_private_key"],
  needed: ["client_public_certificate", "client_private_key"],
};
const PASSWORD: Condition = { when: { auth_method: ["PASSWORD"] }, show: ["password"], needed: ["password"] };

const PEM = { client_public_certificate: "pem", client_private_key: "pem" } as const;

export const POSTGRES_FORM: FormOverlay = {
  order: ["schema_prefix", ...SERVER, ...NETWORK, "update_method", "publication_name", "replication_slot"],
  defaults: { port: 5432, connection_type: "Directly", auth_method: "PASSWORD", tunnel_port: 22 },
  needed: ["host", "port", "database", "user"],
  conditions: [
    TUNNEL,
    PASSWORD,
    CLIENT_CERTIFICATE,
    {
      when: { auth_method: ["ENTRA_ID"] },
      show: ["entra_app_id", "entra_tenant_id"],
      needed: ["entra_app_id", "entra_tenant_id"],
    },
    {
      when: { update_method: ["WAL_PGOUTPUT"] },
      show: ["publication_name", "replication_slot"],
      needed: ["publication_name", "replication_slot"],
    },
    { when: { update_method: ["QUERY_BASED"] }, show: ["delete_capture_enabled"] },
  ],
  formats: PEM,
  labels: {
    update_method: {
      title: "Update method",
      description: "How changed rows are found: from the write-ahead log, or by querying the tables.",
    },
    publication_name: { example: "fivetran_pub" },
    replication_slot: { example: "fivetran_pgoutput_slot" },
    delete_capture_enabled: { title: "Detect deleted rows" },
  },
};

export const MYSQL_FORM: FormOverlay = {
  order: ["schema_prefix", ...SERVER, ...NETWORK, "update_method", "replica_id"],
  defaults: {
    port: 3306,
    connection_type: "Directly",
    auth_method: "PASSWORD",
    update_method: "BINLOG",
    tunnel_port: 22,
  },
  needed: ["host", "port", "user"],
  conditions: [
    TUNNEL,
    PASSWORD,
    CLIENT_CERTIFICATE,
    {
      when: { auth_method: ["AWS_IAM"] },
      show: ["role_arn", "aws_region_code"],
      needed: ["role_arn", "aws_region_code"],
    },
    { when: { update_method: ["BINLOG"] }, show: ["replica_id"] },
  ],
  formats: PEM,
  groups: { aws_region_code: "sign_in" },
  labels: {
    update_method: { description: "Read the binary log, or compare snapshots of the tables." },
    replica_id: {
      title: "Replica ID",
      description: "A whole number that no other replica of this server uses.",
    },
  },
};

export const SQL_SERVER_FORM: FormOverlay = {
  order: [
    "schema_prefix",
    ...SERVER,
    ...NETWORK,
    "update_method",
    "binary_log_type",
    "binary_log_truncater",
    "backup_storage_type",
    "tde_setting",
  ],
  defaults: {
    port: 1433,
    connection_type: "Directly",
    update_method: "NATIVE_UPDATE",
    binary_log_type: "ONLINE",
    binary_log_truncater: "FIVETRAN",
    tde_setting: "OFF",
    tunnel_port: 22,
  },
  needed: ["host", "port", "database", "user"],
  conditions: [
    TUNNEL,
    {
      when: { update_method: ["BINARY_LOG_READER"] },
      show: [
        "binary_log_type",
        "tde_setting",
        "windows_auth_grpc_host",
        "windows_auth_grpc_port",
        "windows_auth_client_certificate",
        "windows_auth_server_certificate",
        "auth.windows_auth_client_private_key",
      ],
      needed: ["binary_log_type"],
    },
    {
      when: { update_method: ["BINARY_LOG_READER"], binary_log_type: ["ONLINE"] },
      show: ["binary_log_truncater"],
    },
    {
      when: { update_method: ["BINARY_LOG_READER"], binary_log_type: ["BACKUP"] },
      show: ["backup_storage_type", "backup_log_format"],
      needed: ["backup_storage_type"],
    },
    {
      when: { binary_log_type: ["BACKUP"], backup_storage_type: ["ALTERNATE_LOCATION"] },
      show: ["backup_log_path"],
      needed: ["backup_log_path"],
    },
    {
      when: { binary_log_type: ["BACKUP"], backup_storage_type: ["AWS"] },
      show: ["bucket", "role_arn", "external_id"],
      needed: ["bucket", "role_arn"],
    },
    {
      when: { binary_log_type: ["BACKUP"], backup_storage_type: ["AZURE"] },
      show: ["container_name", "connection_string"],
      needed: ["container_name", "connection_string"],
    },
    {
      when: { binary_log_type: ["BACKUP"], backup_storage_type: ["GCS"] },
      show: ["bucket"],
      needed: ["bucket"],
    },
    {
      when: { tde_setting: ["CERTIFICATE"], binary_log_type: ["ONLINE"] },
      show: ["tde_certificate_path", "tde_private_key_path", "tde_password"],
      needed: ["tde_certificate_path", "tde_private_key_path"],
    },
    {
      when: { tde_setting: ["CERTIFICATE"], binary_log_type: ["BACKUP"] },
      show: ["tde_certificate_backup", "tde_private_key_backup", "tde_password"],
      needed: ["tde_certificate_backup", "tde_private_key_backup"],
    },
    { when: { enable_tde: [true] }, show: ["ekm_key_identifiers"] },
    {
      when: { auth_method: ["Password", "ActiveDirectory", null] },
      show: ["password"],
      needed: ["password"],
    },
    {
      when: { auth_method: ["EntraIDServicePrincipalSecret"] },
      show: ["tenant_id", "auth.service_principal_id", "auth.service_principal_client_secret"],
      needed: ["tenant_id", "auth.service_principal_id", "auth.service_principal_client_secret"],
    },
    {
      when: { auth_method: ["EntraIDServicePrincipalCertificate"] },
      show: [
        "tenant_id",
        "auth.service_principal_id",
        "auth.service_principal_client_certificate",
        "auth.service_principal_client_cert_pvt_key",
      ],
      needed: ["tenant_id", "auth.service_principal_id", "auth.service_principal_client_certificate"],
    },
  ],
  formats: { windows_auth_server_certificate: "pem" },
  groups: {
    bucket: "data",
    role_arn: "data",
    external_id: "data",
    container_name: "data",
    connection_string: "data",
    windows_auth_grpc_host: "data",
    windows_auth_grpc_port: "data",
    windows_auth_client_certificate: "data",
    windows_auth_server_certificate: "data",
    "auth.windows_auth_client_private_key": "data",
  },
  labels: {
    tde_setting: { title: "Transparent data encryption" },
    enable_tde: { title: "Transparent data encryption" },
    ekm_key_identifiers: { title: "Key vault identifiers" },
    binary_log_truncater: { title: "Who truncates the log" },
  },
};

export const ORACLE_FORM: FormOverlay = {
  order: ["schema_prefix", ...SERVER, "pdb_name", ...NETWORK, "update_method"],
  defaults: { port: 1521, connection_type: "Directly", tunnel_port: 22 },
  needed: ["host", "port", "database", "user", "password"],
  conditions: [TUNNEL],
  labels: {
    database: { title: "SID or service name", example: "ORCL" },
    pdb_name: { title: "Pluggable database", description: "Only for a container database." },
  },
};

export const PLAIN_SERVER_FORM: FormOverlay = {
  order: ["schema_prefix", ...SERVER, ...NETWORK],
  defaults: { connection_type: "Directly", tunnel_port: 22 },
  needed: ["host", "port", "user", "password"],
  conditions: [TUNNEL],
};
