import { expect, test } from "vitest";
import { historyDays } from "@/lib/model/history";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";

const hour = 3_600_000;
const midnight = Date.parse("2026-11-22T00:00:00Z");
const change = (id: number, seen_at: number, not_before: number | null): StateChange => ({
  id,
  connection_id: "a",
  kind: "health",
  from: "healthy",
  to: "broken",
  seen_at,
  not_before,
  actor: "elsewhere",
  detail: null,
});
const sync: SyncRow = {
  id: 1,
  connection_id: "a",
  started_at: midnight - hour,
  started_exact: true,
  ended_at: midnight + 1,
  ended_exact: true,
  outcome: "succeeded",
  sync_id: null,
  reason: null,
  sources: "poll",
};

test("changes and syncs stand in one order, newest first, cut by day", () => {
  const days = historyDays(
    [change(1, midnight + hour, midnight + hour - 1), change(2, midnight - 1, null)],
    [sync],
  );
  expect(days.map((day) => [day.day, day.items.map((item) => item.key)])).toEqual([
    [midnight, ["c1", "s1"]],
    [midnight - 24 * hour, ["c2"]],
  ]);
});

test("a long time between two looks is shown once, however many changes the later look found", () => {
  const found = [change(1, midnight + 5 * hour, midnight), change(2, midnight + 5 * hour, midnight)];
  const gaps = historyDays(found, []).flatMap((day) => day.items.filter((item) => item.kind === "gap"));
  expect(gaps).toMatchObject([{ at: midnight, until: midnight + 5 * hour }]);
});
