import "server-only";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import type { Sweeper } from "@/lib/fivetran/quota";
import { errorText, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { storeFailure } from "@/lib/store/store-failure";
import { knownUpstream } from "@/lib/store/upstream";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts, presentPlan } from "@/lib/sync/account-status";
import { AlertWatch } from "@/lib/sync/alerts/alert-watch";
import { settleDead } from "@/lib/sync/alive";
import { dropHintsBefore, onHint } from "@/lib/sync/hints";
import { type Identity, identify } from "@/lib/sync/identify";
import { Leadership } from "@/lib/sync/leadership";
import type { Lease } from "@/lib/sync/lease";
import { memory } from "@/lib/sync/memory";
import { followPace, notedPace, ownPace, type Pace } from "@/lib/sync/pace";
import { pollerTimes } from "@/lib/sync/poller-times";
import { Pruning } from "@/lib/sync/pruning";
import { Resting } from "@/lib/sync/resting";
import { SingleReads } from "@/lib/sync/single-reads";
import { sweepNow } from "@/lib/sync/sweep-now";
import { tellStore } from "@/lib/sync/tell-store";
import { liesAhead } from "@/lib/sync/time-ahead";
import { onWatch } from "@/lib/sync/watch";
import { WebhookWatch } from "@/lib/sync/webhooks/webhook-watch";

const FIRST_RETRY_MS = 15_000;
const LONGEST_REST_MS = 10_000;

/** Reads the account at the pace its budget allows; of several instances one, which holds the lease. */
export class Poller {
  readonly #stopped = new AbortController();
  #running: Promise<void> | null = null;
  #wake: () => void = () => {};
  #identified = false;
  #settled_at = 0;
  #retry_at = 0;
  #failures = 0;
  #leader: Pace | null = null;
  readonly #single = new SingleReads();
  readonly #pruning = new Pruning(Date.now());
  readonly #webhooks = new WebhookWatch();
  readonly #leadership = new Leadership(
    () => ({ ...this.#single.purse(), pace: ownPace() }),
    (state) => {
      this.#single.take(state);
      this.wake();
    },
    (state) => {
      this.#leader = notedPace(state);
    },
  );
  readonly #resting = new Resting(this.#stopped.signal);
  readonly #alerts = new AlertWatch();

  constructor(readonly identity: Identity) {}

  start(): void {
    onWatch(() => this.wake());
    onHint(() => this.wake());
    this.#leadership.start();
    this.#alerts.start(() => this.wake());
    this.#running ??= this.#loop();
  }

  /** Ends after the step under way, which is cut short; hands the lease on. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#alerts.stop();
    this.wake();
    await this.#running;
    await this.#pruning.ended();
    await this.#leadership.stop();
  }

  /** Has the poller look at once what there is to do. */
  wake(): void {
    this.#wake();
  }

  /** A failed sweep is no longer worth waiting for: someone's call went through. */
  recovered(): void {
    if (this.#failures === 0) return;
    this.#retry_at = 0;
    this.wake();
  }

  async #loop(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      const rest = await this.guarded();
      if (rest > 0 && !this.#stopped.signal.aborted) await this.#rest(Math.min(rest, LONGEST_REST_MS));
    }
  }

  #rest(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  /** A step whose failure is logged, and told to pages where it is the database's. @returns as `step` */
  async guarded(now = Date.now()): Promise<number> {
    try {
      const rest = await this.step(now);
      if (this.#failures === 0) tellStore(null, now);
      return rest;
    } catch (error) {
      tellStore(storeFailure(error), now);
      log.error({ error: errorText(error) }, "poller");
      return LONGEST_REST_MS;
    }
  }

  /** Does the one thing that is due. @returns how many milliseconds nothing is. */
  async step(now = Date.now()): Promise<number> {
    if (!this.#identified) {
      if (now < this.#retry_at) return this.#retry_at - now;
      if (!(await this.#try(() => identify(this.identity, this.#stopped.signal))))
        return this.#retry_at - Date.now();
      this.#identified = true;
      accountChanged();
    }
    const upstream_id = knownUpstream();
    if (upstream_id === null) return LONGEST_REST_MS;
    await this.#leadership.beat();
    const lease = this.#leadership.held();
    if (!lease) return this.#follow();
    pollerFacts().leader = null;
    await this.#settle(now);
    const rests = await this.#resting.step(now);
    if (rests !== null) return Math.min(rests, this.#leadership.rest());
    const sweep_at = this.#sweepAt(now);
    pollerFacts().next_sweep_at = sweep_at;
    if (sweep_at <= now) {
      await this.#sweep(lease);
      return 0;
    }
    const judged = await this.#judge(now, lease);
    const { signal } = this.#stopped;
    const wait = this.#failures > 0 ? Number.POSITIVE_INFINITY : await this.#single.step(now, signal);
    if (wait === "sweep") {
      await this.#sweep(lease);
      return 0;
    }
    if (wait > 0 && (await this.#webhooks.step(now, signal))) return 0;
    if (wait > 0 && this.#failures === 0 && (await this.#single.history(upstream_id, now, signal))) return 0;
    this.#pruning.step(await store(), now, signal);
    return Math.min(sweep_at - now, wait, judged, this.#leadership.rest());
  }

  /** Judges the alert rules where it is time. @returns in how many milliseconds it is again */
  async #judge(now: number, lease: Lease): Promise<number> {
    try {
      return await this.#alerts.step(now, lease);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict")) throw error;
      this.#leadership.lost();
      return 0;
    }
  }

  /** Settles what dead processes left unfinished. */
  async #settle(now: number): Promise<void> {
    if (now < this.#settled_at + pollerTimes().settle) return;
    this.#settled_at = now;
    await settleDead(await store());
  }

  #follow(): number {
    followPace(this.#leader);
    return this.#leadership.rest();
  }

  #sweepAt(now: number): number {
    const { sweep_started_at } = memory();
    const never = sweep_started_at === null || liesAhead(sweep_started_at, now);
    const due = never ? 0 : sweep_started_at + presentPlan(memory()).interval_ms;
    const paused = fivetran().quota().paused_until ?? 0;
    return Math.max(this.#failures > 0 ? this.#retry_at : due, paused > 0 ? paused + 500 : 0);
  }

  async #sweep(lease: Lease): Promise<void> {
    const began = Date.now();
    const held = () => this.#leadership.held()?.token === lease.token;
    const swept = await this.#try(() => sweepNow("poller", { lease, held, signal: this.#stopped.signal }));
    if (swept) dropHintsBefore(began);
  }

  /** Runs what asks Fivetran; after a failure the next try comes later each time. */
  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#failures = 0;
      pollerFacts().failing = null;
      return true;
    } catch (error) {
      if (this.#stopped.signal.aborted) return false;
      // Another instance has taken over: it is its turn, nothing is wrong.
      if (error instanceof AppError && error.code === "conflict") {
        this.#leadership.lost();
        return false;
      }
      const { interval_ms } = presentPlan(memory());
      const rest = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, Math.max(interval_ms, FIRST_RETRY_MS));
      this.#failures += 1;
      this.#retry_at = Math.max(Date.now() + rest, retryAt(error));
      // Nothing is wrong with Fivetran.
      if (storeFailure(error)) throw error;
      const message = error instanceof AppError ? error.message : "Headgate failed; its log says why.";
      pollerFacts().failing = { since: pollerFacts().failing?.since ?? Date.now(), message };
      pollerFacts().next_sweep_at = this.#retry_at;
      log.warn({ error: errorText(error) }, "sweep failed");
      accountChanged();
      return false;
    }
  }
}

const retryAt = (error: unknown): number => (error instanceof AppError ? (error.facts.retry_at ?? 0) : 0);

const held = singleton<{ poller: Poller | null }>("poller", () => ({ poller: null }));

/** Starts this process's poller; a second call does nothing. */
export function startPoller(identity: Identity): void {
  held.poller ??= new Poller(identity);
  held.poller.start();
}

export async function stopPoller(): Promise<void> {
  const { poller } = held;
  held.poller = null;
  await poller?.stop();
}

/** Reads the account now, on `as`'s account of calls. Throws AppError as the client does. */
export async function refreshNow(as: Sweeper): Promise<void> {
  if (knownUpstream() === null && held.poller) await identify(held.poller.identity, undefined, as);
  await sweepNow(as, {});
  held.poller?.recovered();
}

/** The upstream answers again, or no longer: tells browsers, and the poller if it was waiting for that. */
export function upstreamChanged(): void {
  if (fivetran().condition().state === "ok") held.poller?.recovered();
  accountChanged();
}
