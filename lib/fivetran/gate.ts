import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { type Call, isWrite } from "@/lib/fivetran/call";
import { Condition } from "@/lib/fivetran/condition";
import { type Envelope, envelopeOf } from "@/lib/fivetran/envelope";
import { BadAnswer, heldBack, noAnswer, refusal } from "@/lib/fivetran/failure";
import { Pause } from "@/lib/fivetran/pause";
import { type Asker, Quota } from "@/lib/fivetran/quota";
import { readShort, readText } from "@/lib/fivetran/read-body";
import { retryAt } from "@/lib/fivetran/retry-after";
import { Slots } from "@/lib/fivetran/slots";
import { type Answer, TIMEOUTS, type Timeouts, type UpstreamConfig, Wire } from "@/lib/fivetran/wire";
import { log } from "@/lib/log";
import type { QuotaState, UpstreamCondition } from "@/lib/model/snapshot";

export interface GateOptions {
  timeouts?: Partial<Timeouts>;
  /** Mean wait before the first repeat of a read; doubles with each. */
  retry_ms?: number;
  now?: () => number;
}

const ATTEMPTS: Record<Asker, number> = { person: 4, poller: 3 };
/** Longer than this nobody is kept waiting for a pause to end: the error says when to come back. */
const PATIENCE = 5000;
/** A quota window of a minute is worth waiting for, by someone who waits anyway. */
const WINDOW_PATIENCE = 65_000;
/** An answer up to this size is read and checked before its first byte is passed on. */
const SHORT_READ = 16_384;
const SHORT_WRITE = 1_048_576;
const SHORT_MS = 20;

/** The one way to the upstream: queue, quota, pause, repeats of reads, one form of error. */
export class Gate {
  readonly #wire: Wire;
  readonly #timeouts: Timeouts;
  readonly #now: () => number;
  readonly #retryMs: number;
  readonly #quota = new Quota();
  readonly #pause = new Pause();
  readonly #condition = new Condition();
  /** Calls that ask the source take minutes; they have their own queue so that nothing else waits for them. */
  readonly #slots = { quick: new Slots(8, 3), slow: new Slots(16, 1) };
  readonly #listeners = new Set<() => void>();

  constructor(config: UpstreamConfig, { timeouts, retry_ms = 250, now = Date.now }: GateOptions = {}) {
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
    this.#wire = new Wire(config, this.#timeouts);
    this.#retryMs = retry_ms;
    this.#now = now;
  }

  /** Sends a call and reads its whole answer. Throws AppError for everything but a success. */
  ask(call: Call): Promise<Envelope> {
    return this.#run(call, async (answer, deadline) => {
      const text = await deadline(readText(answer.body));
      const envelope = envelopeOf(text);
      if (!envelope) throw new BadAnswer(answer.status, faultOf(text));
      return envelope;
    });
  }

  /**
   * Sends a call and hands on its answer as bytes. A short answer has been read to its end and found to be JSON; a
   * long one begins while the upstream still sends. Throws AppError for everything but a success.
   */
  open(call: Call): Promise<Answer & { text: string | null }> {
    return this.#run(call, async (answer, deadline) => {
      const write = isWrite(call);
      const most = write ? SHORT_WRITE : SHORT_READ;
      const text = await deadline(readShort(answer.body, most, write ? this.#timeouts.write : SHORT_MS));
      if (text !== null && !envelopeOf(text)) throw new BadAnswer(answer.status, faultOf(text));
      return { ...answer, text };
    });
  }

  quota(): QuotaState {
    const now = this.#now();
    const { limit, remaining, as_of } = this.#quota;
    const until = this.#pause.until("all");
    return {
      limit,
      remaining,
      as_of,
      paused_until: until > now ? until : null,
      spent: this.#quota.spent(now),
    };
  }

  condition(): UpstreamCondition {
    return this.#condition.now(this.#now());
  }

  /** Calls `listener` when the condition or a pause may have changed. Returns what ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends every call under way; reads fail, writes end in `unknown_outcome`. */
  close(): Promise<void> {
    return this.#wire.close();
  }

  async #run<T>(call: Call, finish: Finish<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const release = await this.#turn(call);
      try {
        return await this.#attempt(call, finish);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (isWrite(call) || attempt >= ATTEMPTS[call.as] || !isPassing(error)) throw error;
        if (call.signal?.aborted) throw error;
      } finally {
        release();
      }
      await this.#rest(call, this.#retryMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }

  /** Waits for a slot, the end of a pause and a place in the quota. */
  async #turn(call: Call): Promise<() => void> {
    const slots = call.cost === "all" ? this.#slots.quick : this.#slots.slow;
    for (;;) {
      const free = await slots.acquire(call.as, call.signal).catch((cause: unknown) => {
        throw noAnswer(call, cause, false);
      });
      const now = this.#now();
      const resumes = this.#pause.until(call.cost);
      const at = Math.max(resumes, this.#quota.readyAt(call.cost, call.as, now));
      if (at <= now) {
        this.#quota.take(call.cost, call.as, now);
        return free;
      }
      free();
      const patience = call.as === "person" && at > resumes ? WINDOW_PATIENCE : PATIENCE;
      if (at - now > patience) throw heldBack(at);
      await this.#rest(call, at - now);
    }
  }

  async #rest(call: Call, ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: call.signal }).catch((cause: unknown) => {
      throw noAnswer(call, cause, false);
    });
  }

  async #attempt<T>(call: Call, finish: Finish<T>): Promise<T> {
    const sent = this.#now();
    const trace = { sent: false };
    const stop = new AbortController();
    const signal = call.signal ? AbortSignal.any([call.signal, stop.signal]) : stop.signal;
    let answer: Answer | null = null;
    try {
      answer = await this.#wire.send(call, trace, signal);
      this.#quota.learn(
        header(answer, "x-rate-limit"),
        header(answer, "x-rate-limit-remaining"),
        sent,
        this.#slots.quick.running + this.#slots.slow.running - 1,
      );
      if (answer.status >= 400) throw await this.#refused(call, answer, sent, stop);
      if (answer.status >= 300) throw new BadAnswer(answer.status, "it sent us to another address");
      if (answer.status < 200) throw new BadAnswer(answer.status, "it switched protocols");
      const value = await finish(answer, (work) => this.#within(work, this.#wire.patience(call), stop));
      this.#pause.clear();
      this.#changed(() => this.#condition.answered());
      return value;
    } catch (thrown) {
      answer?.body.on("error", () => {}).destroy();
      const error = thrown instanceof AppError ? thrown : noAnswer(call, thrown, trace.sent);
      if (!(thrown instanceof AppError) && !call.signal?.aborted) {
        this.#changed(() => this.#condition.failed(error.message, this.#now()));
      }
      throw error;
    } finally {
      const ms = this.#now() - sent;
      log.debug({ operation: call.operation, as: call.as, status: answer?.status ?? null, ms }, "upstream");
    }
  }

  /** Reads the answer of a refused call and notes what it says about the upstream. */
  async #refused(call: Call, answer: Answer, sent: number, stop: AbortController): Promise<AppError> {
    const text = await this.#within(readText(answer.body), this.#timeouts.body, stop).catch(() => "");
    const now = this.#now();
    if (answer.status === 429) {
      const said = retryAt(header(answer, "retry-after"), header(answer, "date"), now);
      const bucket = (this.#quota.remaining ?? 0) > 0 ? call.cost : "all";
      const until = this.#pause.hold(bucket, said, sent, now);
      const error = refusal(call, 429, envelopeOf(text), until);
      if (bucket === "all") {
        this.#changed(() => this.#condition.limited(error.message, until));
        setTimeout(() => this.#tell(), until - now + 1).unref();
      }
      return error;
    }
    const error = refusal(call, answer.status, envelopeOf(text), null);
    this.#changed(() => {
      if (answer.status === 401) this.#condition.refused(error.message, now);
      else if (answer.status >= 500) this.#condition.failed(error.message, now);
      else this.#condition.answered();
    });
    return error;
  }

  async #within<T>(work: Promise<T>, ms: number, stop: AbortController): Promise<T> {
    const timer = setTimeout(() => stop.abort(new DOMException("too slow", "TimeoutError")), ms);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  #changed(change: () => void): void {
    const before = JSON.stringify(this.condition());
    change();
    if (JSON.stringify(this.condition()) !== before) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

type Finish<T> = (answer: Answer, deadline: <V>(work: Promise<V>) => Promise<V>) => Promise<T>;

function header(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Whether the same read may well succeed in a moment: a 404, a refused key, a redirect or a long silence will not. */
function isPassing({ code, facts }: AppError): boolean {
  if (code === "rate_limited") return true;
  const status = facts.upstream_status ?? 500;
  return code === "upstream" && (status < 300 || status >= 500);
}

function faultOf(text: string): string {
  if (text.trim() === "") return "its answer was empty";
  return text.trimStart().startsWith("<") ? "its answer was a web page" : "its answer was cut off";
}
