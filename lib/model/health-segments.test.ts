import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "@/lib/env";
import { HEALTHS } from "@/lib/model/health";
import { type HealthRecord, healthSegments, healthTotals } from "@/lib/model/health-segments";
import { lookedAt } from "@/lib/model/observation";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (hour: number) => Date.parse("2026-10-24T00:00:00Z") + hour * HOUR;

const record = (more: Partial<HealthRecord>): HealthRecord => ({
  changes: [],
  observations: [{ began_at: at(0), until_at: at(10), gap_ms: MINUTE }],
  syncs: [],
  health: "healthy",
  last_look: null,
  ...more,
});
const change = (hour: number, from: string, to: string, not_before = at(hour) - MINUTE) => ({
  kind: "health" as const,
  from,
  to,
  seen_at: at(hour),
  not_before,
});
const drawn = (it: HealthRecord, from: number, to: number) =>
  healthSegments(it, { from: at(from), to: at(to) }, at(10)).map((segment) => [
    (segment.from - at(0)) / HOUR,
    (segment.to - at(0)) / HOUR,
    segment.health,
  ]);

test("two hours in which nobody looked are unknown, whatever was seen before and after", () => {
  const observations = [
    { began_at: at(0), until_at: at(2), gap_ms: MINUTE },
    { began_at: at(4), until_at: at(10), gap_ms: MINUTE },
  ];
  expect(drawn(record({ observations }), 0, 10)).toEqual([
    [0, 2, "healthy"],
    [2, 4, null],
    [4, 10, "healthy"],
  ]);
  const changes = [change(4, "healthy", "broken", at(2))];
  expect(drawn(record({ observations, changes, health: "broken" }), 1, 5)).toEqual([
    [1, 2, "healthy"],
    [2, 4, null],
    [4, 5, "broken"],
  ]);
});

test("before the first look and after the last one that was not followed, nothing is known", () => {
  const observations = [{ began_at: at(3), until_at: at(8), gap_ms: HOUR }];
  expect(drawn(record({ observations }), 0, 10)).toEqual([
    [0, 3, null],
    [3, 8, "healthy"],
    [8, 10, null],
  ]);
  const fresh = [{ began_at: at(3), until_at: at(9.5), gap_ms: HOUR }];
  expect(drawn(record({ observations: fresh }), 4, 10)).toEqual([[4, 10, "healthy"]]);
});

test("a failure whose time Fivetran gives turns the health then, not when it was seen", () => {
  const it = record({
    changes: [change(5, "healthy", "broken", at(4.5))],
    syncs: [{ ended_at: at(4.8), ended_exact: true, outcome: "failed" }],
    health: "broken",
  });
  expect(healthSegments(it, { from: at(4), to: at(6) }, at(10))).toEqual([
    { from: at(4), to: at(4.8), health: "healthy", exact: false },
    { from: at(4.8), to: at(6), health: "broken", exact: true },
  ]);
});

test("a connection that appears and vanishes was nothing before and is nothing after", () => {
  const changes = [
    { ...change(2, "", "incomplete"), kind: "appeared" as const, from: null },
    change(3, "incomplete", "healthy"),
    { ...change(6, "healthy", ""), kind: "vanished" as const, to: null },
  ];
  expect(drawn(record({ changes, health: null }), 0, 10)).toEqual([
    [0, 2, null],
    [2, 3, "incomplete"],
    [3, 6, "healthy"],
    [6, 10, null],
  ]);
});

test("the night on which clocks go back is an hour longer, and nothing in it is lost or told twice", () => {
  const night = { from: Date.parse("2026-10-24T22:00:00Z"), to: Date.parse("2026-10-25T23:00:00Z") };
  const observations = [{ began_at: night.from, until_at: night.to, gap_ms: MINUTE }];
  const segments = healthSegments(record({ observations }), night, night.to);
  expect(healthTotals(segments)).toEqual(new Map([["healthy", 25 * HOUR]]));
});

test("a clock that was set back gives neither holes nor overlaps", () => {
  const observations = [
    { began_at: at(2), until_at: at(6), gap_ms: MINUTE },
    { began_at: at(5), until_at: at(8), gap_ms: MINUTE },
  ];
  const changes = [change(5.5, "healthy", "broken"), change(5, "broken", "healthy")];
  const segments = healthSegments(record({ observations, changes }), { from: at(0), to: at(10) }, at(10));
  expect(segments[0]?.from).toBe(at(0));
  expect(segments.at(-1)?.to).toBe(at(10));
});

test("segments fill the range, and no health stands where nobody looked", () => {
  const hour = fc.integer({ min: -5, max: 30 }).map((it) => at(it / 2));
  const spans = fc.array(
    fc.record({ began_at: hour, long: fc.integer({ min: 0, max: 6 }), gap_ms: fc.constant(MINUTE) }),
    { maxLength: 5 },
  );
  const health = fc.constantFrom(...HEALTHS);
  const changes = fc.array(
    fc.record({
      kind: fc.constantFrom("health" as const, "appeared" as const, "vanished" as const, "paused" as const),
      from: fc.option(health),
      to: fc.option(health),
      seen_at: hour,
      not_before: fc.option(hour),
    }),
    { maxLength: 6 },
  );
  const syncs = fc.array(
    fc.record({
      ended_at: hour,
      ended_exact: fc.boolean(),
      outcome: fc.constantFrom("failed" as const, "succeeded" as const),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(spans, changes, syncs, hour, (list, told, ends, now) => {
      const observations = list.map(({ began_at, long, gap_ms }) => ({
        began_at,
        until_at: began_at + long * HOUR,
        gap_ms,
      }));
      const range = { from: at(0), to: at(12) };
      const it = record({ observations, changes: told, syncs: ends });
      const segments = healthSegments(it, range, now);
      expect(segments[0]?.from).toBe(range.from);
      expect(segments.at(-1)?.to).toBe(range.to);
      for (const [index, segment] of segments.entries()) {
        expect(segment.to).toBeGreaterThan(segment.from);
        if (index > 0) expect(segment.from).toBe(segments[index - 1]?.to);
      }
      const looked = lookedAt(observations, range, now);
      for (const { health: seen, from, to } of segments) {
        if (seen !== null) expect(looked.some((span) => span.from <= from && to <= span.to)).toBe(true);
      }
    }),
    { numRuns: rounds(300, 20_000) },
  );
});
