import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "@/lib/env";
import type { Told } from "@/lib/model/told-sync";
import { deriveSyncs, factsOfSync } from "@/lib/sync/derive-syncs";
import type { SyncFact } from "@/lib/sync/sync-facts";
import { byHistory, byPoll, byWebhook, realSyncs } from "@/lib/sync/sync-story.fixture";

const MINUTE = 60_000;
const shown = (facts: readonly SyncFact[]) =>
  deriveSyncs(facts)
    .filter((sync) => sync.shown)
    .sort((a, b) => a.since - b.since);

const told = (more: Partial<Told>): Told => ({
  kind: "told",
  sync_id: "one",
  source: "webhook",
  started_at: null,
  ended_at: null,
  status: null,
  reason: null,
  rest: null,
  ...more,
});
const started = told({ started_at: 10 * MINUTE });
const failed = told({ ended_at: 12 * MINUTE, status: "FAILURE", reason: "timeout" });
const good = told({ ended_at: 15 * MINUTE, status: "SUCCESSFUL" });

test("a failed and then a good end of one sync are one sync, in either order", () => {
  for (const facts of [
    [started, failed, good],
    [good, failed, started],
  ]) {
    expect(shown(facts)).toMatchObject([
      { started_at: 10 * MINUTE, ended_at: 15 * MINUTE, outcome: "succeeded", started_exact: true },
    ]);
  }
  expect(shown([started, failed])).toMatchObject([{ outcome: "failed", reason: "timeout" }]);
});

test("a sync that was named and seen is one sync, and says who told of it", () => {
  const seen: SyncFact[] = [
    { kind: "running", seen: 11 * MINUTE, not_before: 9 * MINUTE },
    { kind: "succeeded", at: 15 * MINUTE - 400, seen: 16 * MINUTE, not_before: 14 * MINUTE },
  ];
  expect(shown([started, ...seen, good])).toMatchObject([
    { sync_id: "one", outcome: "succeeded", sources: "webhook poll" },
  ]);
});

test("an end that no webhook told is taken from the look that saw it", () => {
  const end: SyncFact = { kind: "failed", at: 14 * MINUTE, seen: 16 * MINUTE, not_before: 13 * MINUTE };
  expect(shown([started, end])).toMatchObject([
    { sync_id: "one", ended_at: 14 * MINUTE, ended_exact: true, outcome: "failed" },
  ]);
  expect(shown([started])).toMatchObject([{ outcome: "running" }]);
});

test("a webhook that fell silent takes no later sync for its own", () => {
  const later: SyncFact[] = [30, 60, 90].map((at) => ({
    kind: "succeeded",
    at: at * MINUTE,
    seen: at * MINUTE + 1,
    not_before: at * MINUTE - 1,
  }));
  expect(shown([started, ...later]).map((sync) => [sync.sync_id, sync.ended_at])).toEqual([
    ["one", 30 * MINUTE],
    [null, 60 * MINUTE],
    [null, 90 * MINUTE],
  ]);
});

test("a word nobody knows ends a sync all the same, and is kept", () => {
  const odd = told({ ended_at: 15 * MINUTE, status: "MOSTLY_FINE", rest: { rows: 7 } });
  const [sync] = shown([started, odd]);
  expect(sync).toMatchObject({ outcome: "unknown", ended_exact: true });
  expect(sync?.told).toContainEqual(odd);
});

test("a rescheduled end is told as such", () => {
  expect(shown([started, told({ ended_at: 11 * MINUTE, status: "RESCHEDULED" })])).toMatchObject([
    { outcome: "rescheduled" },
  ]);
});

test("told by history, webhook and looks, each sync stands once, with its exact times", () => {
  fc.assert(
    fc.property(realSyncs, fc.integer({ min: 5, max: 900 }), (syncs, every) => {
      const facts = [...byHistory(syncs), ...byWebhook(syncs), ...byPoll(syncs, every * 1000)];
      expect(
        shown(facts).map(({ sync_id, started_at, ended_at, outcome }) => [
          sync_id,
          started_at,
          ended_at,
          outcome,
        ]),
      ).toEqual(syncs.map(({ name, start, end, outcome }) => [name, start, end, outcome]));
    }),
    { numRuns: rounds(200, 4000) },
  );
});

test("whatever is lost, no sync is told twice that has a name, and all facts stay", () => {
  const story = fc
    .tuple(realSyncs, fc.integer({ min: 5, max: 900 }))
    .chain(([syncs, every]) =>
      fc.shuffledSubarray([...byHistory(syncs), ...byWebhook(syncs), ...byPoll(syncs, every * 1000)]),
    );
  fc.assert(
    fc.property(story, (facts) => {
      const syncs = deriveSyncs(facts);
      expect(deriveSyncs([...facts, ...facts].reverse())).toEqual(syncs);
      expect(deriveSyncs(syncs.flatMap(factsOfSync))).toEqual(syncs);
      const names = syncs.flatMap((sync) => sync.sync_id ?? []);
      expect(new Set(names).size).toBe(names.length);
    }),
    { numRuns: rounds(200, 4000) },
  );
});
