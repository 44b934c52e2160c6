"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { FleetCanvas } from "@/components/fleet/fleet-canvas";
import type { FleetCursor } from "@/components/fleet/fleet-keys";
import { FleetNames } from "@/components/fleet/fleet-names";
import { FleetRuler } from "@/components/fleet/fleet-ruler";
import { type FleetScene, linesInSight } from "@/components/fleet/fleet-scene";
import { lineTops } from "@/components/fleet/line-tops";
import { useFleetLanes } from "@/components/fleet/use-fleet-lanes";
import { useCanvasColours } from "@/components/ui/canvas-colours";
import { cx } from "@/components/ui/cx";
import { Note } from "@/components/ui/note";
import { rulerMarks } from "@/lib/model/charts/ruler-marks";
import { timelineAsk } from "@/lib/model/charts/timeline-step";
import type { FleetLine } from "@/lib/model/fleet/fleet-lines";
import type { FleetGroups } from "@/lib/model/fleet/fleet-timeline";
import type { FleetWindow } from "@/lib/model/fleet/fleet-window";
import type { Zone } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";

/** Room for so many pixels of lines; more are scrolled to. */
const TALLEST = 460;
/** Lines drawn beyond those in sight, so that focus may go there. */
const BESIDE = 6;
/** Room for the name of a time. */
const MARK_WIDTH = 64;
/** A piece of a lane, in pixels. */
const LANE_PIECE = 1.5;

/** Names beside lanes; where the lines scroll, what stands above them leaves as much room for the bar. */
export function laneFrame(lines: readonly FleetLine[]): string {
  const scrolls = (lineTops(lines).at(-1) ?? 0) > TALLEST;
  return cx("fleet-columns", scrolls && "overflow-hidden [scrollbar-gutter:stable] [scrollbar-width:thin]");
}

/** The rows of the fleet with their syncs over time. */
export function FleetChart({
  lines,
  groups,
  window: shown,
  now,
  zone,
  width,
  help,
  serviceOf,
  onWindow,
  onRecent,
  onToggle,
  onWhole,
  onConnection,
}: {
  lines: readonly FleetLine[];
  groups: FleetGroups;
  window: FleetWindow;
  now: number;
  zone: Zone;
  /** Of the lanes, in pixels. */
  width: number;
  help: string;
  serviceOf: (id: string) => string;
  onWindow: (window: FleetWindow) => void;
  onRecent: () => void;
  onToggle: (key: string) => void;
  /** Lists all connections of a group. */
  onWhole: (key: string) => void;
  onConnection: (id: string) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const [cursor, setCursor] = useState<FleetCursor | null>(null);
  const colours = useCanvasColours();
  const tops = useMemo(() => lineTops(lines), [lines]);
  const total = tops.at(-1) ?? 0;
  const height = Math.min(total, TALLEST);
  const scroll = Math.min(scrolled, Math.max(0, total - height));
  const sight = linesInSight(tops, scroll, height);
  const drawn = { first: Math.max(0, sight.first - BESIDE), end: Math.min(lines.length, sight.end + BESIDE) };
  const { lanes, error } = useFleetLanes(lines, drawn, timelineAsk(shown, width / LANE_PIECE));
  const bins = useMemo(() => new Map(groups.groups.map(({ key, bins }) => [key, bins])), [groups]);
  const most = useMemo(
    () =>
      groups.groups.reduce(
        (top, { bins }) => bins.reduce((a, [, b, c, d]) => Math.max(a, b + c + d), top),
        0,
      ),
    [groups],
  );
  const ruler = rulerMarks(shown.from, shown.until, zone, width / MARK_WIDTH, now);
  // A line that is gone has no cursor.
  const held = cursor && cursor.line < lines.length ? cursor : null;
  const scene: FleetScene = {
    width,
    height,
    scroll,
    lines,
    tops,
    window: shown,
    now,
    ruler,
    start: groups.from,
    step: groups.step,
    bins,
    most,
    lanes,
    unseen: groups.unseen,
    colours,
    active: held?.line ?? -1,
  };
  // What a list of another grouping was scrolled to says nothing of this one.
  useEffect(() => {
    const kept = scroller.current?.scrollTop ?? 0;
    if (kept > total - height) setScrolled(Math.max(0, total - height));
  }, [total, height]);
  return (
    <>
      {error ? (
        <div className="p-3">
          <Note tone="unknown" role="status">
            Some rows could not be read. {messageOf(error)}
          </Note>
        </div>
      ) : null}
      <div className={cx(laneFrame(lines), "border-line border-b")}>
        <span className="self-center truncate border-line border-r px-3 text-2xs text-ink-3">Connection</span>
        <FleetRuler marks={ruler} window={shown} now={now} zone={zone} width={width} />
      </div>
      <div
        ref={scroller}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
        style={{ height }}
        className="overflow-y-auto overflow-x-hidden [scrollbar-width:thin]"
      >
        <div className="fleet-columns items-start" style={{ height: total }}>
          <div className="relative h-full border-line border-r">
            <FleetNames
              lines={lines}
              tops={tops}
              first={drawn.first}
              end={drawn.end}
              active={scene.active}
              serviceOf={serviceOf}
              onToggle={onToggle}
              onWhole={onWhole}
            />
          </div>
          <div className="sticky top-0" style={{ height }}>
            <FleetCanvas
              scene={scene}
              zone={zone}
              cursor={held}
              help={help}
              onCursor={setCursor}
              onWindow={onWindow}
              onRecent={onRecent}
              onOpen={(line) => {
                if (line.kind === "group") onToggle(line.key);
                else if (line.kind === "more") onWhole(line.key);
                else onConnection(line.row.id);
              }}
              onShow={(line) => {
                const element = scroller.current;
                if (!element) return;
                const top = tops[line] ?? 0;
                const bottom = tops[line + 1] ?? top;
                if (top < element.scrollTop) element.scrollTop = top;
                else if (bottom > element.scrollTop + height) element.scrollTop = bottom - height;
              }}
            />
          </div>
        </div>
      </div>
    </>
  );
}
