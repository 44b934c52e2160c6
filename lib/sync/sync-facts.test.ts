import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveSyncs, factsOfSync } from "@/lib/sync/derive-syncs";
import type { SyncFact } from "@/lib/sync/sync-facts";

const told = (facts: SyncFact[]) =>
  deriveSyncs(facts)
    .filter((sync) => sync.shown)
    .map(({ started_at, ended_at, ended_exact, outcome }) => ({
      started_at,
      ended_at,
      ended_exact,
      outcome,
    }));

const running = (seen: number, not_before: number | null = seen - 5): SyncFact => ({
  kind: "running",
  seen,
  not_before,
});
const succeeded = (at: number, seen = at + 1, not_before: number | null = null): SyncFact => ({
  kind: "succeeded",
  at,
  seen,
  not_before,
});
const stopped = (seen: number, not_before: number): SyncFact => ({ kind: "stopped", seen, not_before });

test("a sync seen running and then ended is one sync", () => {
  expect(told([running(10), succeeded(25)])).toEqual([
    { started_at: 10, ended_at: 25, ended_exact: true, outcome: "succeeded" },
  ]);
});

test("a sync between two looks has an exact end and no start", () => {
  expect(told([succeeded(25)])).toEqual([
    { started_at: null, ended_at: 25, ended_exact: true, outcome: "succeeded" },
  ]);
});

test("the latest sync seen running runs; an earlier one whose end nobody saw is unknown", () => {
  expect(told([running(10), running(30)]).map((sync) => sync.outcome)).toEqual(["unknown", "running"]);
});

test("a sync that stops without a success or failure has an unknown outcome, and no exact end", () => {
  expect(told([running(10), stopped(20, 10)])).toEqual([
    { started_at: 10, ended_at: 20, ended_exact: false, outcome: "unknown" },
  ]);
});

test("an exact end that comes after the look that saw the stop replaces it", () => {
  const late = [running(10), stopped(20, 15), succeeded(17, 30, 20)];
  expect(told(late)).toEqual([{ started_at: 10, ended_at: 17, ended_exact: true, outcome: "succeeded" }]);
});

test("two clocks that disagree neither leave a sync running nor end one before it starts", () => {
  const behind = [running(1000, 990), succeeded(400, 1010, 1000)];
  expect(told(behind)).toEqual([
    { started_at: null, ended_at: 400, ended_exact: true, outcome: "succeeded" },
  ]);
  const ahead = [running(1000, 990), succeeded(9000, 1010, 1000), running(1020, 1010)];
  expect(told(ahead).map((sync) => sync.outcome)).toEqual(["succeeded", "running"]);
});

const time = fc.integer({ min: 0, max: 60 });
const syncFact: fc.Arbitrary<SyncFact> = fc.oneof(
  fc.record({ kind: fc.constant("running" as const), seen: time, not_before: fc.option(time) }),
  fc.record({
    kind: fc.constantFrom("succeeded" as const, "failed" as const),
    at: time,
    seen: time,
    not_before: fc.option(time),
  }),
  fc.record({
    kind: fc.constantFrom("stopped" as const, "canceled" as const),
    seen: time,
    not_before: time,
  }),
);

test("order and repetition of facts change nothing", () => {
  const history = fc.array(syncFact, { maxLength: 12 });
  const mixed = history.chain((facts) =>
    fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
  );
  fc.assert(
    fc.property(mixed, ([facts, again]) => {
      expect(deriveSyncs(again)).toEqual(deriveSyncs(facts));
    }),
  );
});

test("what was derived holds every fact, so that it can be derived again", () => {
  fc.assert(
    fc.property(fc.array(syncFact, { maxLength: 12 }), (facts) => {
      const syncs = deriveSyncs(facts);
      expect(deriveSyncs(syncs.flatMap(factsOfSync))).toEqual(syncs);
    }),
  );
});
