import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { SourceKind } from "@/lib/sandbox/source/source";

const CERTIFIED_DESTINATIONS = /^(mysql|maria|aurora|postgres|azure_postgres|sql_server|azure_sql_)/;

const DOCUMENT_STORES = /^(mongo|azure_cosmos_for_mongo|documentdb|cosmos|dynamodb|firebase)/;

/** What kind of thing a connector type reads. An unknown one counts as an application. */
export function sourceKindOf(service: string): SourceKind {
  const type = connectorType(service);
  if (type?.capabilities.databaseLike) return "database";
  return type?.type === "File" ? "file" : "application";
}

/** The families whose server certificate has to be approved: MySQL, PostgreSQL, SQL Server (OpenAPI: certificates). */
export function checksCertificates(role: "connection" | "destination", service: string): boolean {
  return role === "connection"
    ? (connectorType(service)?.capabilities.certificates ?? false)
    : CERTIFIED_DESTINATIONS.test(service);
}

/** Databases that hold documents: their fields are not known as columns. */
export function holdsDocuments(service: string): boolean {
  return DOCUMENT_STORES.test(service);
}
