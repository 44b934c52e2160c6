"use client";
import { cx } from "@/components/ui/cx";

const MARKS: readonly [word: string, className: string][] = [
  ["Synced", "h-2.5 w-3 rounded-1 bg-flow"],
  ["Running", "h-2.5 w-3 rounded-1 bg-(--syncing-fill)"],
  ["Slow", "h-2.5 w-3 rounded-1 bg-(--delayed-fill)"],
  ["Failed", "h-3 w-1 bg-(--broken-fill)"],
  ["Other", "h-2.5 w-3 rounded-1 bg-(--paused-fill)"],
  ["Due", "h-2.5 w-3 rounded-1 border border-line-control border-dashed"],
  ["Not observed", "hatch h-2.5 w-3.5 border border-line-strong"],
];

/** What the marks stand for. */
export function FleetLegend() {
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-2xs text-ink-2">
      {MARKS.map(([word, className]) => (
        <span key={word} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={cx("inline-block", className)} /> {word}
        </span>
      ))}
    </span>
  );
}
