const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (value: number) => String(value).padStart(2, "0");

/** Epoch milliseconds of an RFC 3339 text; null for none or for one that is not a time. */
export function epoch(text: string | null | undefined): number | null {
  const at = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** "just now", "38 s ago", "52 min ago", "3 h ago", "31 d ago"; "in 34 min" for what lies ahead. Epoch milliseconds. */
export function relativeTime(at: number, now: number): string {
  const span = Math.abs(now - at);
  if (span < SECOND) return "just now";
  const words =
    span < MINUTE
      ? `${Math.floor(span / SECOND)} s`
      : span < HOUR
        ? `${Math.floor(span / MINUTE)} min`
        : span < DAY
          ? `${Math.floor(span / HOUR)} h`
          : `${Math.floor(span / DAY)} d`;
  return at <= now ? `${words} ago` : `in ${words}`;
}

/** "04:31", 24-hour clock, UTC. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** "22 Nov"; with the year when it is not the year of `now`. UTC. */
export function dayOf(at: number, now: number): string {
  const date = new Date(at);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return date.getUTCFullYear() === new Date(now).getUTCFullYear() ? day : `${day} ${date.getUTCFullYear()}`;
}

/** "04:31 UTC" today, else "22 Nov 04:31 UTC": for sentences and events. */
export function absoluteTime(at: number, now: number): string {
  const today = Math.floor(at / DAY) === Math.floor(now / DAY);
  return today ? `${clockTime(at)} UTC` : `${dayOf(at, now)} ${clockTime(at)} UTC`;
}

/** "2026-11-22T04:31:07Z", for titles and copying. */
export function isoTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Two units at most: "212 ms", "4 s", "3 m 42 s", "2 h 46 m", "6 days". Milliseconds; below zero counts as zero. */
export function duration(ms: number): string {
  const span = Math.max(0, ms);
  if (span < SECOND) return `${Math.round(span)} ms`;
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return pair(span, MINUTE, "m", SECOND, "s");
  if (span < DAY) return pair(span, HOUR, "h", MINUTE, "m");
  const days = Math.floor(span / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}

function pair(span: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((span % large) / small);
  const head = `${Math.floor(span / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}

/** A frequency in whole minutes as one reads it: "5 min", "1 h", "24 h", "1 h 30 min". */
export function everyMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
