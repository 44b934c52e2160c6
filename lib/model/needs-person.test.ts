import { expect, test } from "vitest";
import { indexConnections } from "@/lib/model/connection-index";
import { summariseDestinations } from "@/lib/model/destination-summary";
import { needsPerson } from "@/lib/model/needs-person";
import { sampleRow, sampleRows, sampleSnapshot } from "@/lib/model/sample-snapshot";

const index = indexConnections(
  sampleSnapshot([
    sampleRow({ id: "late", sync_state: "rescheduled", schedule_type: "manual", health_since: 9 }),
    sampleRow({ id: "well" }),
    sampleRow({
      id: "old",
      setup_state: "broken",
      health_since: 1,
      task: { code: "reconnect", message: "Login failed" },
    }),
    sampleRow({ id: "new", failed_at: Number.MAX_SAFE_INTEGER, health_since: 5 }),
    sampleRow({ id: "half", setup_state: "incomplete", group_id: "house" }),
    sampleRow({ id: "off", paused: true, setup_state: "broken" }),
  ]),
);

test("who needs a person: broken before delayed before incomplete, the latest first, nobody else", () => {
  expect(needsPerson(index, 99).map((need) => [need.row.id, need.action])).toEqual([
    ["new", "see_why"],
    ["old", "see_why"],
    ["late", "sync_now"],
    ["half", "continue_setup"],
  ]);
  expect(needsPerson(index, 2)).toHaveLength(2);
});

test("the reason is Fivetran's where it gives one, and says what manual means where it does not", () => {
  const reasons = new Map(needsPerson(index, 99).map((need) => [need.row.id, need]));
  expect(reasons.get("old")).toMatchObject({ reason: "Login failed", quoted: true });
  expect(reasons.get("late")).toMatchObject({ quoted: false });
  expect(reasons.get("late")?.reason).toContain("does not try again");
});

test("destinations: most trouble first, empty ones last, sums complete", () => {
  const summary = summariseDestinations(index);
  expect(summary.map((one) => [one.group_id, one.needy, one.total])).toEqual([
    ["lake", 3, 5],
    ["house", 1, 1],
  ]);
  const many = summariseDestinations(indexConnections(sampleSnapshot(sampleRows(700))));
  expect(many.reduce((sum, one) => sum + one.counts.reduce((a, b) => a + b, 0), 0)).toBe(700);
  expect(many.map((one) => one.group_id)).toContain("attic");
  expect(summariseDestinations(indexConnections(sampleSnapshot([]))).map((one) => one.total)).toEqual([0, 0]);
});
