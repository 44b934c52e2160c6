import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { oneAtATime } from "@/lib/fivetran/one-at-a-time";
import { bulkEnding, bulkNote } from "@/lib/jobs/bulk-ending";
import { freshRow, stepOf, takeStep } from "@/lib/jobs/bulk-item";
import { settleItem } from "@/lib/jobs/bulk-settle";
import type { Ending, RunningJob } from "@/lib/jobs/running-job";
import { isStopping } from "@/lib/jobs/stopping";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { allOf, type BulkCounts, type BulkItemState } from "@/lib/model/bulk/bulk-job";
import { type BulkItemRow, countItems, itemsOf, moveItem } from "@/lib/store/bulk-jobs";
import { tellAnnotations } from "@/lib/sync/annotate";

export interface BulkInput {
  act: BulkAct;
  actor: Actor;
}

const AT_ONCE = 3;
/** So many in a row that fail without it being about them: the rest would too. */
const MOST_IN_A_ROW = 6;
const REST_MS = 30_000;
const TELL_EACH = 50;
const GONE = "It is not in the account any more. Nothing was sent.";

/**
 * Does one act to many connections, a few at once, within what jobs may take of the quota. Each is looked at before it
 * is written to and left alone where it is so already; each is sent once. Goes on with a job whose process died: what
 * may have been sent is looked up, what is done stays done.
 */
export function bulkConnections(job: RunningJob<BulkInput>): Promise<Ending> {
  return new Bulk(job).run();
}

class Bulk {
  readonly #act: BulkAct;
  #counts: BulkCounts = { waiting: 0, sending: 0, done: 0, skipped: 0, failed: 0, unknown: 0 };
  #queue: BulkItemRow[] = [];
  #inARow = 0;
  #trouble: AppError | null = null;
  #waiting: Promise<void> | null = null;
  #untold: string[] = [];

  constructor(private readonly job: RunningJob<BulkInput>) {
    this.#act = job.input.act;
  }

  async run(): Promise<Ending> {
    const { job } = this;
    this.#counts = await countItems(job.id);
    await this.#note();
    const left = await itemsOf(job.id, ["sending", "waiting"]);
    // What may be out is looked up before anything else is sent.
    this.#queue = left.sort((a, b) => rank(a) - rank(b) || a.place - b.place).reverse();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work()));
    await this.#tell();
    if (!isStopping()) await this.#closeOpen();
    return bulkEnding(this.#act, this.#counts, this.#trouble);
  }

  async #work(): Promise<void> {
    for (;;) {
      await this.#waiting;
      if (this.job.signal.aborted || this.#trouble) return;
      const item = this.#queue.pop();
      if (!item) return;
      await (item.state === "sending" ? this.#settle(item, STOPPED) : this.#do(item));
    }
  }

  async #do(item: BulkItemRow): Promise<void> {
    const { job } = this;
    const { actor } = job.input;
    try {
      await oneAtATime(item.connection_id, actor.id, async () => {
        const row = await freshRow(this.#act, item.connection_id, job.signal);
        if (!row) return this.#move(item, "failed", GONE);
        const step = await stepOf(this.#act, row);
        if (step.kind === "already" || step.kind === "cannot")
          return this.#move(item, "skipped", `${step.why}. Nothing was sent.`);
        if (job.signal.aborted || !(await this.#move(item, "sending"))) return;
        await takeStep(this.#act, step, item.connection_id, { actor, request_id: job.request_id });
        await this.#move(item, "done");
        this.#untold.push(item.connection_id);
        if (this.#untold.length >= TELL_EACH) await this.#tell();
      });
      this.#inARow = 0;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.#failed(item, error);
    }
  }

  async #failed(item: BulkItemRow, error: AppError): Promise<void> {
    const { job } = this;
    if (error.code === "unknown_outcome" && item.state === "sending")
      return this.#settle(item, firstSentence(error.message));
    if (error.code === "rate_limited") {
      // A refusal for want of quota means that nothing was done.
      if (item.state === "sending" && !(await this.#move(item, "waiting"))) return;
      this.#queue.push(item);
      return this.#wait(error.facts.retry_at ?? Date.now() + REST_MS);
    }
    if (item.state === "waiting" && job.signal.aborted) return;
    await this.#move(item, "failed", error.message);
    const { upstream_status: status = 0 } = error.facts;
    const own = error.code === "conflict" || (status >= 400 && status < 500 && status !== 401);
    this.#inARow = own ? 0 : this.#inARow + 1;
    if (this.#inARow >= MOST_IN_A_ROW) this.#trouble = error;
  }

  async #settle(item: BulkItemRow, why: string): Promise<void> {
    const { connection_id, at } = item;
    const sent_at = at ?? this.job.created_at;
    const found = await settleItem(this.job, this.#act, { connection_id, why, sent_at });
    if (found) await this.#move(item, found.state, found.note);
  }

  /** Stopped by a person while it was looked up. */
  async #closeOpen(): Promise<void> {
    for (const item of await itemsOf(this.job.id, ["sending"]))
      await this.#move(
        item,
        "unknown",
        "It was sent; whether it took place was not looked up, as the job was stopped.",
      );
  }

  /** @returns false where this process runs the job no longer */
  async #move(item: BulkItemRow, state: BulkItemState, note: string | null = null): Promise<boolean> {
    if (!(await moveItem(this.job.id, item, state, note))) {
      this.job.halt();
      return false;
    }
    this.#counts[item.state] -= 1;
    this.#counts[state] += 1;
    item.state = state;
    item.at = Date.now();
    const { waiting, sending } = this.#counts;
    const total = allOf(this.#counts);
    this.job.progress(total - waiting - sending, total, bulkNote(this.#act, this.#counts));
    return true;
  }

  /** One wait for all; a stop ends it. */
  #wait(at: number): Promise<void> {
    this.#waiting ??= this.job
      .waitUntil(at, `${bulkNote(this.#act, this.#counts)} It waits for quota.`)
      .catch(() => {})
      .finally(() => {
        this.#waiting = null;
      });
    return this.#waiting;
  }

  async #tell(): Promise<void> {
    if (this.#act.kind !== "tags" || this.#untold.length === 0) return;
    await tellAnnotations(this.#untold.splice(0));
  }

  #note(): Promise<void> {
    const { waiting, sending } = this.#counts;
    const total = allOf(this.#counts);
    return this.job.note(bulkNote(this.#act, this.#counts), { done: total - waiting - sending, total });
  }
}

const STOPPED = "Headgate was stopped before Fivetran's answer arrived.";

const rank = ({ state }: BulkItemRow): number => (state === "sending" ? 0 : 1);

const firstSentence = (text: string): string => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
