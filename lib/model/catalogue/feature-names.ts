/** `supported_features` in words, in this order; those that say nothing to the person who chooses are left out. */
const NAMES = new Map([
  ["COLUMN_HASHING", "column hashing"],
  ["DATA_BLOCKING", "blocking of tables or columns"],
  ["CAPTURE_DELETES", "deleted rows"],
  ["HISTORY", "history mode"],
  ["RE_SYNC", "re-sync"],
  ["ROW_FILTERING", "row filtering"],
  ["CUSTOM_DATA", "custom data"],
  ["PRIORITY_FIRST_SYNC", "recent data first"],
  ["PRIVATE_NETWORKING", "private networking"],
  ["FIVETRAN_DATA_MODELS", "data models"],
]);

/** What a connector type can do, in a word or two each. */
export function featureNames(features: readonly string[]): string[] {
  return [...NAMES].filter(([id]) => features.includes(id)).map(([, name]) => name);
}
