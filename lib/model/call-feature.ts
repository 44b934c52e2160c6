/** What of this console a call of Fivetran's API was for, in the order in which pages list it. */
export const CALL_FEATURES = [
  "sweeps",
  "pages",
  "history",
  "webhooks",
  "jobs",
  "schema",
  "setup",
  "people",
] as const;
export type CallFeature = (typeof CALL_FEATURES)[number];

/** Calls of one feature in one hour, which began at `hour` in epoch milliseconds. */
export interface CallCount {
  hour: number;
  feature: CallFeature;
  calls: number;
}

const SETUP = new Set([
  "create_connection",
  "metadata_connector_config",
  "run_setup_tests",
  "connect_card",
  "get_private_links",
  "get_proxy_agent",
  "get_hybrid_deployment_agent_list",
  "group_ssh_public_key",
]);

/** What a call is counted as, from its operation and who asked. */
export function featureOf(operation: string, as: "person" | "poller" | "job"): CallFeature {
  if (as === "job") return "jobs";
  if (operation.includes("webhook")) return "webhooks";
  if (operation === "connection_sync_history") return "history";
  if (as === "poller") return operation === "connection_details" ? "pages" : "sweeps";
  if (/schema|column|table/.test(operation)) return "schema";
  if (SETUP.has(operation) || /fingerprint|certificate/.test(operation)) return "setup";
  return "people";
}

/** Calls by feature in a span of hours, most first. */
export function sumByFeature(counts: readonly CallCount[], since: number): Map<CallFeature, number> {
  const sums = new Map<CallFeature, number>(CALL_FEATURES.map((feature) => [feature, 0]));
  for (const { hour, feature, calls } of counts) {
    if (hour >= since) sums.set(feature, (sums.get(feature) ?? 0) + calls);
  }
  return sums;
}
