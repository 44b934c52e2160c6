import { expect, test } from "vitest";
import { freshnessOf } from "@/lib/model/objective/freshness";
import { freshnessColumns } from "@/lib/model/objective/freshness-columns";
import type { Objective } from "@/lib/model/objective/objective";
import { sampleRow } from "@/lib/model/sample-snapshot";

const NOW = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;
const none = { connection_ids: [], group_ids: [], services: [], tags: [] };
const objective = (id: string, more: Partial<Objective> = {}): Objective => ({
  id,
  name: id,
  target_minutes: 60,
  goal_percent: 99,
  hours: null,
  match: none,
  ...more,
});
// 28 November 2026 is a Saturday.
const weekdays = { zone: "utc" as const, days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" };
const objectives = [
  objective("tagged", { target_minutes: 600, match: { ...none, tags: ["slow"] } }),
  objective("office", { hours: weekdays, match: { ...none, services: ["office"] } }),
  objective("lake", { match: { ...none, group_ids: ["lake"] } }),
];
const rows = [
  sampleRow({ id: "late", succeeded_at: NOW - 2 * HOUR }),
  sampleRow({ id: "fresh", succeeded_at: NOW - HOUR / 2 }),
  sampleRow({ id: "slow", succeeded_at: NOW - 2 * HOUR }),
  sampleRow({ id: "off", succeeded_at: NOW - 2 * HOUR, service: "office" }),
  sampleRow({ id: "paused", succeeded_at: NOW - 2 * HOUR, paused: true }),
  sampleRow({ id: "never", succeeded_at: null }),
  sampleRow({ id: "free", succeeded_at: NOW - 2 * HOUR, group_id: "elsewhere" }),
];
const tags = (id: string) => (id === "slow" ? ["slow"] : []);

test("each row against the first objective that fits it, as the row alone is judged", () => {
  const told = freshnessColumns(objectives, rows, tags, NOW);
  expect(told.objective.map((one) => one?.id ?? null)).toEqual([
    ...["lake", "lake", "tagged", "office", "lake", "lake"],
    null,
  ]);
  expect([...told.late]).toEqual([1, 0, 0, 0, 0, 0, 0]);
  expect([...told.due].map((at) => (Number.isNaN(at) ? null : (at - NOW) / HOUR))).toEqual([
    ...[-1, 0.5, 8, -1, null, null, null],
  ]);
  rows.forEach((row, position) => {
    const one = told.objective[position];
    const alone = one ? freshnessOf(row, one, NOW).state === "late" : false;
    expect(told.late[position] === 1, row.id).toBe(alone);
  });
});
