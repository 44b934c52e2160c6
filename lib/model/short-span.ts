import { clockTime, dayOf, duration } from "@/lib/model/time";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A length of time that does not tick: "under 1 min", "7 min", "3 h", "12 d". */
export function shortSpan(ms: number): string {
  if (ms < MINUTE) return "under 1 min";
  if (ms < 60 * MINUTE) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / (60 * MINUTE))} h`;
  return `${Math.floor(ms / DAY)} d`;
}

/** The same with minutes beside hours: "3 h 48 m", "12 days". */
export function calmSpan(ms: number): string {
  return ms < 60 * MINUTE ? shortSpan(ms) : duration(Math.floor(ms / MINUTE) * MINUTE);
}

/**
 * How long a health has lasted as far as we saw it: "3 h", or "over 3 h" where it was so already at the first
 * look; "first look" right after it.
 */
export function seenFor(ms: number, exact: boolean, words: (ms: number) => string): string {
  if (exact) return words(ms);
  return ms < MINUTE ? "first look" : `over ${words(ms)}`;
}

/** "04:31 UTC" today, "19 Nov" before: where the day alone says enough. */
export function momentOrDay(at: number, now: number): string {
  return Math.floor(at / DAY) === Math.floor(now / DAY) ? `${clockTime(at)} UTC` : dayOf(at, now);
}
