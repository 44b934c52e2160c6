/** Hours east of UTC as a destination's `time_zone_offset` spells them ("-8", "0", "+5"); null for anything else. */
export function offsetHours(time_zone_offset: string | null): number | null {
  if (time_zone_offset === null || !/^[+-]?\d{1,2}$/.test(time_zone_offset)) return null;
  const hours = Number(time_zone_offset);
  return hours >= -12 && hours <= 14 ? hours : null;
}

/** "UTC-8", "UTC+5", "UTC". */
export function zoneName(hours: number): string {
  if (hours === 0) return "UTC";
  return hours < 0 ? `UTC-${-hours}` : `UTC+${hours}`;
}

/**
 * Both readings of a `daily_sync_time`. Fivetran's reference calls it UTC in one place and lets the destination's
 * `time_zone_offset` set the schedule's zone in another, so neither is claimed alone.
 * @param time "HH:MM"
 * @returns `as_utc`: the hour in the destination's zone if the time is UTC; `as_local`: the hour in UTC if the
 * time is the destination's. Null when the zones agree or the offset is unknown.
 */
export function dailyTimeReadings(
  time: string,
  time_zone_offset: string | null,
): { zone: string; as_utc: string; as_local: string } | null {
  const hours = offsetHours(time_zone_offset);
  if (hours === null || hours === 0) return null;
  return { zone: zoneName(hours), as_utc: shift(time, hours), as_local: shift(time, -hours) };
}

function shift(time: string, hours: number): string {
  const hour = (Number(time.slice(0, 2)) + hours + 48) % 24;
  return `${String(hour).padStart(2, "0")}${time.slice(2)}`;
}
