import type { Stretch } from "@/lib/model/observation";

export const FLEET_GROUPINGS = ["destination", "service", "health", "none"] as const;
/** By what the rows of the fleet timeline stand together; `none` is one group of all. */
export type FleetGrouping = (typeof FLEET_GROUPINGS)[number];

/** A longer range is not drawn: what lies farther back belongs to one connection's history. */
export const FLEET_MOST_MS = 92 * 86_400_000;

/** How the syncs of a group ended within one piece: its place after `from`, and three counts. `other`: canceled, rescheduled, or nobody knows. */
export type FleetBin = [piece: number, succeeded: number, failed: number, other: number];

/** The answer of `GET /api/fleet`. Times are epoch milliseconds. */
export interface FleetGroups {
  from: number;
  until: number;
  /** Length of a piece. */
  step: number;
  /** Groups in which no sync ended are left out. `key`: the id of the destination or service, the health, or "all". */
  groups: { key: string; bins: FleetBin[] }[];
  /** Before `now`, the time in which nobody looked. */
  unseen: Stretch[];
  now: number;
}

export const FLEET_OUTCOMES = ["succeeded", "failed", "running", "other"] as const;
export type FleetOutcome = (typeof FLEET_OUTCOMES)[number];

/** The syncs of one connection that ended within one piece and alike; alone it is one sync as it was. */
export interface FleetMark {
  outcome: FleetOutcome;
  /** The first start that is known, else the first end. */
  from: number;
  /** The last end; null while it runs. */
  to: number | null;
  count: number;
  /** The longest of them, in milliseconds; null where no start is known. */
  longest_ms: number | null;
  /** Whether all times are Fivetran's own. */
  exact: boolean;
}

/** The answer of `GET /api/fleet/lanes`. Times are epoch milliseconds. */
export interface FleetLanes {
  from: number;
  until: number;
  step: number;
  lanes: { id: string; marks: FleetMark[] }[];
}
