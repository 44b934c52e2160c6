import { type ConnectorType, connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { ConnectorCategory, ServiceStatus } from "@/lib/sandbox/catalogue/overlay/overlay";
import { type Property, propertyTree } from "@/lib/sandbox/catalogue/property-tree";
import { services } from "@/lib/sandbox/catalogue/service";
import { type SupportedFeature, supportedFeatures } from "@/lib/sandbox/catalogue/supported-features";

/** An item of GET /v1/metadata/connector-types (MetadataResponseShort). */
export type ConnectorTypeSummary = {
  readonly id: string;
  readonly name: string;
  readonly type: ConnectorCategory;
  readonly description: string;
  readonly icon_url: string;
  readonly icons: readonly string[];
  readonly link_to_docs: string;
  /** Empty where a type has no diagram. */
  readonly link_to_erd: string;
  readonly connector_class: "standard" | "lite";
  readonly supported_features: readonly SupportedFeature[];
  readonly service_status: ServiceStatus;
  /** yyyy-MM-dd although the document says date-time; absent for derived types. */
  readonly service_status_updated_at?: string;
};

/** `data` of GET /v1/metadata/connector-types/{service} (MetadataResponse). */
export type ConnectorTypeDetail = ConnectorTypeSummary & {
  readonly config: Property;
  readonly auth?: Property;
  readonly external_secrets_keys_config?: Property;
};

const SITE = "https://fivetran.com";
const summaries = new Map<string, ConnectorTypeSummary>();

/** The metadata of every connector type, in the order of their ids. */
export function connectorTypeSummaries(): ConnectorTypeSummary[] {
  return services().flatMap((id) => connectorTypeSummary(id) ?? []);
}

/** The metadata of one connector type as the list shows it; undefined for a type that does not exist. */
export function connectorTypeSummary(id: string): ConnectorTypeSummary | undefined {
  const found = summaries.get(id);
  if (found) return found;
  const type = connectorType(id);
  if (!type) return undefined;
  const summary = summaryOf(type);
  summaries.set(id, summary);
  return summary;
}

/** The metadata of one connector type with its property trees; undefined for a type that does not exist. */
export function connectorTypeDetail(id: string): ConnectorTypeDetail | undefined {
  const summary = connectorTypeSummary(id);
  const config = propertyTree(id, "config", `${summary?.name} config object`);
  if (!summary || !config) return undefined;
  const auth = propertyTree(id, "auth");
  const keys = propertyTree(id, "external_secrets_keys_config");
  return {
    ...summary,
    config,
    ...(auth ? { auth } : {}),
    ...(keys ? { external_secrets_keys_config: keys } : {}),
  };
}

function summaryOf(type: ConnectorType): ConnectorTypeSummary {
  const resources =
    type.connector_class === "lite"
      ? `${SITE}/integrations/coil_connectors/resources/${type.id}/resources/${type.id}`
      : `${SITE}/integrations/${type.id}/resources/${type.id}`;
  const docs = `${SITE}/docs/connectors/${type.docs}`;
  return {
    id: type.id,
    name: type.name,
    type: type.type,
    description: `${type.name} is ${type.about}.`,
    icon_url: `${resources}.svg`,
    icons: [`${resources}_512.png`, `${resources}_40.svg`],
    link_to_docs: docs,
    link_to_erd: type.docs.startsWith("applications/") ? `${docs}#schemainformation` : "",
    connector_class: type.connector_class,
    supported_features: supportedFeatures(type),
    service_status: type.service_status,
    ...(type.service_status_updated_at ? { service_status_updated_at: type.service_status_updated_at } : {}),
  };
}
