"use client";
import type { ReactNode } from "react";

/** A table beside a picture, with a height of its own. */
export function ScrollTable({
  label,
  heads,
  children,
}: {
  label: string;
  heads: readonly string[];
  /** Its rows. */
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="max-h-72 overflow-auto"
    >
      <table className="w-full border-collapse text-left text-xs">
        <thead className="sticky top-0 bg-surface">
          <tr className="border-line border-b text-ink-3">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pr-3 font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr]:border-line [&>tr]:border-b [&_td]:py-1 [&_td]:pr-3 [&_th]:py-1 [&_th]:pr-3 [&_th]:font-medium">
          {children}
        </tbody>
      </table>
    </section>
  );
}
