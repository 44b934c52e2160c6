import { type FleetScene, linesInSight, placeOf } from "@/components/fleet/fleet-scene";
import { heightOf } from "@/components/fleet/line-tops";
import { dueSpan } from "@/lib/model/fleet/due-span";
import type { FleetLine } from "@/lib/model/fleet/fleet-lines";
import type { FleetMark } from "@/lib/model/fleet/fleet-timeline";
import { isSlow } from "@/lib/model/fleet/fleet-words";

/** A mark is never narrower, so that a short sync can be seen. */
const LEAST_WIDTH = 2;
const BAR = { top: 8, height: 12 };
/** Taller, so that it is read without colour. */
const FAILED = { top: 4, height: 20, least: 3 };

/** Paints the lines in sight. */
export function paintFleet(paint: CanvasRenderingContext2D, scene: FleetScene): void {
  const { width, height, scroll, lines, tops, colours } = scene;
  paint.clearRect(0, 0, width, height);
  const { first, end } = linesInSight(tops, scroll, height);
  for (let place = first; place < end; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const top = (tops[place] ?? 0) - scroll;
    if (line.kind === "group" || place === scene.active) {
      paint.globalAlpha = place === scene.active ? 1 : 0.55;
      paint.fillStyle = place === scene.active ? colours.hover : colours.sunken;
      paint.fillRect(0, top, width, heightOf(line));
      paint.globalAlpha = 1;
    }
  }
  paintGrid(paint, scene);
  for (let place = first; place < end; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const top = (tops[place] ?? 0) - scroll;
    if (line.kind !== "more") paintUnseen(paint, scene, top, heightOf(line));
    if (line.kind === "group") paintGroup(paint, scene, line.key, top);
    else if (line.kind === "connection") paintLane(paint, scene, line, top);
    if (line.kind === "group" && place > 0) {
      paint.fillStyle = colours.line;
      paint.fillRect(0, top, width, 1);
    }
  }
  paint.fillStyle = colours.accent;
  paint.fillRect(placeOf(scene, scene.now) - 0.75, 0, 1.5, height);
}

function paintGrid(paint: CanvasRenderingContext2D, scene: FleetScene): void {
  const { width, height, colours, now } = scene;
  const ahead = Math.max(0, placeOf(scene, now));
  paint.globalAlpha = 0.5;
  paint.fillStyle = colours.sunken;
  paint.fillRect(ahead, 0, Math.max(0, width - ahead), height);
  paint.globalAlpha = 0.7;
  paint.fillStyle = colours.line;
  for (const { at } of scene.ruler) paint.fillRect(Math.round(placeOf(scene, at)), 0, 1, height);
  paint.globalAlpha = 1;
}

function paintUnseen(paint: CanvasRenderingContext2D, scene: FleetScene, top: number, height: number): void {
  for (const { from, to } of scene.unseen) {
    const left = Math.max(0, placeOf(scene, from));
    const right = Math.min(scene.width, placeOf(scene, to));
    if (right - left < 0.5) continue;
    paint.save();
    paint.beginPath();
    paint.rect(left, top + 3, right - left, height - 6);
    paint.clip();
    paint.strokeStyle = scene.colours["unknown-fill"];
    paint.globalAlpha = 0.45;
    paint.lineWidth = 1;
    paint.beginPath();
    // The lines keep their places when the picture moves along.
    const shift = left - (left % 6);
    for (let x = shift - height; x < right; x += 6) {
      paint.moveTo(x, top + height);
      paint.lineTo(x + height, top);
    }
    paint.stroke();
    paint.restore();
  }
}

function paintGroup(paint: CanvasRenderingContext2D, scene: FleetScene, key: string, top: number): void {
  const { start, step, colours, most } = scene;
  const wide = placeOf(scene, start + step) - placeOf(scene, start);
  const gap = wide > 4 ? 1 : 0;
  for (const [piece, succeeded, failed, other] of scene.bins.get(key) ?? []) {
    const left = placeOf(scene, start + piece * step);
    if (left + wide < 0 || left > scene.width) continue;
    const all = succeeded + failed + other;
    const tall = 3 + 19 * Math.sqrt(all / Math.max(1, most));
    paint.fillStyle = succeeded > 0 || failed > 0 ? colours.flow : colours["paused-fill"];
    bar(paint, left, top + 28 - tall, Math.max(LEAST_WIDTH, wide - gap), tall, 1);
    if (failed === 0) continue;
    paint.fillStyle = colours["broken-fill"];
    // Taller, and the wider the more of them failed: one in two hundred must not look like all.
    const share = Math.sqrt(failed / all) * (wide - gap);
    bar(paint, left, top + 4, Math.max(LEAST_WIDTH, share), 24, 1);
  }
}

type Lane = Extract<FleetLine, { kind: "connection" }>;

function paintLane(paint: CanvasRenderingContext2D, scene: FleetScene, { row }: Lane, top: number): void {
  const { colours, now } = scene;
  const marks = scene.lanes.get(row.id) ?? [];
  for (const mark of marks)
    if (mark.outcome !== "failed") paintMark(paint, scene, mark, row.slow_ms ?? null, top);
  for (const mark of marks) if (mark.outcome === "failed") paintMark(paint, scene, mark, null, top);
  const due = dueSpan(row);
  if (!due || due.to < now) return;
  const left = placeOf(scene, due.from);
  if (left > scene.width) return;
  paint.strokeStyle = colours["line-control"];
  paint.setLineDash([2, 2]);
  paint.lineWidth = 1;
  const wide = Math.max(6, placeOf(scene, due.to) - left);
  paint.strokeRect(left + 0.5, top + BAR.top + 0.5, wide - 1, BAR.height - 1);
  paint.setLineDash([]);
}

function paintMark(
  paint: CanvasRenderingContext2D,
  scene: FleetScene,
  mark: FleetMark,
  slow_ms: number | null,
  top: number,
): void {
  const left = Math.max(-4, placeOf(scene, mark.from));
  const right = Math.min(scene.width + 4, placeOf(scene, mark.to ?? scene.now));
  if (right < 0 || left > scene.width) return;
  const { colours } = scene;
  if (mark.outcome === "failed") {
    paint.fillStyle = colours["broken-fill"];
    // A failure is where it ended; what ran before it is told by the thin line.
    const at = Math.max(left, right - FAILED.least);
    paint.fillRect(left, top + BAR.top + 4, Math.max(0, at - left), 4);
    bar(paint, at, top + FAILED.top, Math.max(FAILED.least, right - at), FAILED.height, 1);
    return;
  }
  paint.fillStyle =
    mark.outcome === "running"
      ? colours["syncing-fill"]
      : mark.outcome === "other"
        ? colours["paused-fill"]
        : isSlow(mark, slow_ms)
          ? colours["delayed-fill"]
          : colours.flow;
  bar(paint, left, top + BAR.top, Math.max(LEAST_WIDTH, right - left), BAR.height, 1.5);
}

function bar(
  paint: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  radius: number,
): void {
  paint.beginPath();
  paint.roundRect(left, top, width, height, Math.min(radius, width / 2));
  paint.fill();
}
