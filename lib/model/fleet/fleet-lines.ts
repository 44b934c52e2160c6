import {
  type ConnectionIndex,
  countHealths,
  destinationName,
  healthAt,
  serviceName,
} from "@/lib/model/connection-index";
import type { FleetGrouping } from "@/lib/model/fleet/fleet-timeline";
import { HEALTHS, type Health } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";

export interface FleetGroupLine {
  kind: "group";
  key: string;
  /** The destination, the connector type, or the health; null for the group of all. */
  name: string | null;
  size: number;
  /** How many there are of each health that needs a person or is at work. */
  counts: { health: Health; count: number }[];
  open: boolean;
}

export interface FleetConnectionLine {
  kind: "connection";
  key: string;
  row: ConnectionRow;
  health: Health;
}

/** Stands for the connections of an open group that are not listed yet. */
export interface FleetMoreLine {
  kind: "more";
  key: string;
  size: number;
  counts: FleetGroupLine["counts"];
}

export type FleetLine = FleetGroupLine | FleetConnectionLine | FleetMoreLine;

/** So many connections of an open group are listed at first: those that need a person most. */
const FIRST = 6;
/** A few more are listed at once. */
const FEW = 3;

/** Positions of the index, those first that need a person most, then by name. Kept while a screen is open: rows stay put. */
export function fleetOrder(index: ConnectionIndex): Uint32Array {
  const order = Uint32Array.from(index.rows, (_, position) => position);
  return order.sort(
    (a, b) =>
      (index.health[a] ?? 0) - (index.health[b] ?? 0) ||
      (index.name_rank[a] ?? 0) - (index.name_rank[b] ?? 0),
  );
}

interface Group {
  key: string;
  name: string | null;
  positions: number[];
}

/**
 * The rows of the fleet timeline: each group, and below the open ones their connections. The largest group comes
 * first, healths in their own order.
 * @param open keys of the open groups; null opens the first alone
 * @param whole keys of those that list all their connections
 */
export function fleetLines(
  index: ConnectionIndex,
  order: Uint32Array,
  by: FleetGrouping,
  open: readonly string[] | null,
  whole: readonly string[],
): FleetLine[] {
  const groups = groupsOf(index, order, by);
  const opened = new Set(open ?? groups.slice(0, 1).map(({ key }) => key));
  return groups.flatMap(({ key, name, positions }): FleetLine[] => {
    const told = (some: readonly number[]) => (by === "health" ? [] : countsOf(index, some));
    const group = { key, name, size: positions.length, counts: told(positions), open: opened.has(key) };
    if (!group.open) return [{ kind: "group", ...group }];
    const all = whole.includes(key) || positions.length <= FIRST + FEW;
    const listed = all ? positions : positions.slice(0, FIRST);
    const rest = positions.slice(listed.length);
    return [
      { kind: "group", ...group },
      ...listed.flatMap((position) => connectionLine(index, position)),
      ...(rest.length > 0 ? [{ kind: "more" as const, key, size: rest.length, counts: told(rest) }] : []),
    ];
  });
}

function connectionLine(index: ConnectionIndex, position: number): FleetLine[] {
  const row = index.rows[position];
  return row ? [{ kind: "connection", key: row.id, row, health: healthAt(index, position) }] : [];
}

function groupsOf(index: ConnectionIndex, order: Uint32Array, by: FleetGrouping): Group[] {
  const groups = new Map<string, Group>();
  for (const position of order) {
    const row = index.rows[position];
    if (!row) continue;
    const health = healthAt(index, position);
    const [key, name] =
      by === "destination"
        ? [row.group_id, destinationName(index, row.group_id)]
        : by === "service"
          ? [row.service, serviceName(index, row.service)]
          : by === "health"
            ? [health, health]
            : ["all", null];
    const known = groups.get(key);
    if (known) known.positions.push(position);
    else groups.set(key, { key, name, positions: [position] });
  }
  const rank = ({ key }: Group) => (HEALTHS as readonly string[]).indexOf(key);
  return [...groups.values()].sort((a, b) =>
    by === "health"
      ? rank(a) - rank(b)
      : b.positions.length - a.positions.length || ((a.name ?? "") < (b.name ?? "") ? -1 : 1),
  );
}

const TOLD: readonly Health[] = ["broken", "delayed", "incomplete", "syncing"];

function countsOf(index: ConnectionIndex, positions: readonly number[]): FleetGroupLine["counts"] {
  const counts = countHealths(index, positions);
  return TOLD.map((health) => ({ health, count: counts[HEALTHS.indexOf(health)] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}
