import "server-only";
import { createHash } from "node:crypto";
import type { FleetGrouping } from "@/lib/model/fleet/fleet-timeline";
import { healthOf } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { memory } from "@/lib/sync/memory";

/** Which connections make which group, as the database reads it. */
export interface FleetMembers {
  keys: string[];
  /** JSON: for each key an array of ids. */
  ids: string;
  /** Of all that; the same members give the same. */
  digest: string;
}

const KEYS: Record<FleetGrouping, (row: ConnectionRow) => string> = {
  destination: (row) => row.group_id,
  service: (row) => row.service,
  health: healthOf,
  none: () => "all",
};

/** The groups of the account as this process knows it. */
export function fleetMembers(by: FleetGrouping): FleetMembers {
  const members = new Map<string, string[]>();
  for (const row of memory().rows.values()) {
    const key = KEYS[by](row);
    const known = members.get(key);
    if (known) known.push(row.id);
    else members.set(key, [row.id]);
  }
  const keys = [...members.keys()];
  const ids = JSON.stringify([...members.values()]);
  const digest = createHash("sha256").update(JSON.stringify(keys)).update(ids).digest("base64");
  return { keys, ids, digest };
}
