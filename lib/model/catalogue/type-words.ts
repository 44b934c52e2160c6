import type { ConnectorTypeRow } from "@/lib/model/setup-draft";

const CATEGORIES = new Map([
  ["API", "Applications"],
  ["BITool", "BI tools"],
  ["Database", "Databases"],
  ["Dbt", "dbt"],
  ["File", "Files"],
  ["Function", "Functions"],
  ["HumanResources", "Human resources"],
  ["Hvr", "HVR"],
  ["Log", "Logs"],
  ["SuperConnectorTest", "Tests"],
  ["Warehouse", "Warehouses"],
]);

/** Fivetran's category in words: `HumanResources` reads "Human resources". */
export function categoryName(type: string): string {
  return CATEGORIES.get(type) ?? type;
}

const STATUSES = new Map([
  ["beta", "Beta"],
  ["private_preview", "Private preview"],
  ["sunset", "Sunset"],
  ["development", "In development"],
]);

/** What a person should know before choosing a type; null where it is generally available. */
export function statusName(service_status: string): string | null {
  if (service_status === "general_availability" || service_status === "") return null;
  return STATUSES.get(service_status) ?? service_status;
}

/**
 * Whether a connection of the type can be created through the API at all. Source: `API_CONFIGURABLE` among
 * `supported_features` of the metadata.
 */
export function isApiConfigurable(type: Pick<ConnectorTypeRow, "features">): boolean {
  return type.features.includes("API_CONFIGURABLE");
}

/** A link of the metadata that may be followed; null for none, and for anything but https. */
export function safeLink(link: string | null | undefined): string | null {
  return link && /^https:\/\//i.test(link) ? link : null;
}
