import {
  type ConnectorTypeSummary,
  connectorTypeDetail,
  connectorTypeSummaries,
} from "@/lib/sandbox/catalogue/metadata";
import type { Handlers } from "@/lib/sandbox/handler";
import { pageOf } from "@/lib/sandbox/page-of";
import { notFound } from "@/lib/sandbox/reply";

/** The catalogue's lists are read-only, the wire's are not. */
const wire = (type: ConnectorTypeSummary) => ({
  ...type,
  icons: [...type.icons],
  supported_features: type.supported_features.map((feature) => ({ ...feature })),
});

/** All connector types without sign-in, as the one address outside /v1 gives them. */
export const publicConnectorTypes = () => ({
  message: "Connector metadata retrieved successfully",
  data: { items: connectorTypeSummaries().map(wire) },
});

export const metadataHandlers: Handlers<"metadata_connectors" | "metadata_connector_config"> = {
  metadata_connectors: ({ query }) => ({
    message: "Connectors list retrieved successfully",
    data: pageOf(connectorTypeSummaries(), query, wire),
  }),

  metadata_connector_config: ({ params }) => {
    const detail = connectorTypeDetail(params.service);
    if (!detail) throw notFound(`Cannot find connector type '${params.service}'`);
    return {
      message: "Connector configuration retrieved successfully",
      data: { ...detail, ...wire(detail) },
    };
  },
};
