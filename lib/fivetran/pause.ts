import "server-only";
import type { Cost } from "@/lib/contract/endpoint";

const FIRST = 5000;
const LONGEST = 600_000;

/**
 * Holds calls back after a 429. While the hour's budget has something left, a 429 of a call that asks the source
 * speaks of that bucket only; otherwise of all calls.
 */
export class Pause {
  readonly #until: Record<Cost, number> = { all: 0, source: 0, "setup-test": 0 };
  #growth = 0;
  #since = Number.NEGATIVE_INFINITY;

  /** When a call of this cost may leave; in the past when nothing holds it. */
  until(cost: Cost): number {
    if (cost === "all") return this.#until.all;
    if (cost === "source") return Math.max(this.#until.all, this.#until.source);
    return Math.max(...Object.values(this.#until));
  }

  /**
   * Takes note of a 429 to a call that left at `sent`; `at` is what its Retry-After said. Without that the
   * pause doubles, once per pause: calls that were under way when it began do not lengthen it.
   */
  hold(cost: Cost, at: number | null, sent: number, now: number): number {
    if (at === null && sent >= this.#since) {
      this.#growth = Math.min(this.#growth + 1, 12);
      this.#since = now;
    }
    const guess = now + Math.min(LONGEST, FIRST * 2 ** Math.max(0, this.#growth - 1));
    this.#until[cost] = Math.max(this.#until[cost], at ?? guess);
    return this.#until[cost];
  }

  /** A call went through. */
  clear(): void {
    this.#growth = 0;
  }
}
