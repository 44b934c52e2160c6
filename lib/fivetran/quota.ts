import "server-only";
import type { Cost } from "@/lib/contract/endpoint";
import { QuotaTrend } from "@/lib/fivetran/quota-trend";
import { RollingWindow } from "@/lib/fivetran/rolling-window";

/** Who asks the upstream: someone who waits for the answer, or the poller and long jobs, which can wait. */
export type Asker = "person" | "poller" | "job";

/** Who may have the whole account read. */
export type Sweeper = Exclude<Asker, "job">;

type Bucket = "source" | "setup-test";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Calls per window that Fivetran states beside X-Rate-Limit (D: rest-api/rate-limiting). */
const STANDARD = {
  source: { minute: 500, hour: 5000 },
  "setup-test": { minute: 250, hour: 2500 },
};
const TRIAL = {
  source: { minute: 25, hour: 250 },
  "setup-test": { minute: Number.POSITIVE_INFINITY, hour: 50 },
};
const TRIAL_LIMIT = 500;

/** The part of the hour's budget that the poller and jobs leave to people. */
const RESERVE = 0.1;
/** Below this part of the hour's budget the poller rests. */
const POLLING_RESERVE = 0.2;
/** The part of a bucket's windows that jobs leave to people. */
const WINDOW_RESERVE = 0.2;
/** Below this part of the budget calls are spaced out, so that what is left lasts. */
const SCARCE = 0.02;
const SPACING_MOST = 2000;
/** With nothing left, one call in this time finds out whether the rolling hour has freed some. */
const PROBE = 10_000;

/** A setup test also counts as a look at the source (section 1 of the API notes). */
const BUCKETS: Record<Cost, readonly Bucket[]> = {
  all: [],
  source: ["source"],
  "setup-test": ["source", "setup-test"],
};

/** What is left of Fivetran's quotas as far as its headers and our own calls tell. */
export class Quota {
  limit: number | null = null;
  remaining: number | null = null;
  as_of: number | null = null;
  readonly #trend = new QuotaTrend();
  #sinceThen = 0;
  #last = Number.NEGATIVE_INFINITY;
  readonly #spent = {
    person: new RollingWindow(HOUR),
    poller: new RollingWindow(HOUR),
    job: new RollingWindow(HOUR),
  };
  readonly #windows = {
    source: { minute: new RollingWindow(MINUTE), hour: new RollingWindow(HOUR) },
    "setup-test": { minute: new RollingWindow(MINUTE), hour: new RollingWindow(HOUR) },
  };

  /** Calls of the last hour by who asked. */
  spent(now: number): Record<Asker, number> {
    const { person, poller, job } = this.#spent;
    return { person: person.count(now), poller: poller.count(now), job: job.count(now) };
  }

  /** Counts a call that leaves now. */
  take(cost: Cost, as: Asker, now: number): void {
    this.#spent[as].add(now);
    this.#sinceThen++;
    this.#last = now;
    for (const bucket of BUCKETS[cost]) {
      this.#windows[bucket].minute.add(now);
      this.#windows[bucket].hour.add(now);
    }
  }

  /** Reads the quota headers of an answer to a call that left at `sent`; of two answers the later call's counts. */
  learn(limit: string | undefined, remaining: string | undefined, sent: number, inFlight: number): void {
    if (!/^\d{1,9}$/.test(limit ?? "") || !/^\d{1,9}$/.test(remaining ?? "")) return;
    if (this.as_of !== null && sent < this.as_of) return;
    this.limit = Number(limit);
    this.remaining = Number(remaining);
    this.as_of = sent;
    this.#sinceThen = inFlight;
    this.#trend.add(this.remaining, sent);
  }

  /** When nothing would be left if all went on as in the last minutes; null where that is not within the hour. */
  exhaustedAt(now: number): number | null {
    return this.#trend.exhaustedAt(now);
  }

  /** Whether so little is left that only people should ask, as far as is known. */
  scarce(now: number): boolean {
    if (this.limit === null || this.remaining === null || this.as_of === null) return false;
    return now - this.as_of <= HOUR && this.remaining - this.#sinceThen < this.limit * POLLING_RESERVE;
  }

  /** When a call may leave, in epoch milliseconds; not after `now` if it is free to go. */
  readyAt(cost: Cost, as: Asker, now: number): number {
    const plan = this.limit !== null && this.limit <= TRIAL_LIMIT ? TRIAL : STANDARD;
    const share = as === "job" ? 1 - WINDOW_RESERVE : 1;
    const windows = BUCKETS[cost].flatMap((bucket) => [
      this.#windows[bucket].minute.below(Math.floor(plan[bucket].minute * share), now),
      this.#windows[bucket].hour.below(Math.floor(plan[bucket].hour * share), now),
    ]);
    return Math.max(now, this.#budgetAt(as, now), ...windows);
  }

  #budgetAt(as: Asker, now: number): number {
    if (this.limit === null || this.remaining === null || this.as_of === null) return now;
    // What was left an hour ago says nothing about the present hour.
    if (now - this.as_of > HOUR) return now;
    const left = this.remaining - this.#sinceThen;
    if (left <= 0) return this.#last + PROBE;
    if (as !== "person" && left <= this.limit * RESERVE) return now + PROBE;
    if (left > this.limit * SCARCE) return now;
    return this.#last + Math.min(SPACING_MOST, HOUR / this.limit);
  }
}
