import { lineAt } from "@/components/fleet/line-tops";
import type { CanvasColours } from "@/components/ui/canvas-colours";
import type { RulerMark } from "@/lib/model/charts/ruler-marks";
import type { FleetLine } from "@/lib/model/fleet/fleet-lines";
import type { FleetBin, FleetMark } from "@/lib/model/fleet/fleet-timeline";
import type { FleetWindow } from "@/lib/model/fleet/fleet-window";
import type { Stretch } from "@/lib/model/observation";

/** All that a picture of the fleet is painted from. Lengths in pixels, times in epoch milliseconds. */
export interface FleetScene {
  width: number;
  height: number;
  scroll: number;
  lines: readonly FleetLine[];
  tops: Float64Array;
  window: FleetWindow;
  now: number;
  ruler: readonly RulerMark[];
  /** Of the groups' answer: where its pieces begin and how long they are. */
  start: number;
  step: number;
  bins: ReadonlyMap<string, readonly FleetBin[]>;
  /** Most syncs that ended in one piece of any group. */
  most: number;
  lanes: ReadonlyMap<string, readonly FleetMark[]>;
  unseen: readonly Stretch[];
  colours: CanvasColours;
  /** The line under the pointer or the keyboard; -1 for none. */
  active: number;
}

/** Where a time lies, in pixels from the left. */
export const placeOf = ({ window: { from, until }, width }: FleetScene, at: number): number =>
  ((at - from) / (until - from)) * width;

/** What time lies at a place. */
export const timeAt = ({ window: { from, until }, width }: FleetScene, x: number): number =>
  from + (x / Math.max(1, width)) * (until - from);

/** The lines in sight: the first, and the one after the last. */
export function linesInSight(tops: Float64Array, scroll: number, height: number) {
  const first = lineAt(tops, scroll);
  const end = Math.min(tops.length - 1, lineAt(tops, scroll + height) + 1);
  return { first, end };
}
