import type { Stretch } from "@/lib/model/observation";
import { clockIn, dayIn, offsetIn, type Zone } from "@/lib/model/zone";

/** On whose clock, and when it is: times of other days are said with the day. Epoch milliseconds. */
export interface Clock {
  zone: Zone;
  now: number;
}

/** "04:12 to 04:16 UTC", "21 Nov 23:50 to 22 Nov 00:10 UTC". */
export function spanWords({ from, to }: Stretch, { zone, now }: Clock): string {
  const today = dayIn(now, zone, now);
  const days = [dayIn(from, zone, now), dayIn(to, zone, now)];
  const one = days[0] === days[1];
  const word = (at: number, day: string | undefined, told: boolean) =>
    told && day !== undefined ? `${day} ${clockIn(at, zone)}` : clockIn(at, zone);
  const start = word(from, days[0], !one || days[0] !== today);
  const end = word(to, days[1], !one);
  const offset = offsetIn(to, zone);
  return start === end || (one && clockIn(from, zone) === clockIn(to, zone))
    ? `${start} ${offset}`
    : `${start} to ${end} ${offset}`;
}
