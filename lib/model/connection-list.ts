import type { FilterResult } from "@/lib/model/connection-filter";
import { type ConnectionIndex, destinationName, serviceName } from "@/lib/model/connection-index";
import { type Sort, sortPositions } from "@/lib/model/connection-sort";
import { HEALTHS } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";

export const GROUPINGS = ["none", "destination", "service", "health"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Rows that stand together under one head; without grouping there is one group with the key "". */
export interface ListGroup {
  key: string;
  label: string;
  ids: string[];
}

/**
 * An order of rows, held by id: later snapshots change what a row says, never where it stands.
 * `rows` keeps the rows as they were, for those that vanish meanwhile.
 */
export interface ListOrder {
  grouping: Grouping;
  groups: ListGroup[];
  size: number;
  rows: ReadonlyMap<string, ConnectionRow>;
}

/** Filters, sorts and groups a snapshot. */
export function orderConnections(
  index: ConnectionIndex,
  filtered: FilterResult,
  sort: Sort,
  grouping: Grouping,
): ListOrder {
  const positions = sortPositions(index, [...filtered.matched], sort);
  const groups = new Map<string, ListGroup & { place: number }>();
  const rows = new Map<string, ConnectionRow>();
  for (const position of positions) {
    const row = index.rows[position];
    if (!row) continue;
    rows.set(row.id, row);
    const key = groupKey(index, row, position, grouping);
    let group = groups.get(key);
    if (!group) {
      group = {
        key,
        label: groupLabel(index, key, grouping),
        ids: [],
        place: groupPlace(index, position, grouping),
      };
      groups.set(key, group);
    }
    group.ids.push(row.id);
  }
  const ordered = [...groups.values()].sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1));
  return { grouping, groups: ordered.map(({ place: _, ...group }) => group), size: positions.length, rows };
}

/** One line of the list: the head of a group, or a row. */
export type ListItem =
  | { kind: "group"; group: ListGroup; open: boolean }
  | { kind: "row"; id: string; level: number };

/** The lines to show, closed groups folded to their heads. */
export function listItems(order: ListOrder, closed: ReadonlySet<string>): ListItem[] {
  const items: ListItem[] = [];
  for (const group of order.groups) {
    const open = order.grouping === "none" || !closed.has(group.key);
    if (order.grouping !== "none") items.push({ kind: "group", group, open });
    if (open)
      for (const id of group.ids) items.push({ kind: "row", id, level: order.grouping === "none" ? 1 : 2 });
  }
  return items;
}

/** How many rows stand elsewhere in the fresh order, have come or have gone: the fewest moves that explain it. */
export function countDisplaced(shown: ListOrder, fresh: ListOrder): number {
  const places = new Map(sequence(fresh).map((key, place) => [key, place]));
  const kept = sequence(shown).flatMap((key) => places.get(key) ?? []);
  const still = longestRising(kept);
  return Math.max(shown.size, fresh.size) - still;
}

function sequence(order: ListOrder): string[] {
  return order.groups.flatMap((group) => group.ids.map((id) => `${group.key}\n${id}`));
}

function longestRising(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}

function groupKey(index: ConnectionIndex, row: ConnectionRow, position: number, grouping: Grouping): string {
  if (grouping === "destination") return row.group_id;
  if (grouping === "service") return row.service;
  if (grouping === "health") return HEALTHS[index.health[position] ?? -1] ?? "unknown";
  return "";
}

function groupLabel(index: ConnectionIndex, key: string, grouping: Grouping): string {
  if (grouping === "destination") return destinationName(index, key);
  if (grouping === "service") return serviceName(index, key);
  return key;
}

function groupPlace(index: ConnectionIndex, position: number, grouping: Grouping): number {
  if (grouping === "destination") return index.destination_rank[position] ?? 0;
  if (grouping === "service") return index.service_rank[position] ?? 0;
  return grouping === "health" ? (index.health[position] ?? 0) : 0;
}

/** How many connections each group has when nothing is filtered. */
export function groupTotals(index: ConnectionIndex, grouping: Grouping): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  index.rows.forEach((row, position) => {
    const key = groupKey(index, row, position, grouping);
    totals.set(key, (totals.get(key) ?? 0) + 1);
  });
  return totals;
}
