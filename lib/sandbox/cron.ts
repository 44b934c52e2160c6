const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

interface Cron {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  /** Both restricted: either day matches, as in every cron. */
  eitherDay: boolean;
}

/** The first minute after `after` (epoch milliseconds, in the zone meant) that a five-field cron names; null if none does. */
export function nextCron(expression: string, after: number): number | null {
  const cron = parseCron(expression);
  if (!cron) return null;
  const first = Math.floor(after / MINUTE) * MINUTE + MINUTE;
  // Leap days repeat within eight years.
  for (let day = Math.floor(first / DAY) * DAY, n = 0; n < 2923; day += DAY, n += 1) {
    if (!matchesDay(cron, new Date(day))) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const at = day + (hour * 60 + minute) * MINUTE;
        if (at >= first) return at;
      }
    }
  }
  return null;
}

/** Reads `minute hour day month weekday` with lists, ranges and steps; null when it is none. */
export function parseCron(expression: string): Cron | null {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) return null;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  const minutes = values(minute, 0, 59);
  const hours = values(hour, 0, 23);
  const days = values(day, 1, 31);
  const months = values(month, 1, 12);
  const weekdays = values(weekday, 0, 7);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  if (weekdays.has(7)) weekdays.add(0);
  return { minutes, hours, days, months, weekdays, eitherDay: day !== "*" && weekday !== "*" };
}

function matchesDay(cron: Cron, day: Date): boolean {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false;
  const byDay = cron.days.has(day.getUTCDate());
  const byWeekday = cron.weekdays.has(day.getUTCDay());
  return cron.eitherDay ? byDay || byWeekday : byDay && byWeekday;
}

function values(field: string, least: number, most: number): Set<number> | null {
  const found = new Set<number>();
  for (const part of field.split(",")) {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (!match) return null;
    const from = match[1] === undefined ? least : Number(match[1]);
    const to = match[1] === undefined || (match[3] && !match[2]) ? most : Number(match[2] ?? match[1]);
    const step = match[3] === undefined ? 1 : Number(match[3]);
    if (from < least || to > most || from > to || step < 1) return null;
    for (let value = from; value <= to; value += step) found.add(value);
  }
  return new Set([...found].sort((a, b) => a - b));
}
