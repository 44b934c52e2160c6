import type { Cost } from "@/lib/contract/endpoint";
import type { Clock } from "@/lib/sandbox/clock";
import { Refusal } from "@/lib/sandbox/reply";
import type { Instant } from "@/lib/sandbox/state";

export const QUOTAS = ["trial", "standard", "off"] as const;
export type QuotaName = (typeof QUOTAS)[number];

type Bucket = "all" | "source" | "setup-test";

interface Limit {
  bucket: Bucket;
  window: number;
  most: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Rolling windows of the account (D: rest-api/rate-limiting). */
const LIMITS: Record<QuotaName, readonly Limit[]> = {
  trial: [
    { bucket: "all", window: HOUR, most: 500 },
    { bucket: "source", window: MINUTE, most: 25 },
    { bucket: "source", window: HOUR, most: 250 },
    { bucket: "setup-test", window: HOUR, most: 50 },
  ],
  standard: [
    { bucket: "all", window: HOUR, most: 20_000 },
    { bucket: "source", window: MINUTE, most: 500 },
    { bucket: "source", window: HOUR, most: 5_000 },
    { bucket: "setup-test", window: MINUTE, most: 250 },
    { bucket: "setup-test", window: HOUR, most: 2_500 },
  ],
  off: [],
};

/** A setup test also counts as a look at the source, and everything counts in all. */
const BUCKETS_OF: Record<Cost, readonly Bucket[]> = {
  all: [],
  source: ["source"],
  "setup-test": ["source", "setup-test"],
};

/** The account's request quotas, in windows of sandbox time. */
export class Quota {
  readonly #spent: Record<Bucket, Instant[]> = { all: [], source: [], "setup-test": [] };

  constructor(
    readonly name: QuotaName,
    private readonly clock: Clock,
  ) {}

  /** Counts a request that arrives. Throws the 429 when the hour is used up. */
  admit(): void {
    this.#check("all");
    if (this.name !== "off") this.#spent.all.push(this.clock.now());
  }

  /** Counts what a request costs beyond itself. Throws the 429 when one of those windows is full. */
  charge(cost: Cost): void {
    const buckets = BUCKETS_OF[cost];
    for (const bucket of buckets) this.#check(bucket);
    if (this.name === "off") return;
    for (const bucket of buckets) this.#spent[bucket].push(this.clock.now());
  }

  /** The headers of every answer: the hourly limit and what is left of it; full where quotas are off. */
  headers(): Record<string, string> {
    const most = LIMITS[this.name][0]?.most ?? 20_000;
    this.#forget("all", HOUR);
    return {
      "X-Rate-Limit": String(most),
      "X-Rate-Limit-Remaining": String(Math.max(0, most - this.#spent.all.length)),
    };
  }

  #check(bucket: Bucket): void {
    this.#forget(bucket, HOUR);
    const spent = this.#spent[bucket];
    const now = this.clock.now();
    const waits = LIMITS[this.name]
      .filter((limit) => limit.bucket === bucket)
      .map(({ window, most }) => {
        // The call that has to leave the window before another fits.
        const blocking = spent[spent.length - most];
        return blocking === undefined ? 0 : blocking + window - now;
      });
    const wait = Math.max(0, ...waits);
    if (wait === 0) return;
    const real = this.clock.toReal(wait);
    // A standing clock frees nothing: then the seconds are those of the sandbox.
    const seconds = Math.max(1, Math.ceil((Number.isFinite(real) ? real : wait) / 1000));
    throw new Refusal(429, "TooManyRequests", "Too many requests. Rate limit exceeded.", {
      "Retry-After": String(seconds),
    });
  }

  #forget(bucket: Bucket, window: number): void {
    const spent = this.#spent[bucket];
    const horizon = this.clock.now() - window;
    let gone = 0;
    while (gone < spent.length && (spent[gone] ?? 0) <= horizon) gone += 1;
    if (gone > 0) spent.splice(0, gone);
  }
}
