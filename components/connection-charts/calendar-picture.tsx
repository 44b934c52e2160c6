"use client";
import { useId, useState } from "react";
import { cx } from "@/components/ui/cx";
import { HatchPattern } from "@/components/ui/hatch-pattern";
import { type DayLook, dayLook, dayWords } from "@/lib/model/charts/day-words";
import { type SyncDay, WEEKS } from "@/lib/model/charts/sync-days";
import { dayIn, type Zone } from "@/lib/model/zone";

const LOOKS: Record<DayLook, { word: string; className: string }> = {
  fine: { word: "None failed", className: "fill-[var(--flow)]" },
  some: { word: "Under 10 % failed", className: "fill-[var(--delayed-fill)]" },
  many: {
    word: "10 to 50 %",
    className: "fill-[color-mix(in_srgb,var(--broken-fill)_65%,var(--delayed-fill))]",
  },
  most: { word: "Half or more", className: "fill-[var(--broken-fill)]" },
  quiet: { word: "No sync", className: "fill-[var(--pressed)]" },
  unseen: { word: "Not observed", className: "" },
};

const CELL = 18;
const GAP = 3;
const LEFT = 30;
const TOP = 18;
const NAMED = ["Mon", "", "Wed", "", "Fri", "", "Sun"];

/** A square for each day, a column for each week; the part of a day that nobody saw is hatched. */
export function CalendarPicture({ days, zone, now }: { days: readonly SyncDay[]; zone: Zone; now: number }) {
  const hatch = useId();
  const [told, setTold] = useState<SyncDay | null>(null);
  const width = LEFT + WEEKS * (CELL + GAP);
  const height = TOP + 7 * (CELL + GAP);
  const shown = new Set(days.map((day) => dayLook(day, now)));
  const failing = days.filter(({ failed }) => failed > 0).length;
  const label = `${days.length} days: syncs failed on ${failing}, not observed ${
    days.filter((day) => dayLook(day, now) === "unseen").length
  }`;
  return (
    <>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        className="w-full max-w-[340px]"
        onPointerLeave={() => setTold(null)}
      >
        <defs>
          <HatchPattern id={hatch} size={5} />
        </defs>
        {NAMED.map((name, place) =>
          name ? (
            <text
              key={name}
              x="0"
              y={TOP + place * (CELL + GAP) + 13}
              className="fill-[var(--ink-3)] text-2xs"
            >
              {name}
            </text>
          ) : null,
        )}
        {days.map((day, place) => {
          const look = dayLook(day, now);
          const week = Math.floor(place / 7);
          const x = LEFT + week * (CELL + GAP);
          const y = TOP + (place % 7) * (CELL + GAP);
          return (
            <g key={day.from} onPointerEnter={() => setTold(day)}>
              {place % 28 === 0 && week < WEEKS - 1 ? (
                <text x={x} y="10" className="fill-[var(--ink-3)] text-2xs">
                  {dayIn(day.from, zone, now)}
                </text>
              ) : null}
              <rect
                x={x}
                y={y}
                width={CELL}
                height={CELL}
                rx="3"
                className={cx(
                  LOOKS[look].className,
                  day === told ? "stroke-2 stroke-[var(--accent)]" : "stroke-1 stroke-[var(--line)]",
                )}
                fill={look === "unseen" ? `url(#${hatch})` : undefined}
              />
            </g>
          );
        })}
      </svg>
      <p className="min-h-4 text-ink-2 text-xs">{told ? dayWords(told, zone, now) : null}</p>
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-2xs text-ink-2">
        {(Object.keys(LOOKS) as DayLook[])
          .filter((look) => shown.has(look))
          .map((look) => (
            <li key={look} className="inline-flex items-center gap-1.5">
              {look === "unseen" ? (
                <span aria-hidden="true" className="hatch size-2.5 border border-line-strong" />
              ) : (
                <svg aria-hidden="true" width="10" height="10">
                  <rect width="10" height="10" rx="2" className={LOOKS[look].className} />
                </svg>
              )}
              {LOOKS[look].word}
            </li>
          ))}
      </ul>
    </>
  );
}
