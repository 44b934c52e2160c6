import "server-only";
import { AppError } from "@/lib/errors";
import { countedAs } from "@/lib/fivetran/call-meter";
import { fivetran } from "@/lib/fivetran/client";
import { log } from "@/lib/log";
import { fitsPath } from "@/lib/model/path";
import { presentPlan } from "@/lib/sync/account-status";
import {
  type Candidate,
  fillPurse,
  nextDetail,
  type Purse,
  purseLeft,
  sweepInstead,
} from "@/lib/sync/budget";
import { dropHint, hintedNow } from "@/lib/sync/hints";
import { historyStep } from "@/lib/sync/history-step";
import { lookAt } from "@/lib/sync/look-at";
import { memory } from "@/lib/sync/memory";
import { watchedNow } from "@/lib/sync/watch";

const HOUR = 3_600_000;
/** Past syncs that nobody waits for are read while the purse, which holds half an hour's share, is three quarters full. */
const IDLE_PART = 0.5 * 0.75;

/** What the poller spends on single connections: those that are watched, hinted at or syncing, and past syncs. */
export class SingleReads {
  #purse: Purse = { calls: 0, at: 0 };
  readonly #asked = new Map<string, number>();

  /** What the next holder of the lease has to know of it. */
  purse(): Purse {
    return this.#purse;
  }

  /** Goes on with what the last holder noted. */
  take(noted: unknown): void {
    this.#purse = purseLeft(noted, Date.now());
  }

  /**
   * Reads one connection that is watched or syncing, if one's turn has come.
   * @returns how many milliseconds nothing is due; "sweep" where reading all of them costs less, which is paid for then
   */
  async step(now: number, signal: AbortSignal): Promise<number | "sweep"> {
    const { details_per_hour } = presentPlan(memory());
    this.#purse = fillPurse(this.#purse, details_per_hour, now);
    if (!maySpend()) return Number.POSITIVE_INFINITY;
    const hinted = hintedNow(now);
    const sweep_calls = Math.max(1, Math.ceil(memory().rows.size / 1000));
    if (sweepInstead(hinted.size, sweep_calls, this.#purse, details_per_hour)) {
      this.#spend(sweep_calls);
      return "sweep";
    }
    const next = nextDetail(this.#candidates(now, hinted), this.#purse, details_per_hour, now);
    if ("wait" in next) return next.wait;
    this.#spend(1);
    this.#asked.set(next.id, now);
    dropHint(next.id);
    // One connection that cannot be read is no trouble of the account's: the next sweep shows it as well.
    const reason = hinted.has(next.id) ? "webhooks" : "pages";
    await countedAs(reason, () => lookAt(next.id, "poller", signal)).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      log.debug({ error: error.message, connection_id: next.id }, "details");
    });
    return 0;
  }

  /** Reads what Fivetran knows of past syncs, of one connection, where calls are left for it. @returns whether it did */
  async history(upstream_id: number, now: number, signal: AbortSignal): Promise<boolean> {
    if (this.#purse.calls < 1 || !maySpend()) return false;
    const idle = this.#purse.calls > presentPlan(memory()).details_per_hour * IDLE_PART;
    const calls = await historyStep(upstream_id, idle, now, signal);
    this.#spend(calls);
    return calls > 0;
  }

  #spend(calls: number): void {
    this.#purse = { ...this.#purse, calls: this.#purse.calls - calls };
  }

  #candidates(now: number, hinted: ReadonlySet<string>): Candidate[] {
    const watched = watchedNow(now);
    const candidates: Candidate[] = [];
    const add = (id: string) => {
      const read_at = this.#asked.get(id) ?? 0;
      candidates.push({ id, watched: watched.has(id), hinted: hinted.has(id), read_at });
    };
    const { rows } = memory();
    for (const { id, sync_state } of rows.values()) {
      if (watched.has(id) || hinted.has(id) || sync_state === "syncing") add(id);
    }
    // One that was just created is not in the snapshot yet.
    for (const id of hinted) if (!rows.has(id) && fitsPath(id)) add(id);
    for (const [id, at] of this.#asked) if (now - at > HOUR) this.#asked.delete(id);
    return candidates;
  }
}

function maySpend(): boolean {
  const spent = fivetran().quota().spent.poller >= presentPlan(memory()).budget_per_hour;
  return !spent && fivetran().condition().state === "ok";
}
