import "server-only";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";

/** A page that stays open has its connection's history read this often. */
const REST_MS = 30 * 60_000;

/**
 * Whose sync history is read next: first of the connections that somebody looks at, then of those that may have
 * synced while nobody looked at the account. Kept by the process that leads.
 */
export class HistoryTurns {
  readonly #asked = new Map<string, number>();
  #missed: string[] = [];

  /** Notes that nobody looked from `from` to `to`: the connections whose last sync ended then are to be read. */
  missed({ from, to }: { from: number; to: number }, rows: Iterable<ConnectionRow>): void {
    const known = new Set(this.#missed);
    for (const row of rows) {
      const ended = Math.max(row.succeeded_at ?? 0, row.failed_at ?? 0);
      if (ended >= from && ended <= to && !known.has(row.id)) this.#missed.push(row.id);
    }
  }

  /** @param idle whether calls are left over for what nobody waits for */
  next(watched: ReadonlySet<string>, idle: boolean, now: number): string | null {
    for (const id of watched)
      if (now - (this.#asked.get(id) ?? Number.NEGATIVE_INFINITY) >= REST_MS) return id;
    return idle ? (this.#missed[0] ?? null) : null;
  }

  /** Notes that it was asked for, whatever came of it. */
  asked(id: string, now: number): void {
    for (const [other, at] of this.#asked) if (now - at > REST_MS) this.#asked.delete(other);
    this.#asked.set(id, now);
    this.#missed = this.#missed.filter((other) => other !== id);
  }

  /** Another account is looked at from now on. */
  forget(): void {
    this.#asked.clear();
    this.#missed = [];
  }
}

/** The turns of this process. */
export const historyTurns = (): HistoryTurns => singleton("history-turns", () => new HistoryTurns());
