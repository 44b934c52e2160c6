"use client";
import { cx } from "@/components/ui/cx";
import type { RulerMark } from "@/lib/model/charts/ruler-marks";
import type { FleetWindow } from "@/lib/model/fleet/fleet-window";
import { clockIn, type Zone } from "@/lib/model/zone";

/** A name this near to the mark of now is left out. */
const NOW_ROOM = 58;

/** The times above the lanes, and now. */
export function FleetRuler({
  marks,
  window: { from, until },
  now,
  zone,
  width,
}: {
  marks: readonly RulerMark[];
  window: FleetWindow;
  now: number;
  zone: Zone;
  width: number;
}) {
  const place = (at: number) => ((at - from) / (until - from)) * width;
  const present = place(now);
  const seen = present >= 0 && present <= width;
  return (
    <div aria-hidden="true" className="relative h-[26px] overflow-hidden text-2xs text-ink-3">
      {marks.map(({ at, text, midnight }) => {
        const left = place(at);
        const hidden = left < 16 || left > width - 16 || (seen && Math.abs(left - present) < NOW_ROOM);
        return hidden ? null : (
          <span
            key={at}
            style={{ left }}
            className={cx(
              "absolute top-1.5 -translate-x-1/2 whitespace-nowrap",
              midnight && "font-medium text-ink",
            )}
          >
            {text}
          </span>
        );
      })}
      {seen ? (
        <span
          style={{ left: Math.min(Math.max(present, 32), width - 32) }}
          className="absolute top-[5px] -translate-x-1/2 whitespace-nowrap rounded-[3px] bg-accent px-[5px] font-medium text-on-accent leading-4"
        >
          now {clockIn(now, zone)}
        </span>
      ) : null}
    </div>
  );
}
