"use client";
import { useMemo } from "react";
import uPlot from "uplot";
import {
  drawNow,
  drawUnseen,
  type PlotFrame,
  timeAxis,
  valueAxis,
} from "@/components/connection-charts/plot-parts";
import { TimePlot } from "@/components/connection-charts/time-plot";
import { failureRates } from "@/lib/model/charts/failure-rates";
import { type DurationPoint, durationTotals } from "@/lib/model/charts/sync-durations";
import { timelineStep } from "@/lib/model/charts/timeline-step";
import { countOf, figure, percentOf } from "@/lib/model/names";
import { spanWords } from "@/lib/model/span-words";
import type { Zone } from "@/lib/model/zone";

const HEIGHT = 76;
/** A bar, in pixels. */
const BAR = 20;

/** What part of the syncs failed. */
export function RatePlot({
  points,
  frame,
  zone,
}: {
  points: readonly DurationPoint[];
  frame: PlotFrame;
  zone: Zone;
}) {
  const step = timelineStep(frame.until - frame.from, frame.width / BAR);
  const rates = useMemo(() => failureRates(points, step), [points, step]);
  const [options, data] = useMemo(() => {
    const wide = ((frame.width - 60) * step) / (frame.until - frame.from);
    const made: Omit<uPlot.Options, "legend"> = {
      width: frame.width,
      height: HEIGHT,
      padding: [8, 8, 0, 0],
      scales: { x: { time: false, range: [frame.from, frame.until] }, y: { range: [0, 1] } },
      axes: [
        timeAxis(frame, false),
        { ...valueAxis(frame, (part) => `${Math.round(part * 100)} %`), splits: () => [0, 0.5, 1] },
      ],
      series: [
        {},
        {
          fill: frame.colours["broken-fill"],
          stroke: "transparent",
          width: 0,
          paths: uPlot.paths.bars?.({ size: [1, Math.max(2, wide - 2)] }),
          points: { show: false },
        },
      ],
      hooks: { drawClear: [drawUnseen(frame)], draw: [drawNow(frame)] },
    };
    const values: uPlot.AlignedData = [
      rates.map(({ from, to }) => (from + to) / 2),
      rates.map(({ ended, failed }) => failed / ended),
    ];
    return [made, values];
  }, [frame, rates, step]);
  const { ended, failed } = durationTotals(points);
  const wordsAt = (place: number): string[] | null => {
    const rate = rates[place];
    if (!rate) return null;
    const share = `${figure(rate.failed)} of ${countOf(rate.ended, "sync")} failed (${percentOf(rate.failed, rate.ended)})`;
    return [spanWords(rate, { zone, now: frame.now }), share];
  };
  return (
    <TimePlot
      label={`Failure rate: ${percentOf(failed, ended)} of ${countOf(ended, "sync")}`}
      options={options}
      data={data}
      wordsAt={wordsAt}
    />
  );
}
