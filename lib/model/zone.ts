/** In whose time a screen is read: the world's, this browser's, or that of a place such as "Europe/Berlin". */
export type Zone = string;
export const UTC: Zone = "utc";
export const BROWSER: Zone = "browser";

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, "0");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const clocks = new Map<Zone, Intl.DateTimeFormat>();

function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone === UTC ? "UTC" : zone === BROWSER ? undefined : zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "shortOffset",
  });
  clocks.set(zone, made);
  return made;
}

/** Whether a text names a zone that can be read in. */
export function isZone(text: string): boolean {
  if (text === UTC || text === BROWSER) return true;
  try {
    clockOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The zone that an address names, else the world's. */
export const zoneOf = (text: string): Zone => (isZone(text) ? text : UTC);

interface Wall {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** "UTC" or "UTC+2". */
  offset: string;
}

function wallOf(at: number, zone: Zone): Wall {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
  return {
    year: number("year"),
    month: number("month"),
    day: number("day"),
    hour: number("hour"),
    minute: number("minute"),
    second: number("second"),
    offset: (parts.get("timeZoneName") ?? "UTC").replace(/^GMT(\+0$)?/, "UTC"),
  };
}

/** "04:31" on the zone's clock. Epoch milliseconds. */
export function clockIn(at: number, zone: Zone): string {
  const { hour, minute } = wallOf(at, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** "22 Nov" on the zone's calendar; with the year when it is not the year of `now`. */
export function dayIn(at: number, zone: Zone, now: number): string {
  const { day, month, year } = wallOf(at, zone);
  const words = `${day} ${MONTHS[month - 1]}`;
  return year === wallOf(now, zone).year ? words : `${words} ${year}`;
}

/** "UTC" or "UTC+2", as it is at that moment: summer time has another offset than winter time. */
export const offsetIn = (at: number, zone: Zone): string => wallOf(at, zone).offset;

/** "22 Nov 04:31 UTC+1". */
export function momentIn(at: number, zone: Zone, now: number): string {
  return `${dayIn(at, zone, now)} ${clockIn(at, zone)} ${offsetIn(at, zone)}`;
}

/** "2026-11-22T04:31", as a field for date and time holds it. */
export function fieldTimeIn(at: number, zone: Zone): string {
  const { year, month, day, hour, minute } = wallOf(at, zone);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/**
 * Epoch milliseconds of what such a field holds; null for no time. Of an hour that comes twice the first is meant,
 * and one that is left out counts as the time after it.
 */
export function timeOfField(text: string, zone: Zone): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const wall = Date.parse(`${text.slice(0, 16)}:00Z`);
  if (Number.isNaN(wall)) return null;
  const offsets = [-1, 1].map((side) => offsetMs(wall + side * 24 * 60 * MINUTE, zone));
  const guesses = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  return guesses.find((at) => at + offsetMs(at, zone) === wall) ?? guesses.at(-1) ?? null;
}

function offsetMs(at: number, zone: Zone): number {
  const { year, month, day, hour, minute, second } = wallOf(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The midnight at or before a time on the zone's calendar, in epoch milliseconds. */
export function dayStartIn(at: number, zone: Zone): number {
  return timeOfField(`${fieldTimeIn(at, zone).slice(0, 10)}T00:00`, zone) ?? at;
}

/** The midnights after `from` and before `to`; a day has 23 to 25 hours. */
export function midnightsIn(from: number, to: number, zone: Zone): number[] {
  const midnights: number[] = [];
  let at = dayStartIn(from, zone);
  while (at < to) {
    if (at > from) midnights.push(at);
    const next = dayStartIn(at + 26 * 60 * MINUTE, zone);
    at = next > at ? next : at + 24 * 60 * MINUTE;
  }
  return midnights;
}
