import { expect, it } from "vitest";
import { freshnessOf } from "@/lib/model/objective/freshness";
import { type Objective, objectiveOf } from "@/lib/model/objective/objective";

const at = (text: string): number => Date.parse(text);
const objective: Objective = {
  id: "o1",
  name: "Critical",
  target_minutes: 60,
  goal_percent: 99,
  hours: null,
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
};
const office = {
  ...objective,
  hours: { zone: "utc", days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" },
};
// A Friday.
const NOON = at("2026-11-27T12:00:00Z");

it.each([
  ["11:30", { state: "on_time", late_at: at("2026-11-27T12:30:00Z") }],
  ["11:00", { state: "late", since: at("2026-11-27T12:00:00Z") }],
  ["03:00", { state: "late", since: at("2026-11-27T04:00:00Z") }],
])("a good sync at %s", (clock, expected) => {
  const row = { paused: false, succeeded_at: at(`2026-11-27T${clock}:00Z`) };
  expect(freshnessOf(row, objective, NOON)).toEqual(expected);
});

it("promises nothing of what is paused or never synced", () => {
  expect(freshnessOf({ paused: true, succeeded_at: 0 }, objective, NOON)).toEqual({ state: "paused" });
  expect(freshnessOf({ paused: false, succeeded_at: null }, objective, NOON)).toEqual({
    state: "never_synced",
  });
});

it("is late in working hours only, from their beginning on", () => {
  const night = { paused: false, succeeded_at: at("2026-11-27T02:00:00Z") };
  expect(freshnessOf(night, office, NOON)).toEqual({ state: "late", since: at("2026-11-27T08:00:00Z") });
  const evening = at("2026-11-27T20:00:00Z");
  expect(freshnessOf(night, office, evening)).toEqual({
    state: "on_time",
    late_at: at("2026-11-30T08:00:00Z"),
  });
});

it("takes the first objective that fits in every kind it names", () => {
  const row = { id: "c1", group_id: "g1", service: "postgres" };
  const named = (id: string, match: Partial<Objective["match"]>) => ({
    ...objective,
    id,
    match: { ...objective.match, ...match },
  });
  const list = [
    named("other", { connection_ids: ["c2"] }),
    named("half", { group_ids: ["g1"], services: ["mysql"] }),
    named("both", { group_ids: ["g0", "g1"], services: ["postgres"] }),
    named("all", {}),
  ];
  expect(objectiveOf(list, row, [])?.id).toBe("both");
  expect(objectiveOf(list, { ...row, group_id: "g9" }, [])?.id).toBe("all");
  expect(objectiveOf(list.slice(0, 2), row, [])).toBeUndefined();
  const tagged = [named("tagged", { tags: ["critical", "finance"], services: ["postgres"] })];
  expect(objectiveOf(tagged, row, ["finance", "other"])?.id).toBe("tagged");
  expect(objectiveOf(tagged, row, ["other"])).toBeUndefined();
});
