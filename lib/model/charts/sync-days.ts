import { dayStartIn, fieldTimeIn, midnightsIn, type Zone } from "@/lib/model/zone";

export const WEEKS = 13;
const DAY = 86_400_000;

/** A day of a zone's calendar and how the syncs that ended in it ended. Times are epoch milliseconds. */
export interface SyncDay {
  from: number;
  to: number;
  succeeded: number;
  failed: number;
  other: number;
  /** How long nobody looked, of the part of the day that is over. */
  unseen_ms: number;
}

/** The midnights that bound the present week and the twelve before it, Monday first; today is in the last week. */
export function calendarDays(now: number, zone: Zone): number[] {
  const today = dayStartIn(now, zone);
  // Noon is in the same day whatever the clock was changed by.
  const weekday = weekdayOf(today + DAY / 2, zone);
  const first = dayStartIn(today + DAY / 2 - (weekday + (WEEKS - 1) * 7) * DAY, zone);
  const end = dayStartIn(today + DAY / 2 + DAY, zone);
  return [first, ...midnightsIn(first, end, zone), end];
}

/** 0 for Monday. */
export function weekdayOf(at: number, zone: Zone): number {
  const days = Date.parse(`${fieldTimeIn(at, zone).slice(0, 10)}T00:00Z`) / DAY;
  // The epoch was a Thursday.
  return (days + 3) % 7;
}
