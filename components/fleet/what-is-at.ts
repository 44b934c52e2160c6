import { type FleetScene, placeOf, timeAt } from "@/components/fleet/fleet-scene";
import { dueSpan } from "@/lib/model/fleet/due-span";
import type { FleetConnectionLine } from "@/lib/model/fleet/fleet-lines";
import type { FleetMark } from "@/lib/model/fleet/fleet-timeline";
import { binWords, dueWords, gapWords, markWords } from "@/lib/model/fleet/fleet-words";
import type { Clock } from "@/lib/model/span-words";

/** A mark counts as pointed at within so many pixels. */
const NEAR = 4;

/** What stands at a place of a line, in words; null where nothing does. */
export function wordsAt(scene: FleetScene, place: number, x: number, clock: Clock): string | null {
  const line = scene.lines[place];
  if (!line || line.kind === "more") return null;
  const at = timeAt(scene, x);
  const found =
    line.kind === "group" ? groupWords(scene, line.key, at, clock) : laneWords(scene, line, x, clock);
  if (found) return found;
  const gap = scene.unseen.find(({ from, to }) => from <= at && at < to);
  return gap ? gapWords(gap, clock) : null;
}

function groupWords({ start, step, bins }: FleetScene, key: string, at: number, clock: Clock): string | null {
  const piece = Math.floor((at - start) / step);
  const bin = bins.get(key)?.find(([place]) => place === piece);
  const from = start + piece * step;
  return bin ? binWords(bin, { from, to: from + step }, clock) : null;
}

function laneWords(scene: FleetScene, line: FleetConnectionLine, x: number, clock: Clock): string | null {
  const mark = markNear(scene, line, x);
  if (mark) return markWords(mark, line.row.slow_ms ?? null, clock);
  const due = dueSpan(line.row);
  if (!due || due.to < scene.now) return null;
  const left = placeOf(scene, due.from);
  const right = Math.max(placeOf(scene, due.to), left + 6);
  return x >= left - NEAR && x <= right + NEAR ? dueWords(due, clock) : null;
}

/** The mark that is nearest to a place; failures before others, as they are drawn over them. */
function markNear(scene: FleetScene, { row }: FleetConnectionLine, x: number): FleetMark | null {
  let best: FleetMark | null = null;
  let least = NEAR + 1;
  for (const mark of scene.lanes.get(row.id) ?? []) {
    const left = placeOf(scene, mark.from);
    const right = Math.max(placeOf(scene, mark.to ?? scene.now), left + 2);
    const far = x < left ? left - x : x > right ? x - right : 0;
    const better = far < least || (far === least && mark.outcome === "failed");
    if (!better) continue;
    best = mark;
    least = far;
  }
  return best;
}

/** The places of what a line shows within the window, in order: to go from sync to sync by keys. */
export function stopsOf(scene: FleetScene, place: number): number[] {
  const line = scene.lines[place];
  if (!line || line.kind === "more") return [];
  const inSight = (x: number) => x >= 0 && x <= scene.width;
  if (line.kind === "group")
    return (scene.bins.get(line.key) ?? [])
      .map(([piece]) => placeOf(scene, scene.start + (piece + 0.5) * scene.step))
      .filter(inSight)
      .sort((a, b) => a - b);
  const due = dueSpan(line.row);
  return [
    ...(scene.lanes.get(line.row.id) ?? []).map((mark) =>
      placeOf(scene, mark.outcome === "failed" && mark.to !== null ? mark.to : mark.from),
    ),
    ...(due && due.to >= scene.now ? [placeOf(scene, due.from)] : []),
  ]
    .filter(inSight)
    .sort((a, b) => a - b);
}
