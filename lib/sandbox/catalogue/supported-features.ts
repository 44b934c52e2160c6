import type { ConnectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { Features } from "@/lib/sandbox/catalogue/overlay/overlay";

export type FeatureId =
  | "CUSTOM_DATA"
  | "CAPTURE_DELETES"
  | "DATA_BLOCKING"
  | "COLUMN_HASHING"
  | "RE_SYNC"
  | "HISTORY"
  | "API_CONFIGURABLE"
  | "PRIORITY_FIRST_SYNC"
  | "FIVETRAN_DATA_MODELS"
  | "PRIVATE_NETWORKING"
  | "AUTHORIZATION_VIA_API"
  | "ROW_FILTERING";

export type SupportedFeature = { readonly id: FeatureId; readonly notes: string };

const RESYNC: Record<Exclude<Features["resync"], "none">, string> = {
  connection: "Connection level",
  table: "Connection level and table level",
};
const BLOCKING: Record<Exclude<Features["blocking"], "none">, string> = {
  table: "Table level",
  column: "Column level and table level",
};
const DELETES: Record<Exclude<Features["deletes"], "none">, string> = {
  "some tables": "Some tables",
  "all tables": "All tables",
};

/** `supported_features` of connector metadata; the granularity stands in the notes, as prose. */
export function supportedFeatures({ facts, features, capabilities }: ConnectorType): SupportedFeature[] {
  const { resync, blocking, deletes } = features;
  const list: SupportedFeature[] = [{ id: "API_CONFIGURABLE", notes: "Create, read, change and delete" }];
  const add = (id: FeatureId, present: boolean, notes = "") => present && list.push({ id, notes });
  add("CAPTURE_DELETES", deletes !== "none", deletes === "none" ? "" : DELETES[deletes]);
  add("HISTORY", features.history, "Selectable for each table");
  add("CUSTOM_DATA", features.custom_data);
  add("COLUMN_HASHING", features.hashing, "Column level");
  add("DATA_BLOCKING", blocking !== "none", blocking === "none" ? "" : BLOCKING[blocking]);
  add("RE_SYNC", resync !== "none", resync === "none" ? "" : RESYNC[resync]);
  add("PRIORITY_FIRST_SYNC", features.priority_first_sync, "Newest data first");
  add("ROW_FILTERING", features.row_filtering);
  add("FIVETRAN_DATA_MODELS", features.data_models);
  add("PRIVATE_NETWORKING", capabilities.privateNetworking);
  add("AUTHORIZATION_VIA_API", facts.auth !== undefined || !capabilities.oauth);
  return list;
}
