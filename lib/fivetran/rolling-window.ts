import "server-only";

/** Counts what happened within the last `span` milliseconds. Times have to be added in order. */
export class RollingWindow {
  #times: number[] = [];
  #first = 0;

  constructor(readonly span: number) {}

  add(now: number): void {
    this.#times.push(now);
  }

  count(now: number): number {
    this.#forget(now);
    return this.#times.length - this.#first;
  }

  /** The earliest time at which fewer than `most` are left in the window. */
  below(most: number, now: number): number {
    const surplus = this.count(now) - most;
    if (surplus < 0) return now;
    return (this.#times[this.#first + surplus] ?? now) + this.span;
  }

  #forget(now: number): void {
    while (this.#first < this.#times.length && (this.#times[this.#first] ?? now) <= now - this.span)
      this.#first++;
    if (this.#first > 1000 && this.#first * 2 > this.#times.length) {
      this.#times = this.#times.slice(this.#first);
      this.#first = 0;
    }
  }
}
