"use client";
import { ChevronDown } from "lucide-react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { StatusLabel } from "@/components/sync-status/status-label";
import { buttonClass } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { FilterResult } from "@/lib/model/connection-filter";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import type { ConnectionQuery } from "@/lib/model/connection-query";
import { FACETS, type Facet, type FacetValue, facetValues, toggleFacet } from "@/lib/model/facet-values";
import type { Health } from "@/lib/model/health";
import { figure } from "@/lib/model/names";

const NAMES: Record<Facet, string> = {
  health: "Health",
  service: "Service",
  destination: "Destination",
  schedule: "Schedule",
  tag: "Tag",
};

/** A menu of values with counts for each facet; several values of one facet may be chosen. */
export function FacetMenus({
  index,
  query,
  facets,
  onQuery,
}: {
  index: ConnectionIndex;
  query: ConnectionQuery;
  facets: FilterResult["facets"];
  onQuery: (query: ConnectionQuery) => void;
}) {
  const offered = FACETS.filter(
    (facet) => facet !== "tag" || index.annotations.size > 0 || query.tokens.tag.length > 0,
  );
  return offered.map((facet) => (
    <FacetMenu
      key={facet}
      facet={facet}
      chosen={query.tokens[facet].length}
      values={() => facetValues(index, query, facet, facets[facet])}
      onToggle={(id) => onQuery(toggleFacet(index, query, facet, id))}
    />
  ));
}

function FacetMenu({
  facet,
  chosen,
  values,
  onToggle,
}: {
  facet: Facet;
  chosen: number;
  values: () => FacetValue[];
  onToggle: (id: string) => void;
}) {
  return (
    <Menu
      label={`Filter by ${NAMES[facet].toLowerCase()}`}
      selection="multiple"
      items={values().map((value) => ({
        id: value.id,
        text: facet === "health" ? HEALTH_LOOK[value.id as Health].word : value.label,
        checked: value.chosen,
        label: (
          <span className="flex items-center gap-3">
            <FacetLabel facet={facet} value={value} />
            <span className="ml-auto pl-4 text-ink-3 text-xs">{figure(value.count)}</span>
          </span>
        ),
      }))}
      onAction={onToggle}
      className={buttonClass()}
    >
      {NAMES[facet]}
      {chosen > 0 ? (
        <span className="rounded-full bg-accent-soft px-1.5 font-normal text-2xs text-accent-text">
          {chosen}
        </span>
      ) : null}
      <ChevronDown aria-hidden="true" className="-mr-1" />
    </Menu>
  );
}

function FacetLabel({ facet, value }: { facet: Facet; value: FacetValue }) {
  if (facet === "health") return <StatusLabel health={value.id as Health} />;
  return <bdi className={facet === "destination" ? "mono truncate" : "truncate"}>{value.label}</bdi>;
}
