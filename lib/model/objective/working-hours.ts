import type { WorkingHours } from "@/lib/model/objective/objective";
import type { Stretch } from "@/lib/model/observation";
import { dayStartIn, fieldTimeIn, midnightsIn, timeOfField } from "@/lib/model/zone";

const DAY_MS = 24 * 60 * 60_000;

/** The stretches of a range in which an objective counts, in order; the whole of it without working hours. */
export function countedTime(hours: WorkingHours | null, range: Stretch): Stretch[] {
  if (range.to <= range.from) return [];
  if (!hours) return [range];
  const { zone, days, from, until } = hours;
  const first = dayStartIn(range.from, zone);
  const starts = [first, ...midnightsIn(first, range.to, zone)];
  return starts.flatMap((start, place) => {
    const date = fieldTimeIn(start, zone).slice(0, 10);
    if (!days.includes(weekday(date))) return [];
    const next = starts[place + 1] ?? dayStartIn(start + DAY_MS + DAY_MS / 12, zone);
    const open = Math.max(timeOfField(`${date}T${from}`, zone) ?? start, range.from);
    const shut = until === "24:00" ? next : (timeOfField(`${date}T${until}`, zone) ?? next);
    const to = Math.min(shut, range.to);
    return open < to ? [{ from: open, to }] : [];
  });
}

/** The first moment at or after `at` that counts; null where none does within two weeks. */
export function nextCounted(hours: WorkingHours | null, at: number): number | null {
  return countedTime(hours, { from: at, to: at + 14 * DAY_MS })[0]?.from ?? null;
}

/** 1 Monday to 7 Sunday. */
function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
