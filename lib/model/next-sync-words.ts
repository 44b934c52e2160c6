import { dailyTimeReadings, offsetHours } from "@/lib/model/daily-time";
import type { NextSync } from "@/lib/model/next-sync";
import { calmSpan } from "@/lib/model/short-span";
import { absoluteTime, clockTime } from "@/lib/model/time";

export interface NextSyncWords {
  /** For a narrow cell: "within 34 min". */
  short: string;
  /** A sentence that says where it comes from. */
  long: string;
}

/** The next sync in words that promise no more than is known. `now` in epoch milliseconds. */
export function nextSyncWords(next: NextSync, now: number, time_zone_offset: string | null): NextSyncWords {
  switch (next.kind) {
    case "running":
      return { short: "running", long: "A sync is running." };
    case "paused":
      return { short: "paused", long: "Paused: nothing syncs until someone resumes it." };
    case "not_set_up":
      return { short: "not set up", long: "Nothing syncs until the setup is finished." };
    case "manual":
      return { short: "manual", long: "Manual schedule: a sync starts only when someone asks for one." };
    case "first":
      return { short: "not known", long: "Never synced, so only the frequency is known." };
    case "rescheduled":
      return rescheduled(next, now);
    case "daily":
      return { short: `daily, ${next.time}`, long: daily(next.time, time_zone_offset) };
    case "by":
      return {
        short: due(next.at, now),
        long: `Expected by ${absoluteTime(next.at, now)}: one frequency after the last sync ended. Fivetran gives no exact time.`,
      };
  }
}

function rescheduled(next: Extract<NextSync, { kind: "rescheduled" }>, now: number): NextSyncWords {
  const until = next.at === null ? "Rescheduled" : `Rescheduled for ${absoluteTime(next.at, now)}`;
  if (!next.retried)
    return {
      short: "not retried",
      long: `${until}. On a manual schedule Fivetran does not try again: someone has to start the sync.`,
    };
  return {
    short: next.at === null ? "rescheduled" : `rescheduled, ${clockTime(next.at)}`,
    long: `${until} by Fivetran, which tries again by itself.`,
  };
}

function daily(time: string, time_zone_offset: string | null): string {
  return `Once a day at ${time}${zoneOf(time, time_zone_offset)}. It may start up to 60 minutes later.`;
}

function zoneOf(time: string, time_zone_offset: string | null): string {
  if (offsetHours(time_zone_offset) === 0) return " UTC";
  const readings = dailyTimeReadings(time, time_zone_offset);
  if (!readings) return " UTC or the destination's own time: Fivetran's reference says both";
  const { zone, as_utc, as_local } = readings;
  return ` UTC (${as_utc} ${zone}) or ${time} ${zone} (${as_local} UTC): Fivetran's reference says both`;
}

function due(at: number, now: number): string {
  if (Math.abs(now - at) < 60_000) return "due now";
  return at > now ? `within ${calmSpan(at - now)}` : `due ${calmSpan(now - at)} ago`;
}
