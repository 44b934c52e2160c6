import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Candidate,
  DETAIL_GAP_MS,
  fillPurse,
  nextDetail,
  type Purse,
  planPolling,
  sweepInstead,
} from "@/lib/sync/budget";

const HOUR = 3_600_000;

test("the budget is 5 % of the quota, at most 400 calls an hour", () => {
  expect(planPolling(20_000, 1).budget_per_hour).toBe(400);
  expect(planPolling(7000, 1).budget_per_hour).toBe(350);
  expect(planPolling(500, 1).budget_per_hour).toBe(25);
  expect(planPolling(3, 1).budget_per_hour).toBe(1);
});

test("before an answer has told the quota, the smallest one is assumed", () => {
  expect(planPolling(null, 1)).toEqual(planPolling(500, 1));
});

test("sweeps, hourly lists and single connections together fit into the budget", () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 50_000 }), fc.integer({ min: 1, max: 50 }), (limit, calls) => {
      const plan = planPolling(limit, calls);
      const sweeps = (HOUR / plan.interval_ms) * calls;
      expect(sweeps + 2 + plan.details_per_hour).toBeLessThanOrEqual(plan.budget_per_hour + 1e-6);
    }),
  );
});

test("an account of a thousand is swept every 18 s, one of five thousand every 91 s", () => {
  expect(planPolling(20_000, 1).interval_ms).toBe(18_275);
  expect(planPolling(20_000, 5).interval_ms).toBe(91_371);
});

test("an interval set by the operator stands", () => {
  expect(planPolling(20_000, 5, 1000).interval_ms).toBe(1000);
});

const candidate = (id: string, read_at: number, watched = true): Candidate => ({ id, read_at, watched });

test("watched connections take turns, each at most once in 5 s", () => {
  const purse: Purse = { calls: 50, at: 0 };
  const two = [candidate("a", 1000), candidate("b", 2000)];
  expect(nextDetail(two, purse, 200, 8000)).toEqual({ id: "a" });
  expect(nextDetail([candidate("a", 8000), candidate("b", 2000)], purse, 200, 8000)).toEqual({ id: "b" });
  expect(nextDetail([candidate("a", 8000), candidate("b", 9000)], purse, 200, 9500)).toEqual({ wait: 3500 });
});

test("a syncing connection that nobody watches gets what the watched ones leave", () => {
  const both = [candidate("syncing", 0, false), candidate("watched", 4000)];
  expect(nextDetail(both, { calls: 80, at: 0 }, 200, 10_000)).toEqual({ id: "watched" });
  const later = [candidate("syncing", 0, false), candidate("watched", 10_000)];
  expect(nextDetail(later, { calls: 80, at: 0 }, 200, 10_000)).toEqual({ id: "syncing" });
  expect(nextDetail(later, { calls: 20, at: 0 }, 200, 10_000)).toEqual({ wait: 5000 });
});

test("nobody watched and nothing syncing needs no calls", () => {
  expect(nextDetail([], { calls: 80, at: 0 }, 200, 0)).toEqual({ wait: Number.POSITIVE_INFINITY });
});

test("no hour sees more calls for single connections than their share, however many are watched", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 200 }),
      fc.array(fc.record({ watched: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      (share, kinds) => {
        const read = new Map(kinds.map((_, index) => [`c${index}`, 0]));
        const calls: number[] = [];
        let purse: Purse = { calls: share, at: 0 };
        let now = HOUR;
        while (now < 3 * HOUR) {
          purse = fillPurse(purse, share, now);
          const all = kinds.map(({ watched }, index) =>
            candidate(`c${index}`, read.get(`c${index}`) ?? 0, watched),
          );
          const next = nextDetail(all, purse, share, now);
          if ("wait" in next) {
            now += Math.min(Math.max(1, next.wait), 60_000);
            continue;
          }
          expect(now - (read.get(next.id) ?? 0)).toBeGreaterThanOrEqual(DETAIL_GAP_MS);
          purse = { ...purse, calls: purse.calls - 1 };
          read.set(next.id, now);
          calls.push(now);
        }
        for (const [index, start] of calls.entries()) {
          const within = calls.slice(index).filter((time) => time < start + HOUR).length;
          expect(within).toBeLessThanOrEqual(share);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("webhooks go before mere syncing, after open pages, and leave those a few calls", () => {
  const hinted = { ...candidate("h", 0, false), hinted: true };
  const rich: Purse = { calls: 60, at: 0 };
  expect(nextDetail([candidate("s", 0, false), hinted], rich, 200, 10_000)).toEqual({ id: "h" });
  expect(nextDetail([candidate("w", 4_000), hinted], rich, 200, 10_000)).toEqual({ id: "w" });
  expect(nextDetail([hinted], { calls: 5, at: 0 }, 200, 10_000)).toEqual({ wait: Number.POSITIVE_INFINITY });
  expect(nextDetail([{ ...hinted, read_at: 9_500 }], rich, 200, 10_000)).toEqual({ wait: 500 });
});

test("many hints at once are one sweep, where that is cheaper and can be afforded", () => {
  const purse: Purse = { calls: 60, at: 0 };
  expect(sweepInstead(5, 1, purse, 200)).toBe(false);
  expect(sweepInstead(6, 1, purse, 200)).toBe(true);
  expect(sweepInstead(1_000, 5, purse, 200)).toBe(true);
  expect(sweepInstead(4, 5, purse, 200)).toBe(false);
  expect(sweepInstead(1_000, 5, { calls: 9, at: 0 }, 200)).toBe(false);
});
