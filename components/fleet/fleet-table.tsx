"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { FleetTableRow } from "@/lib/model/fleet/fleet-table-rows";
import { figure } from "@/lib/model/names";
import { spanWords } from "@/lib/model/span-words";
import { duration } from "@/lib/model/time";
import type { Zone } from "@/lib/model/zone";

const SHOWN = 100;

/** The same as the picture, in figures. */
export function FleetTable({
  rows,
  zone,
  now,
  nameOf,
}: {
  rows: readonly FleetTableRow[];
  zone: Zone;
  now: number;
  nameOf: (key: string) => string;
}) {
  const [most, setMost] = useState(SHOWN);
  const clock = { zone, now };
  if (rows.length === 0)
    return <p className="px-3 py-3 text-ink-2 text-xs sm:px-4">No sync was seen to end in this range.</p>;
  return (
    <section
      aria-label="Syncs as a table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="max-h-[486px] overflow-auto px-3 focus-visible:-outline-offset-2 sm:px-4"
    >
      <table className="w-full border-collapse text-left text-xs">
        <thead className="sticky top-0 bg-surface">
          <tr className="border-line border-b text-ink-3">
            <th scope="col" className="py-1.5 pr-3 font-normal">
              When
            </th>
            <th scope="col" className="py-1.5 pr-3 font-normal">
              Group
            </th>
            {["Synced", "Failed", "Other"].map((head) => (
              <th key={head} scope="col" className="py-1.5 pl-3 text-right font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr
              key={row.kind === "unseen" ? `unseen ${row.from}` : `${row.key} ${row.from}`}
              className="border-line border-b"
            >
              <td className="py-1 pr-3 sm:whitespace-nowrap">{spanWords(row, clock)}</td>
              {row.kind === "unseen" ? (
                <td colSpan={4} className="py-1 text-ink-3">
                  Not observed for {duration(row.to - row.from)}
                </td>
              ) : (
                <>
                  <th scope="row" className="max-w-56 truncate py-1 pr-3 font-medium">
                    <bdi>{nameOf(row.key)}</bdi>
                  </th>
                  <td className="py-1 pl-3 text-right">{figure(row.succeeded)}</td>
                  <td className="py-1 pl-3 text-right">{figure(row.failed)}</td>
                  <td className="py-1 pl-3 text-right">{figure(row.other)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most ? (
        <Button size="sm" look="quiet" className="my-1.5" onClick={() => setMost(most + 5 * SHOWN)}>
          Show {figure(Math.min(5 * SHOWN, rows.length - most))} more
        </Button>
      ) : null}
    </section>
  );
}
