import type { FleetGroups } from "@/lib/model/fleet/fleet-timeline";
import type { FleetWindow } from "@/lib/model/fleet/fleet-window";

/** One piece of a group in which syncs ended, or a stretch in which nobody looked. Epoch milliseconds. */
export type FleetTableRow = { from: number; to: number } & (
  | { kind: "syncs"; key: string; succeeded: number; failed: number; other: number }
  | { kind: "unseen" }
);

/** What a picture of groups shows, newest first; what lies outside of the window is left out. */
export function fleetTableRows(
  { from, step, groups, unseen }: FleetGroups,
  { from: start, until }: FleetWindow,
): FleetTableRow[] {
  const rows: FleetTableRow[] = unseen.map((gap) => ({ kind: "unseen", ...gap }));
  for (const { key, bins } of groups) {
    for (const [piece, succeeded, failed, other] of bins) {
      const at = from + piece * step;
      rows.push({ kind: "syncs", from: at, to: at + step, key, succeeded, failed, other });
    }
  }
  return rows
    .filter((row) => row.to > start && row.from < until)
    .sort((a, b) => b.from - a.from || (a.kind === b.kind ? 0 : a.kind === "unseen" ? -1 : 1));
}

/** How many syncs ended in the rows, and how many of them failed. */
export function fleetTotals(rows: readonly FleetTableRow[]): { ended: number; failed: number } {
  let ended = 0;
  let failed = 0;
  for (const row of rows) {
    if (row.kind === "unseen") continue;
    ended += row.succeeded + row.failed + row.other;
    failed += row.failed;
  }
  return { ended, failed };
}
