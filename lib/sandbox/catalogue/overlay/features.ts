import type { Features } from "@/lib/sandbox/catalogue/overlay/overlay";

const NOTHING: Features = {
  resync: "connection",
  hashing: true,
  blocking: "column",
  history: false,
  deletes: "none",
  custom_data: false,
  data_models: false,
  priority_first_sync: false,
  row_filtering: false,
};

export const DATABASE: Features = {
  ...NOTHING,
  resync: "table",
  history: true,
  deletes: "all tables",
  custom_data: true,
};
/** Documents arrive as one packed column or as inferred columns. */
export const DOCUMENT_STORE: Features = { ...DATABASE, history: false };

export const APPLICATION: Features = { ...NOTHING, resync: "table", deletes: "some tables" };
export const MODELLED: Features = { ...APPLICATION, data_models: true };
export const CUSTOMISABLE: Features = { ...MODELLED, history: true, custom_data: true };
export const ADS: Features = { ...MODELLED, deletes: "none", priority_first_sync: true };
/** A type of class lite: a thin wrapper around a REST API. */
export const LITE: Features = { ...NOTHING, resync: "table" };

export const FILES: Features = { ...NOTHING, custom_data: true };
/** One file, one table: nothing finer to re-sync. */
export const SHEET: Features = { ...NOTHING, blocking: "column", custom_data: true };
export const STREAM: Features = { ...NOTHING, custom_data: true };
/** Events pushed to Fivetran: what has passed cannot be read again. */
export const PUSHED: Features = { ...NOTHING, resync: "none", custom_data: true };
export const FUNCTION: Features = { ...NOTHING, deletes: "some tables", custom_data: true };
export const CODE: Features = { ...FUNCTION, resync: "table" };
