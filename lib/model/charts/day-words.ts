import type { SyncDay } from "@/lib/model/charts/sync-days";
import { countOf, figure, percentOf } from "@/lib/model/names";
import { duration } from "@/lib/model/time";
import { dayIn, type Zone } from "@/lib/model/zone";

/** How a day went, as far as anybody saw it. */
export type DayLook = "unseen" | "quiet" | "fine" | "some" | "many" | "most";

/** A day of which nobody saw more than this part is not said to have gone well. */
const UNSEEN = 0.5;

/** What a day looks like: worse the more of its syncs failed. What nobody saw is never fine. */
export function dayLook({ from, to, succeeded, failed, other, unseen_ms }: SyncDay, now: number): DayLook {
  const ended = succeeded + failed + other;
  const over = Math.min(to, now) - from;
  if (failed > 0) {
    const part = failed / ended;
    return part >= 0.5 ? "most" : part >= 0.1 ? "many" : "some";
  }
  if (over <= 0 || unseen_ms / over > UNSEEN) return "unseen";
  return ended === 0 ? "quiet" : "fine";
}

/** "18 Nov: 96 syncs, 3 failed (3.1 %), not observed for 2 h". Epoch milliseconds. */
export function dayWords(day: SyncDay, zone: Zone, now: number): string {
  const ended = day.succeeded + day.failed + day.other;
  const parts = [ended === 0 ? "no sync ended" : countOf(ended, "sync")];
  if (ended > 0)
    parts.push(
      day.failed > 0 ? `${figure(day.failed)} failed (${percentOf(day.failed, ended)})` : "none failed",
    );
  if (day.unseen_ms > 0) parts.push(`not observed for ${duration(day.unseen_ms)}`);
  return `${dayIn(day.from, zone, now)}: ${parts.join(", ")}`;
}
