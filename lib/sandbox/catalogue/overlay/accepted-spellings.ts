const POSTGRES = [
  "aurora_postgres",
  "azure_postgres",
  "google_cloud_postgresql",
  "heroku_postgres",
  "postgres",
  "postgres_rds",
];
const SQL_SERVER = [
  "azure_sql_db",
  "azure_sql_managed_db",
  "google_cloud_sqlserver",
  "sql_server",
  "sql_server_hva",
  "sql_server_rds",
  "sql_server_sap_ecc_hva",
];
const ORACLE = ["oracle", "oracle_ebs", "oracle_rac", "oracle_rds"];

const UPDATE_METHODS = new Map<string, readonly string[]>([
  ...POSTGRES.map((id) => [id, ["XMIN", "TELEPORT", "WAL", "WAL_PGOUTPUT", "QUERY_BASED"]] as const),
  ...SQL_SERVER.map((id) => [id, ["TELEPORT", "NATIVE_UPDATE"]] as const),
  ...ORACLE.map((id) => [id, ["TELEPORT", "LOGMINER"]] as const),
]);

/** Enum texts that clients send and Fivetran takes although the document no longer lists them. */
export function acceptedSpellings(service: string, field: string): readonly string[] {
  return field === "update_method" ? (UPDATE_METHODS.get(service) ?? []) : [];
}
