import type { ConnectionRow } from "@/lib/model/snapshot";
import type { Zone } from "@/lib/model/zone";

/** When an objective counts; outside of it nothing is late. */
export interface WorkingHours {
  /** "utc" or a place such as "Europe/Berlin". */
  zone: Zone;
  /** 1 Monday to 7 Sunday. */
  days: number[];
  /** "08:00" and "18:00" on the zone's clock; `until` may be "24:00". */
  from: string;
  until: string;
}

/** What an objective holds for: every kind that names something has to fit. None named is every connection. */
export interface ObjectiveMatch {
  connection_ids: string[];
  group_ids: string[];
  services: string[];
  /** Of these the connection has at least one. */
  tags: string[];
}

/** A promise of freshness: the last good sync ended no longer ago than the target. */
export interface Objective {
  id: string;
  name: string;
  target_minutes: number;
  /** The share of the counted time of 30 days in which it is to be kept. */
  goal_percent: number;
  /** Null for at all times. */
  hours: WorkingHours | null;
  match: ObjectiveMatch;
}

/** In their order: of those that fit a connection the first one counts. */
export interface Objectives {
  objectives: Objective[];
}

export interface StoredObjectives extends Objectives {
  /** Grows with each save; 0 where nobody has saved any. */
  version: number;
  saved_by: string;
  /** Epoch milliseconds. */
  saved_at: number;
}

export const MOST_OBJECTIVES = 50;
export const MOST_NAMED = 500;
export const SHORTEST_TARGET = 5;
export const LONGEST_TARGET = 31 * 24 * 60;

type Facts = Pick<ConnectionRow, "id" | "group_id" | "service">;

/** The objective that counts for a connection with these tags; undefined for none. */
export function objectiveOf(
  objectives: readonly Objective[],
  row: Facts,
  tags: readonly string[],
): Objective | undefined {
  return objectives.find(({ match }) => fitsMatch(match, row, tags));
}

/** Whether a connection with these tags is among what is named. */
export function fitsMatch(match: ObjectiveMatch, row: Facts, tags: readonly string[]): boolean {
  const within = (named: readonly string[], ...values: readonly string[]) =>
    named.length === 0 || values.some((value) => named.includes(value));
  return (
    within(match.connection_ids, row.id) &&
    within(match.group_ids, row.group_id) &&
    within(match.services, row.service) &&
    within(match.tags, ...tags)
  );
}
