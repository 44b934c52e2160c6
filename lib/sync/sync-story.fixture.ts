import "server-only";
import fc from "fast-check";
import type { Told } from "@/lib/model/told-sync";
import type { SyncFact } from "@/lib/sync/sync-facts";

/** One sync as it really ran, in epoch milliseconds. */
export interface RealSync {
  name: string;
  start: number;
  /** A first try that failed within the same sync. */
  retried_at: number | null;
  end: number;
  outcome: "succeeded" | "failed";
}

const SECOND = 1000;
const span = (least: number, most: number) => fc.integer({ min: least, max: most }).map((it) => it * SECOND);

/** Up to six syncs of one connection, one after the other, some of them close together. */
export const realSyncs: fc.Arbitrary<RealSync[]> = fc
  .array(
    fc.record({
      rest: fc.oneof(span(1, 60), span(60, 7200)),
      lasts: fc.oneof(span(5, 60), span(60, 7200)),
      retried: fc.boolean(),
      outcome: fc.constantFrom("succeeded" as const, "failed" as const),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => {
    let at = 1_000_000 * SECOND;
    return list.map(({ rest, lasts, retried, outcome }, index) => {
      const start = at + rest;
      at = start + lasts;
      const retried_at = retried && lasts > 10 * SECOND ? start + Math.floor(lasts / 2) : null;
      return { name: `sync-${index}`, start, retried_at, end: at, outcome };
    });
  });

const told = (sync: RealSync, source: Told["source"], more: Partial<Told>): Told => ({
  kind: "told",
  sync_id: sync.name,
  source,
  started_at: null,
  ended_at: null,
  status: null,
  reason: null,
  rest: null,
  ...more,
});

const wordFor = (outcome: RealSync["outcome"]) => (outcome === "succeeded" ? "SUCCESSFUL" : "FAILURE");

/** What a webhook says of these syncs: start, the failed try, end; each half a second late. */
export function byWebhook(syncs: readonly RealSync[]): Told[] {
  return syncs.flatMap((sync) => [
    told(sync, "webhook", { started_at: sync.start + 500 }),
    ...(sync.retried_at === null
      ? []
      : [told(sync, "webhook", { ended_at: sync.retried_at + 500, status: "FAILURE", reason: "timeout" })]),
    told(sync, "webhook", { ended_at: sync.end + 500, status: wordFor(sync.outcome) }),
  ]);
}

/** What the sync history says of them. */
export function byHistory(syncs: readonly RealSync[]): Told[] {
  return syncs.map((sync) =>
    told(sync, "history", {
      started_at: sync.start,
      ended_at: sync.end,
      status: wordFor(sync.outcome),
      rest: { rows: 1 },
    }),
  );
}

/** What looks once in `every` milliseconds see, until an hour after the last end. */
export function byPoll(syncs: readonly RealSync[], every: number): SyncFact[] {
  const facts: SyncFact[] = [];
  const [first] = syncs;
  const last = syncs.at(-1);
  if (!first || !last) return facts;
  let before = { at: first.start - 3 * every, running: false, succeeded: 0, failed: 0 };
  for (let at = first.start - 2 * every; at <= last.end + 3_600_000; at += every) {
    const ends = syncs.flatMap((sync) => [
      ...(sync.retried_at === null ? [] : [{ at: sync.retried_at, outcome: "failed" as const }]),
      { at: sync.end, outcome: sync.outcome },
    ]);
    const lastOf = (outcome: RealSync["outcome"]) =>
      Math.max(0, ...ends.filter((it) => it.outcome === outcome && it.at <= at).map((it) => it.at));
    const now = {
      at,
      running: syncs.some((sync) => sync.start <= at && at < sync.end),
      succeeded: lastOf("succeeded"),
      failed: lastOf("failed"),
    };
    const seen = now.running ? at - 1 : at;
    const exact = (["succeeded", "failed"] as const).flatMap((kind) =>
      now[kind] > before[kind] ? [{ kind, at: now[kind], seen, not_before: before.at }] : [],
    );
    facts.push(...exact);
    if (now.running && (!before.running || exact.length > 0))
      facts.push({ kind: "running", seen: at, not_before: before.running ? seen : before.at });
    before = now;
  }
  return facts;
}
