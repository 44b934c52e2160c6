import "server-only";
import { AppError } from "@/lib/errors";
import { errorText, log } from "@/lib/log";
import { evaluateAlerts } from "@/lib/sync/alerts/evaluate-alerts";
import { ALERTS, countAlerts } from "@/lib/sync/alerts/tell-alerts";
import { hearEvents } from "@/lib/sync/hub";
import type { Lease } from "@/lib/sync/lease";
import { memory } from "@/lib/sync/memory";

/** Time alone makes data late and pauses long. */
const AGAIN_MS = 15_000;
const LEAST_MS = 1_000;
/** Settings that rules are judged by. */
const JUDGED_BY = new Set([ALERTS, "objectives", "annotations"]);

/** When the lease's holder judges the rules: after each change of the snapshot or of a rule, and every 15 seconds. */
export class AlertWatch {
  #at = 0;
  #seen = "";
  #asked = false;
  #upstream: number | null = null;
  #deaf: () => void = () => {};

  /** `wake` is called when there is something to judge before long. */
  start(wake: () => void): void {
    this.#deaf();
    this.#deaf = hearEvents((event) => {
      if (event.type !== "setting" || !JUDGED_BY.has(event.name)) return;
      this.#asked = true;
      wake();
    });
  }

  stop(): void {
    this.#deaf();
  }

  /**
   * Judges if it is time; a failure is logged and tried again.
   * @returns in how many milliseconds it is time again
   * @throws AppError `conflict` when the lease is lost
   */
  async step(now: number, lease: Lease): Promise<number> {
    const { version, swept_at, upstream_id } = memory();
    const seen = `${upstream_id} ${version} ${swept_at}`;
    const since = now - this.#at;
    if (since >= 0 && since < LEAST_MS) return LEAST_MS - since;
    if (!this.#asked && seen === this.#seen && since >= 0 && since < AGAIN_MS) return AGAIN_MS - since;
    this.#at = now;
    this.#asked = false;
    if (upstream_id !== this.#upstream) await countAlerts();
    this.#upstream = upstream_id;
    try {
      await evaluateAlerts(lease, now);
      this.#seen = seen;
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict") throw error;
      log.warn({ error: errorText(error) }, "alerts");
    }
    return AGAIN_MS;
  }
}
