import { type FleetScene, timeAt } from "@/components/fleet/fleet-scene";
import { lineAt } from "@/components/fleet/line-tops";
import { stopsOf } from "@/components/fleet/what-is-at";
import type { FleetLine } from "@/lib/model/fleet/fleet-lines";
import { type FleetWindow, panned, zoomed } from "@/lib/model/fleet/fleet-window";

/** What the pointer or the keyboard is on: a place of a line. */
export interface FleetCursor {
  line: number;
  x: number;
  /** Then it is also said aloud. */
  by_key: boolean;
}

export interface FleetActs {
  onCursor: (cursor: FleetCursor | null) => void;
  onWindow: (window: FleetWindow) => void;
  /** Back to the range that moves along. */
  onRecent: () => void;
  onOpen: (line: FleetLine) => void;
  /** Brings a line into sight. */
  onShow: (line: number) => void;
}

const ZOOM = 1.5;
const PAGE = 10;

/** What a key does to the picture; null for a key that is not its own. */
export function fleetKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  scene: FleetScene,
  cursor: FleetCursor | null,
  { onCursor, onWindow, onRecent, onOpen, onShow }: FleetActs,
): (() => void) | null {
  const { window, now, width, lines } = scene;
  const last = lines.length - 1;
  const line = Math.min(cursor?.line ?? lineAt(scene.tops, scene.scroll), last);
  const x = Math.min(cursor?.x ?? width / 2, width);
  const zoom = (factor: number) => () =>
    onWindow(zoomed(window, factor, cursor ? x / Math.max(1, width) : 0.5, now));
  const pan = (part: number) => () => onWindow(panned(window, part, now));
  const go = (by: number) => () => {
    // The first press shows where the cursor is.
    const next = cursor ? Math.min(Math.max(line + by, 0), last) : line;
    onCursor({ line: next, x, by_key: true });
    onShow(next);
  };
  const step = (side: 1 | -1) => () => {
    const stops = stopsOf(scene, line);
    const next = side > 0 ? stops.find((it) => it > x + 1) : stops.findLast((it) => it < x - 1);
    onCursor({ line, x: next ?? x, by_key: true });
  };
  switch (key) {
    case "ArrowLeft":
      return shiftKey ? step(-1) : pan(-1 / 8);
    case "ArrowRight":
      return shiftKey ? step(1) : pan(1 / 8);
    case "ArrowUp":
      return go(-1);
    case "ArrowDown":
      return go(1);
    case "PageUp":
      return go(-PAGE);
    case "PageDown":
      return go(PAGE);
    case "+":
    case "=":
      return zoom(1 / ZOOM);
    case "-":
      return zoom(ZOOM);
    case "Home":
      return pan(-1);
    case "End":
      return onRecent;
    case "Escape":
      return cursor ? () => onCursor(null) : null;
    case "Enter": {
      const chosen = lines[line];
      return cursor && chosen ? () => onOpen(chosen) : null;
    }
    default:
      return null;
  }
}

/** The time under a cursor, epoch milliseconds. */
export const cursorTime = (scene: FleetScene, { x }: FleetCursor): number => timeAt(scene, x);
