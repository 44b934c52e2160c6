import type { AnnotationHead } from "@/lib/model/annotation";
import { fold } from "@/lib/model/connection-query";
import { HEALTHS, type Health, healthOf } from "@/lib/model/health";
import { nextSync } from "@/lib/model/next-sync";
import type { FreshnessColumns } from "@/lib/model/objective/freshness-columns";
import type { AccountSnapshot, ConnectionRow, GroupRow, ServiceRow } from "@/lib/model/snapshot";

/** One snapshot laid out by column, so that 5,000 rows are filtered and sorted within a frame. */
export interface ConnectionIndex {
  rows: readonly ConnectionRow[];
  position: ReadonlyMap<string, number>;
  groups: ReadonlyMap<string, GroupRow>;
  services: ReadonlyMap<string, ServiceRow>;
  /** Tags and owners by connection, of those that have any. */
  annotations: ReadonlyMap<string, AnnotationHead>;
  /** Position in HEALTHS. */
  health: Uint8Array;
  /** What full-text search looks through, folded. */
  haystack: readonly string[];
  /** Place in the order of names, ties by id. */
  name_rank: Uint32Array;
  service_rank: Uint32Array;
  destination_rank: Uint32Array;
  /** Epoch milliseconds; NaN where there is none. */
  succeeded_at: Float64Array;
  since: Float64Array;
  /** Grows with how far away the next sync is; rows without a time come after those with one. */
  next: Float64Array;
  /** Minutes; manual schedules after all automatic ones. */
  every: Float64Array;
  /** How each row keeps its objective; null while that is not known or there are no objectives. */
  freshness: FreshnessColumns | null;
  sources: Pick<AccountSnapshot, "groups" | "services">;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const NO_ANNOTATIONS: ReadonlyMap<string, AnnotationHead> = new Map();

/** Lays a snapshot out by column. What the `previous` index already knows of unchanged rows is taken over. */
export function indexConnections(
  snapshot: Pick<AccountSnapshot, "connections" | "groups" | "services">,
  previous?: ConnectionIndex,
  annotations: ReadonlyMap<string, AnnotationHead> = NO_ANNOTATIONS,
): ConnectionIndex {
  const rows = snapshot.connections;
  const size = rows.length;
  const groups = new Map(snapshot.groups.map((group) => [group.id, group]));
  const services = new Map(snapshot.services.map((service) => [service.id, service]));
  const names = { groups, services };
  const same =
    previous?.sources.groups === snapshot.groups && previous.sources.services === snapshot.services;
  const sameNames =
    same &&
    previous.rows.length === size &&
    rows.every((row, i) => row.id === previous.rows[i]?.id && row.schema === previous.rows[i]?.schema);

  const sameText = same && previous.annotations === annotations;

  const index: ConnectionIndex = {
    rows,
    position: sameNames ? previous.position : new Map(rows.map((row, i) => [row.id, i])),
    groups,
    services,
    annotations,
    health: new Uint8Array(size),
    haystack: rows.map((row, i) =>
      sameText && previous.rows[i] === row
        ? (previous.haystack[i] ?? "")
        : haystackOf(row, names, annotations.get(row.id)),
    ),
    name_rank: sameNames ? previous.name_rank : rankOf(rows, (a, b) => collator.compare(a.schema, b.schema)),
    service_rank: rankByLabel(rows, (row) => serviceName(names, row.service)),
    destination_rank: rankByLabel(rows, (row) => destinationName(names, row.group_id)),
    succeeded_at: new Float64Array(size),
    since: new Float64Array(size),
    next: new Float64Array(size),
    every: new Float64Array(size),
    freshness: null,
    sources: { groups: snapshot.groups, services: snapshot.services },
  };
  rows.forEach((row, i) => {
    index.health[i] = HEALTHS.indexOf(healthOf(row));
    index.succeeded_at[i] = row.succeeded_at ?? Number.NaN;
    index.since[i] = row.health_since;
    index.next[i] = nextOrder(row);
    index.every[i] = row.schedule_type === "manual" ? 1e9 : row.sync_frequency;
  });
  return index;
}

export function healthAt(index: ConnectionIndex, position: number): Health {
  return HEALTHS[index.health[position] ?? HEALTHS.length - 1] ?? "unknown";
}

/** How many connections there are of each health, in the order of HEALTHS. */
export function countHealths(index: ConnectionIndex, positions?: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(HEALTHS.length);
  const add = (health: number | undefined) => {
    if (health !== undefined) counts[health] = (counts[health] ?? 0) + 1;
  };
  if (positions) for (const position of positions) add(index.health[position]);
  else for (const health of index.health) add(health);
  return counts;
}

type Names = Pick<ConnectionIndex, "groups" | "services">;

export function serviceName(names: Names, service: string): string {
  return names.services.get(service)?.name || service;
}

/** The destination's name; its id where the key may not see the group. */
export function destinationName(names: Names, group_id: string): string {
  return names.groups.get(group_id)?.name || group_id;
}

function haystackOf(row: ConnectionRow, names: Names, annotation: AnnotationHead | undefined): string {
  const group = names.groups.get(row.group_id);
  return fold(
    [
      row.schema,
      row.id,
      row.service,
      serviceName(names, row.service),
      group?.name,
      group?.service,
      row.group_id,
      ...(annotation ? [...annotation.tags, ...annotation.owners] : []),
    ].join("\n"),
  );
}

function rankOf<T extends { id: string }>(items: readonly T[], compare: (a: T, b: T) => number): Uint32Array {
  const order = items.map((item, i) => ({ item, i }));
  order.sort((a, b) => compare(a.item, b.item) || (a.item.id < b.item.id ? -1 : 1));
  const rank = new Uint32Array(items.length);
  order.forEach(({ i }, place) => {
    rank[i] = place;
  });
  return rank;
}

function rankByLabel(rows: readonly ConnectionRow[], label: (row: ConnectionRow) => string): Uint32Array {
  const labels = rows.map(label);
  const places = new Map([...new Set(labels)].sort(collator.compare).map((text, place) => [text, place]));
  return Uint32Array.from(labels, (text) => places.get(text) ?? 0);
}

const NO_TIME = { daily: 1e15, first: 2e15, manual: 3e15, not_set_up: 4e15, paused: 5e15 } as const;

function nextOrder(row: ConnectionRow): number {
  const next = nextSync(row);
  if (next.kind === "running") return 0;
  if (next.kind === "by") return next.at;
  if (next.kind === "rescheduled") return next.retried && next.at !== null ? next.at : NO_TIME.manual;
  if (next.kind === "daily") return NO_TIME.daily + Number(next.time.replace(":", ""));
  return NO_TIME[next.kind];
}
