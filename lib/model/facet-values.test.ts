import { expect, test } from "vitest";
import { filterConnections } from "@/lib/model/connection-filter";
import { indexConnections } from "@/lib/model/connection-index";
import { EMPTY_QUERY, formatQuery, parseQuery } from "@/lib/model/connection-query";
import { FACETS, facetValues, toggleFacet } from "@/lib/model/facet-values";
import { sampleRow, sampleRows, sampleSnapshot } from "@/lib/model/sample-snapshot";

const rows = sampleRows(400);
const TAGS = ["finance", "critical", "team, north"];
const index = indexConnections(
  sampleSnapshot(rows),
  undefined,
  new Map(
    rows.map(({ id }, i) => [
      id,
      { connection_id: id, tags: TAGS.filter((_, tag) => i % (tag + 2) === 0), owners: [] },
    ]),
  ),
);

test("choosing a value finds exactly as many rows as its count promised", () => {
  const base = parseQuery("orders");
  const { facets } = filterConnections(index, base);
  for (const facet of FACETS)
    for (const value of facetValues(index, base, facet, facets[facet]))
      expect(filterConnections(index, toggleFacet(index, base, facet, value.id)).matched).toHaveLength(
        value.count,
      );
});

test("a chosen value is shown as chosen, and choosing it again takes it back", () => {
  for (const facet of FACETS) {
    const { facets } = filterConnections(index, EMPTY_QUERY);
    const first = facetValues(index, EMPTY_QUERY, facet, facets[facet]).at(0);
    const chosen = toggleFacet(index, EMPTY_QUERY, facet, first?.id ?? "");
    expect(facetValues(index, chosen, facet, facets[facet]).filter((value) => value.chosen)).toHaveLength(1);
    expect(toggleFacet(index, chosen, facet, first?.id ?? "")).toEqual(EMPTY_QUERY);
  }
});

test("a destination goes into the address by its name, by its id where two share the name", () => {
  expect(formatQuery(toggleFacet(index, EMPTY_QUERY, "destination", "house"))).toBe(
    'destination:"Big house"',
  );
  const snapshot = sampleSnapshot([sampleRow({ id: "x" })]);
  const twins = indexConnections({
    ...snapshot,
    groups: snapshot.groups.map((group) => ({ ...group, name: "same" })),
  });
  expect(formatQuery(toggleFacet(twins, EMPTY_QUERY, "destination", "house"))).toBe("destination:house");
});

test("a name typed in other letters counts as chosen", () => {
  const { facets } = filterConnections(index, EMPTY_QUERY);
  const values = facetValues(
    index,
    parseQuery('destination:"BIG HOUSE" service:stripe'),
    "destination",
    facets.destination,
  );
  expect(values.filter((value) => value.chosen).map((value) => value.id)).toEqual(["house"]);
});
