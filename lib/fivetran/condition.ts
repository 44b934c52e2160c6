import "server-only";
import type { UpstreamCondition } from "@/lib/model/snapshot";

/** As many failed attempts in a row mean that the upstream, not one call of it, is in trouble. */
const ENOUGH = 2;
/** So often a refused key is tried again. */
export const PROBE_MS = 300_000;

/** How the upstream has been answering: refused, unreachable, out of budget or fine. */
export class Condition {
  /** `probe_at`: when the key is tried again by what nobody waits for. */
  #refused: { since: number; message: string; probe_at: number } | null = null;
  #failing: { since: number; message: string; attempts: number } | null = null;
  #limited: { until: number; message: string } | null = null;

  /** An answer that shows the key works. */
  answered(): void {
    this.#refused = null;
    this.#failing = null;
  }

  /** A 401. */
  refused(message: string, now: number): void {
    this.#failing = null;
    this.#refused = { since: this.#refused?.since ?? now, message, probe_at: now + PROBE_MS };
  }

  /**
   * Until when what nobody waits for is held back, as the key was refused; null where it may leave. Each time it may,
   * it is the one probe, and the next waits anew.
   */
  heldUntil(now: number): number | null {
    if (!this.#refused) return null;
    const { probe_at } = this.#refused;
    // A clock that was set back does not make it wait for longer.
    if (now < probe_at && now >= probe_at - PROBE_MS) return probe_at;
    this.#refused.probe_at = now + PROBE_MS;
    return null;
  }

  /** An attempt without a usable answer, or with a 5xx one. */
  failed(message: string, now: number): void {
    const { since, attempts } = this.#failing ?? { since: now, attempts: 0 };
    this.#failing = { since, message, attempts: attempts + 1 };
  }

  /** A 429 that holds every call until `until`. */
  limited(message: string, until: number): void {
    this.#failing = null;
    this.#limited = { until, message };
  }

  /**
   * The worst that holds now. No answer at all is newer than a refused key and says nothing about it: the refusal
   * is remembered beside it, until some answer shows that the key works.
   */
  now(now: number): UpstreamCondition {
    if (this.#failing && this.#failing.attempts >= ENOUGH) {
      const { since, message } = this.#failing;
      const refused_since = this.#refused?.since ?? null;
      return { state: "unreachable", since, message, next_try_at: null, refused_since };
    }
    if (this.#refused) {
      const { since, message } = this.#refused;
      return { state: "refused", since, message };
    }
    if (this.#limited && this.#limited.until > now) return { state: "rate_limited", ...this.#limited };
    return { state: "ok" };
  }
}
