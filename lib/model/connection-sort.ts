import type { ConnectionIndex } from "@/lib/model/connection-index";

export const SORT_KEYS = [
  "name",
  "health",
  "service",
  "destination",
  "success",
  "fresh",
  "next",
  "every",
  "since",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  key: SortKey;
  descending: boolean;
}

/** Worst health first, then by name. */
export const DEFAULT_SORT: Sort = { key: "health", descending: false };

/** `health`, `-success`; null for what names no column. */
export function parseSort(text: string): Sort | null {
  const descending = text.startsWith("-");
  const key = SORT_KEYS.find((name) => name === (descending ? text.slice(1) : text));
  return key ? { key, descending } : null;
}

export function formatSort(sort: Sort): string {
  return (sort.descending ? "-" : "") + sort.key;
}

/** The sort that the next press on a column's head gives: ascending, descending, ascending again. */
export function nextSort(sort: Sort, key: SortKey): Sort {
  return { key, descending: sort.key === key && !sort.descending };
}

/** Sorts row positions in place: by the column, missing values last either way, ties by name. */
export function sortPositions(index: ConnectionIndex, positions: number[], sort: Sort): number[] {
  const value = columnOf(index, sort.key);
  const sign = sort.descending ? -1 : 1;
  return positions.sort((a, b) => {
    const x = value[a] ?? Number.NaN;
    const y = value[b] ?? Number.NaN;
    if (x === y) return (index.name_rank[a] ?? 0) - (index.name_rank[b] ?? 0);
    if (x < y) return -sign;
    if (x > y) return sign;
    if (Number.isNaN(x)) return Number.isNaN(y) ? (index.name_rank[a] ?? 0) - (index.name_rank[b] ?? 0) : 1;
    return -1;
  });
}

function columnOf(index: ConnectionIndex, key: SortKey): ArrayLike<number> {
  switch (key) {
    case "name":
      return index.name_rank;
    case "health":
      return index.health;
    case "service":
      return index.service_rank;
    case "destination":
      return index.destination_rank;
    case "success":
      return index.succeeded_at;
    // The one that is late for longest first, then the one that will be late next.
    case "fresh":
      return index.freshness?.due ?? index.succeeded_at;
    case "next":
      return index.next;
    case "every":
      return index.every;
    case "since":
      return index.since;
  }
}
