"use client";
import { type ReactNode, useState } from "react";
import { figure } from "@/lib/model/names";

const ROW = 28;
/** So many rows are drawn above and below what is in sight. */
const SPARE = 6;
const IN_SIGHT = 14;

/**
 * A list of one-line rows that may be very long: the first few, and on demand all of them in a box that scrolls and
 * draws only what is in sight.
 */
export function LongList<T>({
  label,
  items,
  first = 8,
  keyOf,
  row,
}: {
  label: string;
  items: readonly T[];
  first?: number;
  keyOf: (item: T) => string;
  row: (item: T) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [top, setTop] = useState(0);
  const rest = items.length - first;
  const line = "flex h-7 items-center gap-2 border-line border-b px-2.5 text-xs last:border-b-0";
  if (rest <= 1 || !open)
    return (
      <div className="overflow-hidden rounded-2 border border-line">
        <ul aria-label={label}>
          {items.slice(0, rest <= 1 ? items.length : first).map((item) => (
            <li key={keyOf(item)} className={line}>
              {row(item)}
            </li>
          ))}
        </ul>
        {rest <= 1 ? null : (
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="link flex h-7 w-full items-center border-line border-t px-2.5 text-xs focus-visible:-outline-offset-2"
          >
            and {figure(rest)} more
          </button>
        )}
      </div>
    );
  const from = Math.max(0, Math.floor(top / ROW) - SPARE);
  const to = Math.min(items.length, from + IN_SIGHT + 2 * SPARE);
  return (
    <section
      aria-label={`${label}, all ${figure(items.length)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      className="relative max-h-80 overflow-y-auto overscroll-contain rounded-2 border border-line focus-visible:-outline-offset-2"
    >
      <ul style={{ height: items.length * ROW }} className="relative">
        {items.slice(from, to).map((item, at) => (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={from + at + 1}
            style={{ top: (from + at) * ROW }}
            className={`absolute inset-x-0 ${line}`}
          >
            {row(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}
