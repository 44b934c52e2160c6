import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Call } from "@/lib/fivetran/call";
import { callMeter } from "@/lib/fivetran/call-meter";
import { heldBack, noAnswer } from "@/lib/fivetran/failure";
import { Pause } from "@/lib/fivetran/pause";
import { Quota } from "@/lib/fivetran/quota";
import { retryAt } from "@/lib/fivetran/retry-after";
import { Slots } from "@/lib/fivetran/slots";
import { type Answer, headerOf } from "@/lib/fivetran/wire";
import type { QuotaState } from "@/lib/model/snapshot";

/** Longer than this nobody is kept waiting for a pause to end: the error says when to come back. */
const PATIENCE = 5000;
/** A quota window of a minute is worth waiting for, by someone who waits anyway. */
const WINDOW_PATIENCE = 65_000;

/** Decides when a call may leave: a slot, no pause, a place in the quota. */
export class Admission {
  readonly #quota = new Quota();
  readonly #pause = new Pause();
  /** Calls that ask the source take minutes; they have their own queue so that nothing else waits for them. */
  readonly #slots = {
    quick: new Slots(8, { poller: 3, job: 3 }),
    slow: new Slots(16, { poller: 1, job: 8 }),
  };

  constructor(private readonly now: () => number) {}

  /** Resolves when the call may leave, with what gives its slot back. Throws AppError `rate_limited` for a long wait. */
  async admit(call: Call): Promise<() => void> {
    const slots = call.cost === "all" ? this.#slots.quick : this.#slots.slow;
    for (;;) {
      const free = await slots.acquire(call.as, call.signal).catch((cause: unknown) => {
        throw noAnswer(call, cause, false);
      });
      const now = this.now();
      const resumes = this.#pause.until(call.cost);
      const at = Math.max(resumes, this.#quota.readyAt(call.cost, call.as, now));
      if (at <= now) {
        this.#quota.take(call.cost, call.as, now);
        callMeter().add(call, now);
        return free;
      }
      free();
      const patience = call.as === "person" && at > resumes ? WINDOW_PATIENCE : PATIENCE;
      if (at - now > patience) throw heldBack(at);
      await rest(call, at - now);
    }
  }

  /** Reads the quota headers of an answer to a call that left at `sent`. */
  learn(answer: Answer, sent: number): void {
    const inFlight = this.#slots.quick.running + this.#slots.slow.running - 1;
    this.#quota.learn(
      headerOf(answer, "x-rate-limit"),
      headerOf(answer, "x-rate-limit-remaining"),
      sent,
      inFlight,
    );
  }

  /** Takes note of a 429. `until` is when to try again, `all` whether every call has to wait for it. */
  hold(call: Call, answer: Answer, sent: number): { until: number; all: boolean } {
    const now = this.now();
    const said = retryAt(headerOf(answer, "retry-after"), headerOf(answer, "date"), now);
    const bucket = (this.#quota.remaining ?? 0) > 0 ? call.cost : "all";
    return { until: this.#pause.hold(bucket, said, sent, now), all: bucket === "all" };
  }

  /** A call went through. */
  passed(): void {
    this.#pause.clear();
  }

  scarce(): boolean {
    return this.#quota.scarce(this.now());
  }

  state(): QuotaState {
    const now = this.now();
    const { limit, remaining, as_of } = this.#quota;
    const until = this.#pause.until("all");
    const paused_until = until > now ? until : null;
    const exhausted_at = this.#quota.exhaustedAt(now);
    return { limit, remaining, as_of, paused_until, exhausted_at, spent: this.#quota.spent(now) };
  }
}

/** Waits, unless the caller gives the call up. */
export async function rest(call: Call, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal: call.signal }).catch((cause: unknown) => {
    throw noAnswer(call, cause, false);
  });
}
