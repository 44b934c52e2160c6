import { serviceOf } from "@/lib/sandbox/catalogue/service";
import type { SourceKind } from "@/lib/sandbox/source/source";

const FILES = new Set([
  "azure_blob_storage",
  "box",
  "dropbox",
  "email",
  "ftp",
  "gcs",
  "google_drive",
  "s3",
  "s3_compatible_storage",
  "sftp",
  "share_point",
]);

// Databases whose connection name is no prefix, so that the schema format does not tell them.
const DATABASES = new Set([
  "dynamodb",
  "elastic_cloud",
  "es_self_hosted",
  "firebase",
  "opendistro",
  "opensearch",
  "oracle_sap_hva_netweaver",
]);

// Applications that land under a prefix like a database.
const PREFIXED_APPLICATIONS = /^(airtable|oracle_business_intelligence_publisher|oracle_fusion_)/;

const TLS_FAMILIES =
  /^(mysql|maria|magento_mysql|google_cloud_mysql|aurora|postgres|azure_postgres|heroku_postgres|google_cloud_postgresql|sql_server|azure_sql|google_cloud_sqlserver)/;

const DOCUMENT_STORES = /^(mongo|azure_cosmos_for_mongo|documentdb|cosmos|dynamodb|firebase)/;

/** What kind of thing a connector type reads. An unknown one counts as an application. */
export function sourceKindOf(service: string): SourceKind {
  if (FILES.has(service)) return "file";
  if (DATABASES.has(service)) return "database";
  const prefixed = serviceOf(service)?.schemaFormat === "schema_prefix";
  return prefixed && !PREFIXED_APPLICATIONS.test(service) ? "database" : "application";
}

/** The families whose server certificate has to be approved: MySQL, PostgreSQL, SQL Server (OpenAPI: certificates). */
export function checksCertificates(service: string): boolean {
  return TLS_FAMILIES.test(service);
}

/** Databases that hold documents: their fields are not known as columns. */
export function holdsDocuments(service: string): boolean {
  return DOCUMENT_STORES.test(service);
}
