import { loose, openEnum } from "@/lib/model/wire";
import { z } from "@/lib/zod";

export const FEATURES = [
  "CUSTOM_DATA",
  "CAPTURE_DELETES",
  "DATA_BLOCKING",
  "COLUMN_HASHING",
  "RE_SYNC",
  "HISTORY",
  "API_CONFIGURABLE",
  "PRIORITY_FIRST_SYNC",
  "FIVETRAN_DATA_MODELS",
  "PRIVATE_NETWORKING",
  "AUTHORIZATION_VIA_API",
  "ROW_FILTERING",
] as const;

/** A connector type in the metadata list. */
export const ConnectorType = loose({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  description: z.string().nullish(),
  icons: z.array(z.string()).nullish(),
  icon_url: z.string().nullish(),
  link_to_docs: z.string().nullish(),
  link_to_erd: z.string().nullish(),
  connector_class: openEnum(["standard", "lite"]).nullish(),
  supported_features: z.array(loose({ id: openEnum(FEATURES), notes: z.string().nullish() })).nullish(),
  service_status: openEnum([
    "general_availability",
    "beta",
    "private_preview",
    "sunset",
    "development",
  ]).nullish(),
  service_status_updated_at: z.string().nullish(),
});
export type ConnectorType = z.infer<typeof ConnectorType>;

/** The same with the property trees of its configuration, where it has any; JSON-Schema-like, not JSON Schema. */
export const ConnectorTypeDetail = loose({
  ...ConnectorType.shape,
  config: z.unknown().optional(),
  auth: z.unknown().optional(),
  external_secrets_keys_config: z.unknown().optional(),
});
export type ConnectorTypeDetail = z.infer<typeof ConnectorTypeDetail>;
