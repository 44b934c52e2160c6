import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import type { FleetLine } from "@/lib/model/fleet/fleet-lines";
import { HEALTHS } from "@/lib/model/health";
import { figure } from "@/lib/model/names";

/** What a row is called. */
export function lineName(line: FleetLine): string {
  if (line.kind === "connection") return line.row.schema;
  if (line.kind === "more") return `${figure(line.size)} more`;
  return groupName(line.key, line.name);
}

/** A group by health is called by its word. */
export function groupName(key: string, name: string | null): string {
  const health = HEALTHS.find((one) => one === key && name === key);
  return health ? HEALTH_LOOK[health].word : (name ?? "All connections");
}
