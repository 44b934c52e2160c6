import fc from "fast-check";
import { expect, it } from "vitest";
import { rounds } from "@/lib/env";
import { freshnessOf } from "@/lib/model/objective/freshness";
import { type Objective, objectiveOf } from "@/lib/model/objective/objective";
import { hoursWords, matchWords, targetWords } from "@/lib/model/objective/objective-words";
import { objectivesNow } from "@/lib/model/objective/objectives-now";
import { sampleRows } from "@/lib/model/sample-snapshot";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-27T12:00:00Z");
const rows = sampleRows(60);
const tags = new Map(
  rows.map(({ id }, at) => [id, at % 3 === 0 ? ["critical"] : at % 5 === 0 ? ["finance"] : []]),
);
const OFFICE = { zone: "utc", days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" };

const objective = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  target_minutes: fc.integer({ min: 5, max: 5_000 }),
  goal_percent: fc.constant(99),
  hours: fc.constantFrom(null, OFFICE, { ...OFFICE, days: [6, 7] }),
  match: fc.record({
    connection_ids: fc.constant([] as string[]),
    group_ids: fc.subarray([...new Set(rows.map(({ group_id }) => group_id))], { maxLength: 2 }),
    services: fc.subarray([...new Set(rows.map(({ service }) => service))], { maxLength: 3 }),
    tags: fc.subarray(["critical", "finance"], { maxLength: 1 }),
  }),
});

it("counts as each connection by itself would be judged", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(objective, { maxLength: 4, selector: ({ id }) => id }),
      fc.integer({ min: 0, max: 96 }),
      (list, hours) => {
        const now = NOW + hours * HOUR;
        const told = objectivesNow(list, rows, tags, now);
        const states = rows.map((row) => {
          const own = objectiveOf(list, row, tags.get(row.id) ?? []);
          return own ? { own, row, fresh: freshnessOf(row, own, now) } : null;
        });
        expect(told.without).toBe(states.filter((state) => state === null).length);
        for (const count of told.counts) {
          const own = states.filter((state) => state?.own.id === count.objective.id);
          const of = (kind: string) => own.filter((state) => state?.fresh.state === kind).length;
          expect([count.on_time, count.late, count.paused, count.never_synced]).toEqual(
            ["on_time", "late", "paused", "never_synced"].map(of),
          );
        }
        expect(told.late).toHaveLength(states.filter((state) => state?.fresh.state === "late").length);
        const coming = states.flatMap((state) =>
          state?.fresh.state === "on_time" && state.fresh.late_at !== null ? [state.fresh.late_at] : [],
        );
        expect(told.next?.at ?? null).toBe(coming.length > 0 ? Math.min(...coming) : null);
      },
    ),
    { seed: 9, numRuns: rounds(15, 1_000) },
  );
});

it("says objectives in words", () => {
  expect([45, 60, 90, 26 * 60, 24 * 60, 3 * 24 * 60].map(targetWords)).toEqual([
    "45 min",
    "1 h",
    "1 h 30 min",
    "26 h",
    "24 h",
    "3 days",
  ]);
  expect(hoursWords(null)).toBe("at all times");
  expect(hoursWords(OFFICE)).toBe("Mon to Fri 08:00 to 18:00 UTC");
  expect(hoursWords({ ...OFFICE, zone: "Europe/Berlin", days: [7, 1, 3] })).toBe(
    "Mon, Wed and Sun 08:00 to 18:00 Europe/Berlin",
  );
  const names = { connection: (id: string) => id, group: (id: string) => id, service: (id: string) => id };
  const none: Objective["match"] = { connection_ids: [], group_ids: [], services: [], tags: [] };
  expect(matchWords(none, names)).toBe("every connection");
  expect(
    matchWords({ ...none, services: ["mysql", "postgres"], tags: ["eu"], group_ids: ["Finance"] }, names),
  ).toBe("mysql or postgres tagged eu into Finance");
  expect(matchWords({ ...none, connection_ids: ["a", "b", "c", "d"] }, names)).toBe("a, b or 2 more");
});
