import type { FleetLine } from "@/lib/model/fleet/fleet-lines";

export const GROUP_HEIGHT = 32;
export const ROW_HEIGHT = 28;

export const heightOf = (line: FleetLine): number => (line.kind === "group" ? GROUP_HEIGHT : ROW_HEIGHT);

/** Where each line begins, and at the end where the last one ends; in pixels. */
export function lineTops(lines: readonly FleetLine[]): Float64Array {
  const tops = new Float64Array(lines.length + 1);
  for (const [place, line] of lines.entries()) tops[place + 1] = (tops[place] ?? 0) + heightOf(line);
  return tops;
}

/** The line at a height; the nearest one above the first or below the last. */
export function lineAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
