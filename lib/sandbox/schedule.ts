import { nextCron } from "@/lib/sandbox/cron";
import { dice } from "@/lib/sandbox/source/dice";
import type { Instant, StoredConnection } from "@/lib/sandbox/state";

export type ScheduleFacts = Pick<
  StoredConnection,
  | "start_offset"
  | "created_at"
  | "sync_frequency"
  | "schedule_type"
  | "daily_sync_time"
  | "schedule"
  | "held_until"
>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

/** The `start_offset` of a new connection: below one hour, and kept for ever. */
export function startOffset(id: string): number {
  return dice("start offset", id).roll(HOUR);
}

/**
 * When a connection next starts by itself after `after`, or null when it never does. Slots lie on a grid of the
 * frequency that begins at the hour in which the connection was made, each later by the connection's own offset; daily
 * syncs with a time start at that hour in the destination's `time_zone_offset` (hours) instead.
 */
export function nextStart(facts: ScheduleFacts, time_zone_offset: number, after: Instant): Instant | null {
  const from = facts.held_until === null ? after : Math.max(after, facts.held_until - 1);
  const offset = facts.start_offset;
  const zone = time_zone_offset * HOUR;
  if (facts.schedule) {
    const { schedule_type, interval, time_of_day, days_of_week, cron } = facts.schedule;
    switch (schedule_type) {
      case "MANUAL":
        return null;
      case "INTERVAL":
        return gridAfter(from, (interval ?? facts.sync_frequency) * MINUTE, offset);
      case "TIME_OF_DAY": {
        const days = new Set(days_of_week?.length ? days_of_week : WEEKDAYS);
        const at = clockTime(time_of_day ?? "00:00") - zone;
        let slot = gridAfter(from, DAY, at);
        for (let week = 0; week < 7; week += 1, slot += DAY) {
          if (days.has(WEEKDAYS[new Date(slot + zone).getUTCDay()] ?? "")) return slot;
        }
        return null;
      }
      case "CRON": {
        const local = nextCron(cron ?? "", from + zone);
        return local === null ? null : local - zone;
      }
    }
  }
  if (facts.schedule_type === "manual") return null;
  const daily = facts.sync_frequency === 1440 && facts.daily_sync_time !== null;
  const base = daily
    ? clockTime(facts.daily_sync_time ?? "") - zone
    : Math.floor(facts.created_at / HOUR) * HOUR;
  return gridAfter(from, facts.sync_frequency * MINUTE, base + offset);
}

/** Whether the connection starts only when asked to. */
export function isManual(facts: Pick<ScheduleFacts, "schedule" | "schedule_type">): boolean {
  return facts.schedule ? facts.schedule.schedule_type === "MANUAL" : facts.schedule_type === "manual";
}

/**
 * All starts of a connection in `[from, until)`, given when it is busy at `from` and how long a sync that starts at a
 * given time takes: a slot that falls into a running sync is left out.
 */
export function predictStarts(
  facts: ScheduleFacts,
  time_zone_offset: number,
  from: Instant,
  until: Instant,
  durationOf: (start: Instant) => number,
  busyUntil: Instant = from - 1,
): Instant[] {
  const starts: Instant[] = [];
  let free = busyUntil;
  for (let slot = nextStart(facts, time_zone_offset, from - 1); slot !== null && slot < until; ) {
    if (slot > free) {
      starts.push(slot);
      free = slot + durationOf(slot);
    }
    slot = nextStart(facts, time_zone_offset, slot);
  }
  return starts;
}

function gridAfter(after: Instant, step: number, phase: number): Instant {
  const start = ((phase % step) + step) % step;
  return Math.floor((after - start) / step) * step + start + step;
}

function clockTime(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * MINUTE;
}
