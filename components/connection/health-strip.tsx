"use client";
import { useId } from "react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import { HatchPattern } from "@/components/ui/hatch-pattern";
import type { Health } from "@/lib/model/health";
import type { HealthOverTime } from "@/lib/model/health-over-time";
import { dayIn, midnightsIn, type Zone } from "@/lib/model/zone";

const HEIGHT = 38;
const HOUR = 3_600_000;

/** How tall and in which colour: what needs a person stands out without colour as well. */
const BARS: Record<Health, { y: number; className: string }> = {
  healthy: { y: 18, className: "fill-[var(--flow)]" },
  syncing: { y: 18, className: "fill-[var(--syncing-fill)]" },
  paused: { y: 28, className: "fill-[var(--paused-fill)]" },
  incomplete: { y: 24, className: "fill-[var(--incomplete-fill)]" },
  delayed: { y: 10, className: "fill-[var(--delayed-fill)]" },
  broken: { y: 4, className: "fill-[var(--broken-fill)]" },
  unknown: { y: 18, className: "fill-[var(--unknown-fill)]" },
};

/** The health over a range as bars, hours with failed syncs as ticks, time nobody observed as hatch. */
export function HealthStrip({ data, zone, label }: { data: HealthOverTime; zone: Zone; label: string }) {
  const hatch = useId();
  const long = data.until - data.from;
  const percent = (ms: number) => `${((ms / long) * 100).toFixed(3)}%`;
  const midnights = midnightsIn(data.from, data.until, zone);
  // A name needs room at its right, on a phone more of the range.
  const named = midnights.filter((at) => data.until - at > long / 11);
  const onPhone = (at: number, index: number) => index % 3 === 0 && data.until - at > long / 7;
  return (
    <div className="@container">
      <svg role="img" aria-label={label} height={HEIGHT + 20} className="w-full">
        <defs>
          <HatchPattern id={hatch} size={6} />
        </defs>
        {midnights.map((at) => (
          <line
            key={at}
            x1={percent(at - data.from)}
            x2={percent(at - data.from)}
            y1="0"
            y2={HEIGHT + 4}
            className="stroke-[var(--line)]"
          />
        ))}
        {data.segments.map(({ from, to, health }) => (
          <rect
            key={from}
            x={percent(from - data.from)}
            width={percent(to - from)}
            y={health === null ? 0 : BARS[health].y}
            height={HEIGHT - (health === null ? 0 : BARS[health].y)}
            className={health === null ? undefined : BARS[health].className}
            fill={health === null ? `url(#${hatch})` : undefined}
          />
        ))}
        {data.hours
          .filter((hour) => hour.failed > 0)
          .map(({ at }) => (
            <rect
              key={at}
              x={percent(Math.max(0, at - data.from))}
              width={percent(HOUR)}
              y="0"
              height={HEIGHT}
              className="fill-[var(--broken-fill)]"
            />
          ))}
        {named.map((at, index) => (
          <text
            key={at}
            x={percent(at - data.from)}
            y={HEIGHT + 16}
            dx="4"
            className={cx("fill-[var(--ink-3)] text-2xs", !onPhone(at, index) && "@max-[640px]:hidden")}
          >
            {dayIn(at, zone, data.until)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** What the colours of the bars stand for, as far as they occur. */
export function StripLegend({ data }: { data: HealthOverTime }) {
  const shown = new Set(data.segments.map((segment) => segment.health));
  const healths = (Object.keys(BARS) as Health[]).filter((health) => shown.has(health));
  const failed = data.hours.some((hour) => hour.failed > 0);
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-2xs text-ink-2">
      {healths.map((health) => (
        <Mark key={health} className={BARS[health].className} word={HEALTH_LOOK[health].word} />
      ))}
      {failed ? <Mark className="fill-[var(--broken-fill)]" word="Failed in that hour" narrow /> : null}
      {shown.has(null) ? (
        <li className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className="hatch h-2.5 w-3.5 border border-line-strong" /> Not observed
        </li>
      ) : null}
    </ul>
  );
}

function Mark({ className, word, narrow = false }: { className: string; word: string; narrow?: boolean }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width={narrow ? 4 : 12} height="10">
        <rect width="100%" height="10" rx="1" className={className} />
      </svg>
      {word}
    </li>
  );
}
