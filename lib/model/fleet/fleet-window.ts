import { FLEET_MOST_MS } from "@/lib/model/fleet/fleet-timeline";
import { LAST_LENGTHS, type TimeRange } from "@/lib/model/time-range";

/** The range of time that a picture shows. Epoch milliseconds. */
export interface FleetWindow {
  from: number;
  until: number;
}

const MINUTE = 60_000;
export const FLEET_LEAST_MS = 30 * MINUTE;
/** This part of a range that moves along lies ahead, where syncs are due. */
const AHEAD = 1 / 8;

/** What a range comes to at `now`; one without both ends moves along. */
export function windowOf(range: TimeRange, now: number): FleetWindow {
  if (!("last" in range) && range.from !== null && range.until !== null)
    return held({ from: range.from, until: range.until }, now);
  const long = LAST_LENGTHS["last" in range ? range.last : "24h"];
  return { from: now - long, until: now + long * AHEAD };
}

/** Moves a window by a part of its length: -0.25 is a quarter back. */
export function panned(window: FleetWindow, part: number, now: number): FleetWindow {
  const by = (window.until - window.from) * part;
  return held({ from: window.from + by, until: window.until + by }, now);
}

/** Makes a window `factor` times as long, where the time at `place` (0 its start, 1 its end) stays in place. */
export function zoomed(window: FleetWindow, factor: number, place: number, now: number): FleetWindow {
  const old = window.until - window.from;
  const long = Math.min(Math.max(old * factor, FLEET_LEAST_MS), FLEET_MOST_MS);
  const from = window.from + (old - long) * place;
  return held({ from, until: from + long }, now);
}

/** No longer than can be drawn, and never wholly ahead of now. */
function held({ from, until }: FleetWindow, now: number): FleetWindow {
  const long = Math.min(Math.max(until - from, FLEET_LEAST_MS), FLEET_MOST_MS);
  const last = now + long / 2;
  const end = Math.min(Math.max(from, 0) + long, last);
  return { from: end - long, until: end };
}
