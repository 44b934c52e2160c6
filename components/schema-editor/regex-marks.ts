import type { RegexAnswer, RegexAsk } from "@/components/schema-editor/regex-worker";
import type { NameMarks } from "@/lib/model/schema/name-marks";

const PATIENCE_MS = 1000;
const LOADING_PATIENCE_MS = 15_000;

export const TOO_LONG = "This expression takes too long. Simplify it, or use * and ? instead.";
const NO_WORKER =
  "The search by expressions could not be started. Use * and ? instead, or load the page again.";

interface Asked extends RegexAsk {
  names: readonly string[];
  resolve: (marks: NameMarks) => void;
  reject: (error: Error) => void;
}

/**
 * Tests names against regular expressions off the main thread, one at a time. An expression that runs for too long is
 * given up, and its worker with it.
 */
export class RegexMarks {
  #worker: Worker | null = null;
  #ready = false;
  /** What the worker was given. */
  #names: readonly string[] | null = null;
  #asked: Asked | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The marks of one expression. What was asked before and has no answer yet is given up; its promise never settles.
   * Rejects with an Error whose message is a sentence.
   */
  mark(names: readonly string[], source: string, flags: string): Promise<NameMarks> {
    if (this.#ready && this.#asked) this.stop();
    return new Promise((resolve, reject) => {
      this.#asked = { names, source, flags, resolve, reject };
      if (this.#ready) this.#send();
      else this.#start();
    });
  }

  /** Has the worker begin, as it takes a while. */
  warm(): void {
    this.#start();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.#names = null;
    this.#asked = null;
  }

  #start(): void {
    if (this.#worker) return;
    const worker = new Worker(new URL("./regex-worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    this.#timer = setTimeout(() => this.#fail(NO_WORKER), LOADING_PATIENCE_MS);
    worker.onerror = () => this.#fail(NO_WORKER);
    worker.onmessage = ({ data }: MessageEvent<RegexAnswer>) => {
      clearTimeout(this.#timer);
      if (data === null) {
        this.#ready = true;
        this.#send();
        return;
      }
      const asked = this.#asked;
      this.#asked = null;
      asked?.resolve(data);
    };
  }

  #send(): void {
    if (!this.#asked) return;
    const { names, source, flags } = this.#asked;
    const ask: RegexAsk = names === this.#names ? { source, flags } : { names, source, flags };
    this.#names = names;
    this.#timer = setTimeout(() => this.#fail(TOO_LONG), PATIENCE_MS);
    this.#worker?.postMessage(ask);
  }

  #fail(words: string): void {
    const asked = this.#asked;
    this.stop();
    asked?.reject(new Error(words));
  }
}
