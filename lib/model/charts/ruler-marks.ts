import { rulerStep } from "@/lib/model/charts/timeline-step";
import { clockIn, dayIn, dayStartIn, midnightsIn, type Zone } from "@/lib/model/zone";

export interface RulerMark {
  at: number;
  /** "21:00", or "22 Nov" at midnight. */
  text: string;
  midnight: boolean;
}

const DAY = 86_400_000;

/** The marks of a ruler, at most about `most`: whole hours of the zone's clock, and its midnights. Epoch milliseconds. */
export function rulerMarks(from: number, until: number, zone: Zone, most: number, now: number): RulerMark[] {
  const step = rulerStep(until - from, most);
  const midnights = [dayStartIn(from, zone), ...midnightsIn(from, until, zone)];
  const marks: RulerMark[] = [];
  for (const [place, midnight] of midnights.entries()) {
    // Every so many days, counted from the epoch, so that the marks stay while the range moves along.
    if (step > DAY && Math.round(midnight / DAY) % (step / DAY) !== 0) continue;
    const next = midnights[place + 1] ?? until;
    for (let at = midnight; at < next && at < until; at += step) {
      if (at < from) continue;
      const first = at === midnight;
      // The last hours of a day must not run into the name of the next.
      if (!first && next < until && next - at < step / 2) continue;
      marks.push({ at, text: first ? dayIn(at, zone, now) : clockIn(at, zone), midnight: first });
    }
  }
  return marks;
}
