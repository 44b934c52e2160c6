import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rounds } from "@/lib/env";
import { freshnessRecord, pausedTime } from "@/lib/model/objective/freshness-record";
import type { Objective } from "@/lib/model/objective/objective";
import { countedTime } from "@/lib/model/objective/working-hours";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-27T12:00:00Z");
const RANGE = { from: NOW - 2 * DAY, to: NOW };
const objective: Objective = {
  id: "o1",
  name: "Critical",
  target_minutes: 60,
  goal_percent: 90,
  hours: null,
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
};

const ago = (hours: number): number => NOW - hours * HOUR;
const record = (successes: number[], known = [RANGE], of = objective) =>
  freshnessRecord(of, { successes, paused: [], known }, RANGE);

describe("the record of an objective", () => {
  it("counts from the first good sync on, and lateness from target to the next one", () => {
    const { counted_ms, late_ms, breaches, allowed_ms } = record([ago(10), ago(6), ago(0.5)]);
    expect(counted_ms).toBe(10 * HOUR);
    expect(late_ms).toBe(7.5 * HOUR);
    expect(breaches).toEqual([
      { from: ago(5), to: ago(0.5), late_ms: 4.5 * HOUR, open: false },
      { from: ago(9), to: ago(6), late_ms: 3 * HOUR, open: false },
    ]);
    expect(allowed_ms).toBeCloseTo(4.8 * HOUR);
  });

  it("leaves a breach open that goes on, and says when the budget is spent", () => {
    const { breaches, spent_at } = record([ago(60), ago(2)], [RANGE], { ...objective, goal_percent: 0 });
    expect(breaches[0]).toEqual({ from: ago(1), to: NOW, late_ms: HOUR, open: true });
    // Of 48 hours 46 were late before, and one is now.
    expect(spent_at).toBe(NOW + HOUR);
  });

  it("knows that nothing was good in a time without looks when the next look still tells of the sync before it", () => {
    const known = [
      { from: RANGE.from, to: ago(9) },
      { from: ago(4), to: NOW },
    ];
    const { late_ms, unknown_ms } = record([ago(10), ago(2)], known);
    expect(late_ms).toBe(7 * HOUR + HOUR);
    expect(unknown_ms).toBe(0);
  });

  it("does not know what was before the latest good sync of a time without looks", () => {
    const known = [
      { from: RANGE.from, to: ago(8) },
      { from: ago(4), to: NOW },
    ];
    const { late_ms, unknown_ms, counted_ms, breaches } = record([ago(10), ago(5), ago(1)], known);
    // Late from 9 to 8 hours ago; not known from then to 5; late again from 4 to 1.
    expect(unknown_ms).toBe(3 * HOUR);
    expect(late_ms).toBe(4 * HOUR);
    expect(counted_ms).toBe(7 * HOUR);
    expect(breaches.map(({ from, to }) => [from, to])).toEqual([
      [ago(4), ago(1)],
      [ago(9), ago(8)],
    ]);
  });

  it("says nothing of the time since the last look", () => {
    const { late_ms, unknown_ms, breaches } = record([ago(10)], [{ from: RANGE.from, to: ago(3) }]);
    expect(late_ms).toBe(6 * HOUR);
    expect(unknown_ms).toBe(3 * HOUR);
    expect(breaches[0]?.open).toBe(false);
  });

  it("is one breach over a night between working hours", () => {
    const hours = { zone: "utc", days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", until: "18:00" };
    const { breaches } = record([ago(26)], [RANGE], { ...objective, hours });
    expect(breaches).toEqual([{ from: ago(25), to: NOW, late_ms: 11 * HOUR, open: true }]);
  });

  it("agrees with a clock that asks every minute", () => {
    const minutes = fc.integer({ min: -300, max: 2 * 24 * 60 });
    fc.assert(
      fc.property(
        fc.array(minutes, { maxLength: 12 }),
        fc.tuple(minutes, minutes),
        fc.integer({ min: 5, max: 600 }),
        fc.boolean(),
        (ends, [one, other], target_minutes, office) => {
          const successes = ends.map((minute) => RANGE.from + minute * MINUTE);
          const pause = [Math.min(one, other), Math.max(one, other)].map((minute) =>
            Math.min(Math.max(RANGE.from + minute * MINUTE, RANGE.from), RANGE.to),
          ) as [number, number];
          const paused = pause[0] < pause[1] ? [{ from: pause[0], to: pause[1] }] : [];
          const hours = office
            ? { zone: "Europe/Berlin", days: [3, 4], from: "09:15", until: "17:00" }
            : null;
          const kept = { ...objective, target_minutes, hours };
          const open = countedTime(hours, RANGE);
          const result = freshnessRecord(kept, { successes, paused, known: [RANGE] }, RANGE);
          let late = 0;
          let counted = 0;
          for (let at = RANGE.from; at < RANGE.to; at += MINUTE) {
            const last = Math.max(...successes.filter((end) => end <= at), Number.NEGATIVE_INFINITY);
            const counts = open.some(({ from, to }) => from <= at && at < to);
            if (!counts || last === Number.NEGATIVE_INFINITY) continue;
            if (paused.some(({ from, to }) => from <= at && at < to)) continue;
            counted += MINUTE;
            if (at - last >= target_minutes * MINUTE) late += MINUTE;
          }
          expect(result.late_ms).toBe(late);
          expect(result.counted_ms).toBe(counted);
          expect(result.unknown_ms).toBe(0);
          expect(result.breaches.reduce((sum, { late_ms }) => sum + late_ms, 0)).toBe(late);
        },
      ),
      { seed: 4, numRuns: rounds(15, 1_000) },
    );
  });
});

describe("when a connection was paused", () => {
  const change = (to: boolean, hours: number) => ({ from: String(!to), to: String(to), seen_at: ago(hours) });

  it("is told by the changes, whatever their order", () => {
    expect(pausedTime([change(false, 5), change(true, 9)], false, RANGE)).toEqual([
      { from: ago(9), to: ago(5) },
    ]);
    expect(pausedTime([change(false, 5)], false, RANGE)).toEqual([{ from: RANGE.from, to: ago(5) }]);
    expect(pausedTime([change(true, 5)], true, RANGE)).toEqual([{ from: ago(5), to: NOW }]);
    expect(pausedTime([], true, RANGE)).toEqual([RANGE]);
    expect(pausedTime([], false, RANGE)).toEqual([]);
  });
});
