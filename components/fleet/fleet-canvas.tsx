"use client";
import { type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { cursorTime, type FleetActs, type FleetCursor, fleetKey } from "@/components/fleet/fleet-keys";
import type { FleetScene } from "@/components/fleet/fleet-scene";
import { FleetTip } from "@/components/fleet/fleet-tip";
import { lineName } from "@/components/fleet/line-name";
import { lineAt } from "@/components/fleet/line-tops";
import { paintFleet } from "@/components/fleet/paint-fleet";
import { wordsAt } from "@/components/fleet/what-is-at";
import { cx } from "@/components/ui/cx";
import { type FleetWindow, panned, zoomed } from "@/lib/model/fleet/fleet-window";
import { spanWords } from "@/lib/model/span-words";
import type { Zone } from "@/lib/model/zone";

/** Moved by less, a press is a click. */
const STILL = 4;

/** The lanes as a picture, moved by mouse, touch and keys; what is under the pointer or the cursor is said in words. */
export function FleetCanvas({
  scene,
  zone,
  cursor,
  help,
  ...acts
}: {
  scene: FleetScene;
  zone: Zone;
  cursor: FleetCursor | null;
  /** Id of the sentence that tells of the keys. */
  help: string;
} & FleetActs) {
  const { onCursor, onWindow, onOpen } = acts;
  const { width, height, window: shown, now } = scene;
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ x: number; window: FleetWindow } | null>(null);
  const [dragged, setDragged] = useState(false);
  const clock = { zone, now };
  const line = cursor ? scene.lines[cursor.line] : undefined;
  const said = cursor && !dragged ? wordsAt(scene, cursor.line, cursor.x, clock) : null;

  useLayoutEffect(() => {
    const element = canvas.current;
    const paint = element?.getContext("2d");
    if (!element || !paint) return;
    const ratio = devicePixelRatio || 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    paint.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintFleet(paint, scene);
  }, [scene, width, height]);

  const wheel = useEffectEvent((event: WheelEvent) => {
    const { clientX, deltaX, deltaY, ctrlKey, metaKey, shiftKey } = event;
    const left = canvas.current?.getBoundingClientRect().left ?? 0;
    const wide = Math.max(1, width);
    if (ctrlKey || metaKey) onWindow(zoomed(shown, Math.exp(deltaY / 300), (clientX - left) / wide, now));
    else if (shiftKey || Math.abs(deltaX) > Math.abs(deltaY))
      onWindow(panned(shown, (deltaX || deltaY) / wide, now));
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const element = canvas.current;
    // React listens to wheels passively, and this one must keep the page from zooming.
    const hear = (event: WheelEvent) => wheel(event);
    element?.addEventListener("wheel", hear, { passive: false });
    return () => element?.removeEventListener("wheel", hear);
  }, []);

  const at = (event: PointerEvent): FleetCursor => {
    const box = event.currentTarget.getBoundingClientRect();
    const y = event.clientY - box.top + scene.scroll;
    return { line: lineAt(scene.tops, y), x: event.clientX - box.left, by_key: false };
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!held.current) return onCursor(at(event));
    const far = event.clientX - held.current.x;
    if (!dragged && Math.abs(far) < STILL) return;
    if (!dragged) event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(true);
    onWindow(panned(held.current.window, -far / Math.max(1, width), now));
  };
  const release = (event: PointerEvent<HTMLCanvasElement>) => {
    const pressed = held.current !== null;
    held.current = null;
    setDragged(false);
    const under = scene.lines[at(event).line];
    if (pressed && !dragged && under) onOpen(under);
  };
  const drop = () => {
    held.current = null;
    setDragged(false);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes arrow keys, which a screen reader keeps to itself otherwise */}
      <canvas
        ref={canvas}
        role="application"
        aria-label="Syncs over time"
        aria-describedby={help}
        tabIndex={0}
        onKeyDown={(event) => {
          const act =
            event.ctrlKey || event.metaKey || event.altKey ? null : fleetKey(event, scene, cursor, acts);
          if (!act) return;
          event.preventDefault();
          act();
        }}
        onBlur={() => onCursor(null)}
        onPointerDown={(event) => {
          if (event.button === 0) held.current = { x: event.clientX, window: shown };
        }}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={drop}
        onPointerLeave={() => held.current ?? onCursor(null)}
        className={cx(
          "block touch-pan-y focus-visible:-outline-offset-2",
          dragged ? "cursor-grabbing" : "cursor-pointer",
        )}
        style={{ width, height }}
      />
      {cursor && line && said ? (
        <FleetTip scene={scene} cursor={cursor} name={lineName(line)} words={said} />
      ) : null}
      <span role="status" className="sr-only">
        {cursor?.by_key && line ? `${lineName(line)}: ${said ?? nothingAt(cursorTime(scene, cursor))}` : ""}
      </span>
    </>
  );

  function nothingAt(time: number): string {
    return `no sync at ${spanWords({ from: time, to: time }, clock)}`;
  }
}
