import type { FleetBin, FleetMark } from "@/lib/model/fleet/fleet-timeline";
import { countOf, figure } from "@/lib/model/names";
import type { Stretch } from "@/lib/model/observation";
import { type Clock, spanWords } from "@/lib/model/span-words";
import { duration } from "@/lib/model/time";

const DONE: Record<FleetMark["outcome"], string> = {
  succeeded: "Synced",
  failed: "Failed",
  running: "Running since",
  other: "Ended without an outcome",
};

const MANY: Record<FleetMark["outcome"], string> = {
  succeeded: "ended well",
  failed: "failed",
  running: "are running",
  other: "ended without an outcome",
};

/** What a mark is, as one reads it: "Synced 04:12 to 04:16 UTC, 3 m 42 s". */
export function markWords(mark: FleetMark, slow_ms: number | null, clock: Clock): string {
  const { outcome, from, to, count, longest_ms } = mark;
  const span = spanWords({ from, to: to ?? from }, clock);
  if (count > 1) {
    const longest = longest_ms === null ? "" : `, the longest ${duration(longest_ms)}`;
    return `${countOf(count, "sync")} ${MANY[outcome]}, ${span}${longest}`;
  }
  if (to === null) return `${DONE.running} ${span}`;
  const about = mark.exact ? "" : ", times as they were seen";
  if (longest_ms === null) return `${DONE[outcome]}, ended ${spanWords({ from: to, to }, clock)}${about}`;
  const slow = outcome === "succeeded" && isSlow(mark, slow_ms) ? ", slower than usual" : "";
  return `${DONE[outcome]} ${span}, ${duration(longest_ms)}${slow}${about}`;
}

/** Whether a sync took longer than what only one in twenty of its connection takes. */
export function isSlow({ longest_ms }: FleetMark, slow_ms: number | null): boolean {
  return slow_ms !== null && longest_ms !== null && longest_ms > slow_ms;
}

/** "14 syncs ended 04:00 to 04:15 UTC, 2 failed". */
export function binWords([, succeeded, failed, other]: FleetBin, piece: Stretch, clock: Clock): string {
  const parts = [
    `${countOf(succeeded + failed + other, "sync")} ended ${spanWords(piece, clock)}`,
    failed > 0 ? `${figure(failed)} failed` : "none failed",
  ];
  if (other > 0) parts.push(`${figure(other)} without an outcome`);
  return parts.join(", ");
}

export const gapWords = (gap: Stretch, clock: Clock): string => `Nobody looked ${spanWords(gap, clock)}`;

export const dueWords = (due: Stretch, clock: Clock): string =>
  `Next sync by ${spanWords({ from: due.from, to: due.from }, clock)}, an estimate`;
