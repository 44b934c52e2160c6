"use client";
import { useMemo } from "react";
import { DurationPlot, unitOf } from "@/components/connection-charts/duration-plot";
import type { PlotFrame } from "@/components/connection-charts/plot-parts";
import { RatePlot } from "@/components/connection-charts/rate-plot";
import { useCanvasColours } from "@/components/ui/canvas-colours";
import { rulerMarks } from "@/lib/model/charts/ruler-marks";
import type { SyncDurations } from "@/lib/model/charts/sync-durations";
import type { Zone } from "@/lib/model/zone";

/** Room for the name of a time. */
const MARK_WIDTH = 72;

/** Both pictures over the same range. */
export function DurationCharts({
  data,
  from,
  until,
  zone,
  now,
  width,
}: {
  data: SyncDurations;
  from: number;
  until: number;
  zone: Zone;
  now: number;
  width: number;
}) {
  const colours = useCanvasColours();
  const points = useMemo(
    () => data.points.filter(({ at }) => at >= from && at < until),
    [data.points, from, until],
  );
  const frame = useMemo(
    (): PlotFrame => ({
      from,
      until,
      now,
      width,
      ruler: rulerMarks(from, until, zone, width / MARK_WIDTH, now),
      unseen: data.unseen,
      colours,
    }),
    [from, until, now, width, zone, data.unseen, colours],
  );
  const most = points.reduce((top, { longest, p95 }) => Math.max(top, longest ?? 0, p95 ?? 0), 0);
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h3 className="font-medium text-xs">
            Duration <span className="font-normal text-ink-3">{unitOf(most).word}</span>
          </h3>
          <Legend />
        </div>
        <DurationPlot points={points} frame={frame} zone={zone} />
      </div>
      <div className="grid gap-1">
        <h3 className="font-medium text-xs">Failure rate</h3>
        <RatePlot points={points} frame={frame} zone={zone} />
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-2xs text-ink-2">
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="h-0.5 w-3.5 bg-accent" /> Sync
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="w-3.5 border-flow-strong border-t-2 border-dashed" /> p50
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="h-2.5 w-3.5 rounded-1 border border-line bg-(--band)" /> p50 to
        p95
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="h-2.5 w-1 bg-(--broken-fill)" /> Failed
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="hatch h-2.5 w-3.5 border border-line-strong" /> Not observed
      </li>
    </ul>
  );
}
