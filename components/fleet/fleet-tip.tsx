"use client";
import type { FleetCursor } from "@/components/fleet/fleet-keys";
import type { FleetScene } from "@/components/fleet/fleet-scene";
import { heightOf } from "@/components/fleet/line-tops";

const WIDE = 260;
const TALL = 44;

/** What is under the pointer or the cursor, beside it. */
export function FleetTip({
  scene,
  cursor,
  name,
  words,
}: {
  scene: FleetScene;
  cursor: FleetCursor;
  name: string;
  words: string;
}) {
  const line = scene.lines[cursor.line];
  const top = (scene.tops[cursor.line] ?? 0) - scene.scroll;
  const below = top + (line ? heightOf(line) : 0) + 4;
  const fits = below + TALL < scene.height;
  const wide = Math.min(WIDE, scene.width);
  const left = Math.min(Math.max(cursor.x - 24, 0), Math.max(0, scene.width - wide));
  return (
    <div
      aria-hidden="true"
      style={{ left, maxWidth: wide, ...(fits ? { top: below } : { bottom: scene.height - top + 4 }) }}
      className="pointer-events-none absolute z-10 grid gap-0.5 rounded-2 bg-inverse px-2.5 py-1.5 text-inverse-ink text-xs shadow-pop"
    >
      <bdi className="mono truncate font-medium">{name}</bdi>
      <span className="text-inverse-ink-2">{words}</span>
    </div>
  );
}
