import { type ConnectionIndex, destinationName, serviceName } from "@/lib/model/connection-index";
import { type ConnectionQuery, fold, type QueryKey, withValues } from "@/lib/model/connection-query";
import { HEALTHS } from "@/lib/model/health";
import { scheduleMinutes } from "@/lib/model/schedule-value";

/** The keys that a menu offers values for. */
export const FACETS = [
  "health",
  "service",
  "destination",
  "schedule",
  "tag",
] as const satisfies readonly QueryKey[];
export type Facet = (typeof FACETS)[number];

export interface FacetValue {
  /** Health, service id, group id, schedule or tag. */
  id: string;
  label: string;
  /** How many rows it would give beside the rest of the filter. */
  count: number;
  chosen: boolean;
}

/** The values of one facet: healths from worst to best, schedules from often to seldom, names in order. */
export function facetValues(
  index: ConnectionIndex,
  query: ConnectionQuery,
  facet: Facet,
  counts: ReadonlyMap<string, number>,
): FacetValue[] {
  const chosen = new Set(query.tokens[facet].map(fold));
  return idsOf(index, facet, counts).map((id) => {
    const label = facetLabel(index, facet, id);
    return {
      id,
      label,
      count: counts.get(id) ?? 0,
      chosen: chosen.has(fold(id)) || (facet !== "health" && chosen.has(fold(label))),
    };
  });
}

/** Chooses a value or takes it back; a destination is written by its name where only one has it. */
export function toggleFacet(
  index: ConnectionIndex,
  query: ConnectionQuery,
  facet: Facet,
  id: string,
): ConnectionQuery {
  const names = [id, facetLabel(index, facet, id)].map(fold);
  const others = query.tokens[facet].filter((value) => !names.includes(fold(value)));
  const taken = others.length < query.tokens[facet].length;
  return withValues(query, facet, taken ? others : [...others, tokenValue(index, facet, id)]);
}

/** How a token's value reads: the name behind an id. */
export function facetLabel(index: ConnectionIndex, key: QueryKey, value: string): string {
  if (key === "service") return serviceName(index, value);
  if (key === "destination") return destinationName(index, value);
  return value;
}

function tokenValue(index: ConnectionIndex, facet: Facet, id: string): string {
  if (facet !== "destination") return id;
  const name = fold(destinationName(index, id));
  const same = [...index.groups.values()].filter(
    (group) => fold(group.name) === name || fold(group.id) === name,
  );
  return same.length === 1 ? destinationName(index, id) : id;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function idsOf(index: ConnectionIndex, facet: Facet, counts: ReadonlyMap<string, number>): string[] {
  if (facet === "health")
    return HEALTHS.filter((health) => health !== "unknown" || (counts.get(health) ?? 0) > 0);
  if (facet === "tag") return [...counts.keys()].sort(collator.compare);
  if (facet === "schedule") return [...counts.keys()].sort((a, b) => scheduleMinutes(a) - scheduleMinutes(b));
  const ids = new Set(facet === "destination" ? index.groups.keys() : []);
  for (const row of index.rows) ids.add(facet === "destination" ? row.group_id : row.service);
  return [...ids].sort((a, b) => collator.compare(facetLabel(index, facet, a), facetLabel(index, facet, b)));
}
