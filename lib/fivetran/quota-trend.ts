import "server-only";

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** How far back it looks, and what it needs to say anything. */
const SPAN = 15 * MINUTE;
const LEAST = 2 * MINUTE;

/** How the rest of the hour's budget has been going, by what Fivetran said of it: about one look a minute. */
export class QuotaTrend {
  #looks: { remaining: number; at: number }[] = [];

  add(remaining: number, at: number): void {
    const last = this.#looks.at(-1);
    const previous = this.#looks.at(-2);
    // The newest counts, and one a minute is kept of what was before.
    if (last && previous && last.at - previous.at < MINUTE) this.#looks.pop();
    this.#looks.push({ remaining, at });
    this.#looks = this.#looks.filter((look) => at - look.at <= SPAN);
  }

  /**
   * When nothing would be left if it went on like this, in epoch milliseconds; null where it does not fall, where that
   * is more than an hour away, and where too little is known.
   */
  exhaustedAt(now: number): number | null {
    const first = this.#looks[0];
    const last = this.#looks.at(-1);
    if (!first || !last || last.at - first.at < LEAST || now - last.at > SPAN) return null;
    const used = first.remaining - last.remaining;
    if (used <= 0) return null;
    const at = last.at + (last.remaining * (last.at - first.at)) / used;
    return at - now > HOUR ? null : Math.max(now, Math.ceil(at));
  }
}
