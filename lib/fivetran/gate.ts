import "server-only";
import { AppError } from "@/lib/errors";
import { Admission, rest } from "@/lib/fivetran/admission";
import { type Call, isWrite } from "@/lib/fivetran/call";
import { Condition, PROBE_MS } from "@/lib/fivetran/condition";
import { type Envelope, envelopeOf } from "@/lib/fivetran/envelope";
import { BadAnswer, heldByRefusal, noAnswer, refusal } from "@/lib/fivetran/failure";
import type { Asker } from "@/lib/fivetran/quota";
import { readShort, readText } from "@/lib/fivetran/read-body";
import {
  type Answer,
  headerOf,
  TIMEOUTS,
  type Timeouts,
  type UpstreamConfig,
  Wire,
} from "@/lib/fivetran/wire";
import { log } from "@/lib/log";
import type { QuotaState, UpstreamCondition } from "@/lib/model/snapshot";

export interface GateOptions {
  timeouts?: Partial<Timeouts>;
  /** Mean wait before the first repeat of a read; doubles with each. */
  retry_ms?: number;
  now?: () => number;
}

const ATTEMPTS: Record<Asker, number> = { person: 4, poller: 3, job: 4 };
/** An answer up to this size is read and checked before its first byte is passed on. */
const SHORT_READ = 16_384;
const SHORT_WRITE = 1_048_576;
const SHORT_MS = 20;
/** An error answer is JSON of a line or two. */
const REFUSAL_BYTES = 262_144;
/** A long answer has to end some time, even if it trickles on. */
const STREAM_MS = 300_000;

/** The one way to the upstream: queue, quota, pause, repeats of reads, one form of error. */
export class Gate {
  readonly #wire: Wire;
  readonly #timeouts: Timeouts;
  readonly #now: () => number;
  readonly #retryMs: number;
  readonly #admission: Admission;
  readonly #condition = new Condition();
  readonly #listeners = new Set<() => void>();

  constructor(config: UpstreamConfig, { timeouts, retry_ms = 250, now = Date.now }: GateOptions = {}) {
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
    this.#wire = new Wire(config, this.#timeouts);
    this.#retryMs = retry_ms;
    this.#now = now;
    this.#admission = new Admission(now);
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
    return this.#run(call, async (answer, deadline, stop) => {
      const most = isWrite(call) ? SHORT_WRITE : SHORT_READ;
      const short = Number(headerOf(answer, "content-length") ?? Number.NaN) <= SHORT_READ;
      const ms = isWrite(call) || short ? STREAM_MS : SHORT_MS;
      const text = await deadline(readShort(answer.body, most, ms));
      if (text === null) {
        const timer = setTimeout(() => stop.abort(tooSlow()), STREAM_MS);
        answer.body.on("close", () => clearTimeout(timer));
      } else if (!envelopeOf(text)) throw new BadAnswer(answer.status, faultOf(text));
      return { ...answer, text };
    });
  }

  quota(): QuotaState {
    return this.#admission.state();
  }

  scarce(): boolean {
    return this.#admission.scarce();
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
      this.#holdBack(call);
      const release = await this.#admission.admit(call);
      try {
        return await this.#attempt(call, finish);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (isWrite(call) || attempt >= ATTEMPTS[call.as] || !isPassing(error)) throw error;
        if (call.signal?.aborted) throw error;
      } finally {
        release();
      }
      await rest(call, this.#retryMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }

  /** People's calls always leave: whoever has mended the key need not wait. */
  #holdBack({ as }: Call): void {
    const until = as === "person" ? null : this.#condition.heldUntil(this.#now());
    if (until !== null) throw heldByRefusal(until);
  }

  async #attempt<T>(call: Call, finish: Finish<T>): Promise<T> {
    const sent = this.#now();
    const trace = { sent: false };
    const stop = new AbortController();
    const unfollow = follow(call.signal, stop);
    let answer: Answer | null = null;
    try {
      answer = await this.#wire.send(call, trace, stop.signal);
      this.#admission.learn(answer, sent);
      if (answer.status >= 400) throw await this.#refused(call, answer, sent, stop);
      if (answer.status >= 300) throw new BadAnswer(answer.status, "it sent us to another address");
      if (answer.status < 200) throw new BadAnswer(answer.status, "it switched protocols");
      const deadline: Deadline = (work) => this.#within(work, this.#wire.patience(call), stop);
      const value = await finish(answer, deadline, stop);
      this.#admission.passed();
      this.#changed(() => this.#condition.answered());
      if (answer.body.closed) unfollow();
      else answer.body.once("close", unfollow);
      return value;
    } catch (thrown) {
      unfollow();
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
    const { body: patience } = this.#timeouts;
    const reading = this.#within(readShort(answer.body, REFUSAL_BYTES, patience), patience, stop);
    const envelope = envelopeOf((await reading.catch(() => null)) ?? "");
    const now = this.#now();
    if (answer.status === 429) {
      const { until, all } = this.#admission.hold(call, answer, sent);
      const error = refusal(call, 429, envelope, until);
      if (all) {
        this.#changed(() => this.#condition.limited(error.message, until));
        setTimeout(() => this.#tell(), until - now + 1).unref();
      }
      return error;
    }
    const again = answer.status === 401 && call.as !== "person" ? now + PROBE_MS : null;
    const error = refusal(call, answer.status, envelope, again);
    this.#changed(() => {
      if (answer.status === 401) this.#condition.refused(error.message, now);
      else if (answer.status >= 500) this.#condition.failed(error.message, now);
      else this.#condition.answered();
    });
    return error;
  }

  async #within<T>(work: Promise<T>, ms: number, stop: AbortController): Promise<T> {
    const timer = setTimeout(() => stop.abort(tooSlow()), ms);
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

type Deadline = <V>(work: Promise<V>) => Promise<V>;
type Finish<T> = (answer: Answer, deadline: Deadline, stop: AbortController) => Promise<T>;

const tooSlow = () => new DOMException("too slow", "TimeoutError");

/** Has `stop` abort with `signal`, until told otherwise. AbortSignal.any took a twentieth of each call's time. */
function follow(signal: AbortSignal | undefined, stop: AbortController): () => void {
  const abort = () => stop.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  return () => signal?.removeEventListener("abort", abort);
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
