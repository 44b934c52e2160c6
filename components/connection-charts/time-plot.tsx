"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

interface Tip {
  left: number;
  words: readonly string[];
}

const WIDE = 240;

/** A picture over time; what the pointer is nearest to is said in words. */
export function TimePlot({
  label,
  options,
  data,
  wordsAt,
}: {
  /** What the picture shows, in words. */
  label: string;
  options: Omit<uPlot.Options, "legend">;
  data: uPlot.AlignedData;
  /** Of the place in the data; null says nothing. */
  wordsAt: (place: number) => readonly string[] | null;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const point = useEffectEvent(({ cursor }: uPlot) => {
    const { idx, left = -1 } = cursor;
    const words = idx === null || idx === undefined || left < 0 ? null : wordsAt(idx);
    setTip(words && { left: left + 52, words });
  });
  useEffect(() => {
    if (!holder.current) return;
    const plot = new uPlot(
      {
        ...options,
        legend: { show: false },
        cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
        hooks: { ...options.hooks, setCursor: [(it) => point(it)] },
      },
      data,
      holder.current,
    );
    return () => plot.destroy();
  }, [options, data]);
  const room = options.width;
  return (
    <div className="relative" style={{ height: options.height }}>
      <div ref={holder} role="img" aria-label={label} className="absolute inset-0 overflow-hidden" />
      {tip ? (
        <div
          aria-hidden="true"
          style={{ left: Math.min(Math.max(tip.left - WIDE / 2, 0), Math.max(0, room - WIDE)), width: WIDE }}
          className="pointer-events-none absolute top-1 z-10 grid justify-center"
        >
          <span className="grid gap-0.5 rounded-2 bg-inverse px-2.5 py-1.5 text-inverse-ink-2 text-xs shadow-pop [&>*:first-child]:text-inverse-ink">
            {tip.words.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        </div>
      ) : null}
    </div>
  );
}
