"use client";
import { useMemo } from "react";
import type uPlot from "uplot";
import {
  drawNow,
  drawUnseen,
  type PlotFrame,
  timeAxis,
  valueAxis,
} from "@/components/connection-charts/plot-parts";
import { TimePlot } from "@/components/connection-charts/time-plot";
import type { DurationPoint } from "@/lib/model/charts/sync-durations";
import { countOf } from "@/lib/model/names";
import { duration } from "@/lib/model/time";
import { momentIn, type Zone } from "@/lib/model/zone";

const SECOND = 1_000;
const HEIGHT = 168;

/** In what the axis counts: one unit for all its figures. */
export function unitOf(most: number): { ms: number; word: string } {
  if (most < 120 * SECOND) return { ms: SECOND, word: "seconds" };
  if (most < 7_200 * SECOND) return { ms: 60 * SECOND, word: "minutes" };
  return { ms: 3_600 * SECOND, word: "hours" };
}

type Row = DurationPoint | { at: number; gap: true };

/** A line must not run across time that nobody saw. */
function withGaps(points: readonly DurationPoint[], { unseen }: PlotFrame): Row[] {
  const rows: Row[] = [];
  for (const point of points) {
    const last = rows.at(-1);
    const gap = last && unseen.find(({ from, to }) => from >= last.at && to <= point.at);
    if (gap) rows.push({ at: (gap.from + gap.to) / 2, gap: true });
    rows.push(point);
  }
  return rows;
}

/** How long the syncs took, with what was usual at the time as a band. */
export function DurationPlot({
  points,
  frame,
  zone,
}: {
  points: readonly DurationPoint[];
  frame: PlotFrame;
  zone: Zone;
}) {
  const rows = useMemo(() => withGaps(points, frame), [points, frame]);
  const most = points.reduce((top, { longest, p95 }) => Math.max(top, longest ?? 0, p95 ?? 0), 0);
  const unit = unitOf(most);
  const [options, data] = useMemo(() => {
    const { colours } = frame;
    const pick = (read: (point: DurationPoint) => number | null) =>
      rows.map((row) => ("gap" in row ? null : read(row)));
    const made: Omit<uPlot.Options, "legend"> = {
      width: frame.width,
      height: HEIGHT,
      padding: [8, 8, 0, 0],
      scales: {
        x: { time: false, range: [frame.from, frame.until] },
        y: { range: (_, __, top) => [0, Math.max(top * 1.1, unit.ms / 10)] },
      },
      axes: [
        timeAxis(frame, true),
        {
          ...valueAxis(frame, (ms) => trim(ms / unit.ms)),
          incrs: [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 240].map((it) => it * unit.ms),
        },
      ],
      series: [
        {},
        { stroke: "transparent", points: { show: false } },
        { stroke: colours["flow-strong"], dash: [4, 3], width: 1.25, points: { show: false } },
        {
          stroke: colours.accent,
          width: 1.5,
          spanGaps: false,
          points: { show: points.length < 40, size: 4, fill: colours.accent },
        },
      ],
      bands: [{ series: [1, 2], fill: colours.band }],
      hooks: { drawClear: [drawUnseen(frame)], draw: [failures(rows, frame), drawNow(frame)] },
    };
    const values: uPlot.AlignedData = [
      rows.map(({ at }) => at),
      pick(({ p95 }) => p95),
      pick(({ p50 }) => p50),
      pick(({ longest }) => longest),
    ];
    return [made, values];
  }, [rows, frame, unit.ms, points.length]);
  const wordsAt = (place: number): string[] | null => {
    const row = rows[place];
    return !row || "gap" in row ? null : pointWords(row, zone, frame.now);
  };
  return <TimePlot label={labelOf(points)} options={options} data={data} wordsAt={wordsAt} />;
}

const trim = (value: number): string => String(Math.round(value * 10) / 10);

/** Ticks at the foot where syncs failed. */
function failures(rows: readonly Row[], { colours }: PlotFrame): (plot: uPlot) => void {
  return ({ ctx: paint, bbox, valToPos }) => {
    const ratio = devicePixelRatio || 1;
    paint.fillStyle = colours["broken-fill"];
    for (const row of rows) {
      if ("gap" in row || row.failed === 0) continue;
      const x = valToPos(row.at, "x", true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      paint.fillRect(x - ratio, bbox.top + bbox.height - 14 * ratio, 2 * ratio, 14 * ratio);
    }
  };
}

/** "18 Nov 08:12 UTC", "9 m 24 s, 1.6 × p95", "1 failed". */
function pointWords(point: DurationPoint, zone: Zone, now: number): string[] {
  const { at, longest, p50, p95, succeeded, failed, other } = point;
  const all = succeeded + failed + other;
  const usual = p50 === null || p95 === null ? [] : [`usual ${duration(p50)}, p95 ${duration(p95)}`];
  return [
    momentIn(at, zone, now),
    longest === null
      ? "no length known"
      : `${all > 1 ? `the longest of ${countOf(all, "sync")}: ` : ""}${duration(longest)}`,
    ...usual,
    ...(failed > 0 ? [`${countOf(failed, "sync")} failed`] : []),
  ];
}

function labelOf(points: readonly DurationPoint[]): string {
  const timed = points.filter(({ longest }) => longest !== null);
  const last = points.findLast(({ p50 }) => p50 !== null);
  if (timed.length === 0) return "Duration of syncs: none whose length is known";
  const most = timed.reduce((top, { longest }) => Math.max(top, longest ?? 0), 0);
  const usual = last ? `, usual ${duration(last.p50 ?? 0)}, p95 ${duration(last.p95 ?? 0)}` : "";
  return `Duration of syncs: the longest ${duration(most)}${usual}`;
}
