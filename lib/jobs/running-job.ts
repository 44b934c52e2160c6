import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job } from "@/lib/model/job";
import { compact } from "@/lib/store/columns";
import { changeJob, type JobRow, jobOf } from "@/lib/store/jobs";
import { hearEvents } from "@/lib/sync/hub";
import { tellJob } from "@/lib/sync/schema/tell-schema";

/** What a job comes to. */
export interface Ending<Result = unknown> {
  state: "done" | "failed" | "canceled" | "unknown";
  /** A sentence: what is and what is not the case now. */
  note: string;
  result?: Result | null;
}

const CALM_MS = 500;

type Stand = Partial<Pick<JobRow, "note" | "done" | "total" | "waits_until">>;

/** A job while this process runs it. */
export class RunningJob<Input = unknown> {
  readonly id: string;
  readonly connection_id: string;
  readonly kind: Job["kind"];
  readonly actor: string;
  readonly request_id: string;
  readonly created_at: number;
  readonly input: Input;
  /** Steps that an earlier process had behind it. */
  readonly before: number;
  readonly #stop = new AbortController();
  readonly #deaf: () => void;
  #canceled: boolean;
  #pending: Stand = {};
  #timer: NodeJS.Timeout | null = null;
  #written = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(row: JobRow) {
    this.id = row.id;
    this.connection_id = row.connection_id;
    this.kind = row.kind;
    this.actor = row.actor;
    this.request_id = row.request_id;
    this.created_at = row.created_at;
    this.input = row.input as Input;
    this.before = row.done;
    this.#canceled = false;
    // Whoever asks it to stop, on whichever instance: everyone is told.
    this.#deaf = hearEvents((event) => {
      if (event.type === "job" && event.job.id === this.id) this.#heard(event.job);
    });
    this.#heard(row);
  }

  /** Fires when the job is asked to stop, and when the process stops. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get canceled(): boolean {
    return this.#canceled;
  }

  /** Cuts it short without anyone having asked for that: the process stops. */
  halt(): void {
    this.#stop.abort();
  }

  /** Says where the job stands, at once. */
  async note(note: string, more: Stand = {}): Promise<void> {
    Object.assign(this.#pending, more, { note });
    await this.#write();
  }

  /** Counts on; written twice a second at most. */
  progress(done: number, total: number, note?: string): void {
    Object.assign(this.#pending, { done, total }, note === undefined ? {} : { note });
    const wait = this.#written + CALM_MS - Date.now();
    this.#timer ??= setTimeout(() => void this.#write().catch(() => {}), Math.max(0, wait));
  }

  /** Waits, and says until when. @throws the signal's reason when the job is asked to stop */
  async waitUntil(at: number, note: string): Promise<void> {
    await this.note(note, { waits_until: at });
    await this.rest(at - Date.now());
    this.#pending.waits_until = null;
    await this.#write();
  }

  /** @throws the signal's reason when the job is asked to stop */
  async rest(ms: number): Promise<void> {
    await sleep(Math.max(0, ms), undefined, { signal: this.signal });
  }

  /** Has it wait for a process again, with what it did so far kept. */
  async handBack(note: string): Promise<void> {
    await this.#last({ state: "queued", holder: null, waits_until: null, note });
  }

  async end({ state, note, result = null }: Ending): Promise<void> {
    const kept = result === null ? null : await compact(result);
    await this.#last({ state, note, result: kept, ended_at: Date.now(), waits_until: null });
  }

  /** Stops listening; the row stays as it is. */
  leave(): void {
    this.#deaf();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #last(to: Partial<JobRow>): Promise<void> {
    this.leave();
    await this.#writing;
    const row = await changeJob(this.id, { ...this.#pending, ...to });
    if (row) await tellJob(jobOf(row));
  }

  #heard({ cancel_asked }: Pick<Job, "cancel_asked">): void {
    if (!cancel_asked || this.#canceled) return;
    this.#canceled = true;
    this.#stop.abort();
  }

  #write(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.catch(() => {}).then(() => this.#put());
    return this.#writing;
  }

  async #put(): Promise<void> {
    const to = this.#pending;
    if (Object.keys(to).length === 0) return;
    this.#pending = {};
    this.#written = Date.now();
    const row = await changeJob(this.id, to);
    // Another process took it for dead, or its account was forgotten: nothing more is to be sent.
    if (!row) return this.#stop.abort();
    this.#heard(row);
    await tellJob(jobOf(row));
  }
}
