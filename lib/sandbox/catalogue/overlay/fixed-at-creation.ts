import { type ServiceFacts, schemaKeysOf } from "@/lib/sandbox/catalogue/service";

const PERIOD_MAY_CHANGE = new Set([
  "double_click_campaign_manager",
  "double_click_publishers",
  "google_ads",
  "google_analytics_4",
  "google_display_and_video_360",
  "google_search_ads_360",
  "google_search_console",
  "itunes_connect",
  "twitter_ads",
]);

/**
 * Config keys that take no other value once the connection exists: those of the schema format, the reporting
 * period of most advertising types, and one of ServiceNow's.
 */
export function fixedAtCreation(facts: ServiceFacts): readonly string[] {
  return [
    ...schemaKeysOf(facts),
    ...(PERIOD_MAY_CHANGE.has(facts.id) ? [] : ["timeframe_months"]),
    ...(facts.id === "servicenow" ? ["include_inherited_columns"] : []),
  ];
}
