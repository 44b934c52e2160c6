import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterConnections } from "@/lib/model/connection-filter";
import { countHealths, indexConnections } from "@/lib/model/connection-index";
import {
  countDisplaced,
  GROUPINGS,
  type ListOrder,
  listItems,
  orderConnections,
} from "@/lib/model/connection-list";
import { EMPTY_QUERY, parseQuery } from "@/lib/model/connection-query";
import {
  DEFAULT_SORT,
  formatSort,
  nextSort,
  parseSort,
  SORT_KEYS,
  type Sort,
} from "@/lib/model/connection-sort";
import { HEALTHS } from "@/lib/model/health";
import { freshnessColumns } from "@/lib/model/objective/freshness-columns";
import type { Objective } from "@/lib/model/objective/objective";
import { sampleRow, sampleRows, sampleSnapshot } from "@/lib/model/sample-snapshot";

const rows = [
  sampleRow({ id: "a1", schema: "orders_10", service: "postgres_rds" }),
  sampleRow({ id: "b2", schema: "orders_2", setup_state: "broken", group_id: "house" }),
  sampleRow({ id: "c3", schema: "Billing", service: "stripe", paused: true, succeeded_at: null }),
  sampleRow({
    id: "d4",
    schema: "crm",
    schedule_type: "manual",
    is_historical_sync: true,
    sync_frequency: 15,
  }),
  sampleRow({
    id: "e5",
    schema: "left",
    group_id: "gone",
    service: "newest",
    sync_frequency: 1440,
    update_state: "delayed",
  }),
];
const index = indexConnections(sampleSnapshot(rows));
const AT = (rows[0]?.succeeded_at ?? 0) + 3_600_000;
const NIGHT = new Map([["a1", ["night"]]]);
const within = (minutes: number): Objective => ({
  id: String(minutes),
  name: "",
  target_minutes: minutes,
  goal_percent: 99,
  hours: null,
  match: { connection_ids: [], group_ids: [], services: [], tags: minutes === 90 ? ["night"] : [] },
});
const idsOf = (order: ListOrder) => order.groups.flatMap((group) => group.ids);
const found = (typed: string) =>
  idsOf(
    orderConnections(
      index,
      filterConnections(index, parseQuery(typed)),
      { key: "name", descending: false },
      "none",
    ),
  );

describe("filter", () => {
  test.each([
    ["orders", ["b2", "a1"]],
    ["ORDERS rds", ["a1"]],
    ["D4", ["d4"]],
    ["big_query", ["b2"]],
    ["snowflake_prod crm", ["d4"]],
    ["health:broken,delayed", ["e5", "b2"]],
    ["health:Paused", ["c3"]],
    ["service:postgres", ["d4", "b2"]],
    ["service:postg", ["d4", "b2", "a1"]],
    ['destination:"big house"', ["b2"]],
    ["destination:gone", ["e5"]],
    ["schedule:manual", ["d4"]],
    ["schedule:60,daily", ["c3", "e5", "b2", "a1"]],
    ["schedule:auto service:stripe", ["c3"]],
    ["is:historical", ["d4"]],
    ["is:never-synced", ["c3"]],
    ["health:nonsense", []],
  ])("%s", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test("a manual schedule is found as manual, never by the frequency it ignores", () => {
    expect(found("schedule:15m")).toEqual([]);
  });

  test("counts beside a facet's values leave out that facet alone", () => {
    const { facets } = filterConnections(index, parseQuery("health:broken orders"));
    expect(facets.health.get("broken")).toBe(1);
    expect(facets.health.get("healthy")).toBe(1);
    expect(facets.service).toEqual(new Map([["postgres", 1]]));
  });

  test("says how many rows there would be without each part of the filter", () => {
    const { matched, without } = filterConnections(index, parseQuery("health:broken service:stripe billing"));
    expect(matched).toEqual([]);
    expect(without).toEqual(
      new Map([
        ["health", 1],
        ["service", 0],
        ["text", 0],
      ]),
    );
  });
});

describe("against objectives", () => {
  const late = {
    ...index,
    freshness: freshnessColumns([within(90), within(30)], rows, (id) => NIGHT.get(id) ?? [], AT),
  };
  const ids = (typed: string, sort: Sort) =>
    idsOf(orderConnections(late, filterConnections(late, parseQuery(typed)), sort, "none"));

  test("who is late is found, and counted beside", () => {
    expect(ids("is:late", { key: "name", descending: false })).toEqual(["d4", "e5", "b2"]);
    expect(filterConnections(late, EMPTY_QUERY).facets.is.get("late")).toBe(3);
    expect(found("is:late")).toEqual([]);
  });

  test("sorted by when the target ends; what promises nothing comes last either way", () => {
    expect(ids("", { key: "fresh", descending: false }).slice(-2)).toEqual(["a1", "c3"]);
    expect(ids("", { key: "fresh", descending: true })[0]).toBe("a1");
    expect(ids("", { key: "fresh", descending: true }).at(-1)).toBe("c3");
  });
});

describe("sort", () => {
  test("names with figures sort by number and without regard to case", () => {
    expect(found("")).toEqual(["c3", "d4", "e5", "b2", "a1"]);
  });

  test("the default order puts first what needs a person, then goes by name", () => {
    expect(
      idsOf(orderConnections(index, filterConnections(index, EMPTY_QUERY), DEFAULT_SORT, "none")),
    ).toEqual(["b2", "e5", "d4", "a1", "c3"]);
  });

  test("what never synced comes last, ascending and descending", () => {
    for (const descending of [false, true])
      expect(
        idsOf(
          orderConnections(
            index,
            filterConnections(index, EMPTY_QUERY),
            { key: "success", descending },
            "none",
          ),
        ).at(-1),
      ).toBe("c3");
  });

  test("every column sorts the same rows, and turns round", () => {
    const many = indexConnections(sampleSnapshot(sampleRows(500)));
    for (const key of SORT_KEYS)
      for (const descending of [false, true]) {
        const order = idsOf(
          orderConnections(many, filterConnections(many, EMPTY_QUERY), { key, descending }, "none"),
        );
        expect(new Set(order).size).toBe(500);
      }
  });

  test("a sort survives its address, and an unknown column is refused", () => {
    expect(parseSort(formatSort({ key: "next", descending: true }))).toEqual({
      key: "next",
      descending: true,
    });
    expect(parseSort("lag")).toBeNull();
  });

  test("pressing a head sorts up, down, up; another head starts going up", () => {
    const once = nextSort(DEFAULT_SORT, "name");
    expect(once).toEqual({ key: "name", descending: false });
    expect(nextSort(once, "name").descending).toBe(true);
    expect(nextSort(nextSort(once, "name"), "every")).toEqual({ key: "every", descending: false });
  });
});

describe("groups", () => {
  test("every grouping holds every row once, in the same order inside a group", () => {
    const many = indexConnections(sampleSnapshot(sampleRows(300)));
    const flat = idsOf(orderConnections(many, filterConnections(many, EMPTY_QUERY), DEFAULT_SORT, "none"));
    for (const grouping of GROUPINGS) {
      const order = orderConnections(many, filterConnections(many, EMPTY_QUERY), DEFAULT_SORT, grouping);
      expect(idsOf(order).toSorted()).toEqual(flat.toSorted());
      for (const group of order.groups)
        expect(group.ids).toEqual(flat.filter((id) => group.ids.includes(id)));
    }
  });

  test("groups by destination go by name, an unseen group under its id", () => {
    const order = orderConnections(index, filterConnections(index, EMPTY_QUERY), DEFAULT_SORT, "destination");
    expect(order.groups.map((group) => group.label)).toEqual(["Big house", "gone", "snowflake_prod"]);
  });

  test("groups by health go from worst to best", () => {
    const order = orderConnections(index, filterConnections(index, EMPTY_QUERY), DEFAULT_SORT, "health");
    expect(order.groups.map((group) => group.key)).toEqual(["broken", "delayed", "healthy", "paused"]);
  });

  test("a closed group shows its head only", () => {
    const order = orderConnections(index, filterConnections(index, EMPTY_QUERY), DEFAULT_SORT, "destination");
    const items = listItems(order, new Set(["lake"]));
    expect(items.map((item) => (item.kind === "group" ? item.group.key : item.id))).toEqual([
      "house",
      "b2",
      "gone",
      "e5",
      "lake",
    ]);
  });
});

describe("order held while the data moves", () => {
  const ordered = (order: string[]) =>
    orderConnections(
      indexConnections(sampleSnapshot(order.map((id, i) => sampleRow({ id, health_since: i })))),
      {
        matched: order.map((_, i) => i),
        facets: {
          health: new Map(),
          service: new Map(),
          destination: new Map(),
          schedule: new Map(),
          tag: new Map(),
          is: new Map(),
        },
        without: new Map(),
      },
      { key: "since", descending: false },
      "none",
    );

  test.each([
    [["a", "b", "c"], ["a", "b", "c"], 0],
    [["a", "b", "c"], ["c", "a", "b"], 1],
    [["a", "b", "c"], ["a", "c"], 1],
    [["a", "c"], ["a", "b", "c"], 1],
    [["a", "b", "c"], ["a", "x", "c"], 1],
    [[], ["a"], 1],
  ])("from %j to %j, %i changed place", (shown, fresh, count) => {
    expect(countDisplaced(ordered(shown), ordered(fresh))).toBe(count);
  });
});

describe("index", () => {
  test("an index built on the previous one equals one built anew", () => {
    const all = sampleRows(120);
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.nat(119),
        fc.constantFrom("renamed_9", "orders"),
        (some, at, schema) => {
          const changed = some.map((row, i) => (i === at ? { ...row, schema, paused: true } : row));
          const before = sampleSnapshot(some);
          const after = { ...before, version: 2, connections: changed };
          expect(indexConnections(after, indexConnections(before))).toEqual(indexConnections(after));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("counts of health add up to all rows", () => {
    const many = indexConnections(sampleSnapshot(sampleRows(1000)));
    const counts = countHealths(many);
    expect(counts).toHaveLength(HEALTHS.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
  });
});
