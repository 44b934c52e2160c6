import "server-only";
import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import { AppError } from "@/lib/errors";
import { errorText, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import type { Store } from "@/lib/store/database";
import { knownUpstream } from "@/lib/store/upstream";

/** Only another instance's jobs have to be looked for: a queue of one process is told of each. */
const POLL_MS = 5_000;
const MOST_AT_ONCE = 16;
/** As for migrations: instances that start together must not make the same tables together. */
const QUEUE_LOCK = 7002;

/**
 * pg-boss on either store. It hands each waiting job to one process; how the job stands is in our own row, so the
 * queue forgets it once it is handed over and never runs it again.
 */
export class Queue {
  readonly #boss: PgBoss;
  readonly #made = new Map<number, Promise<string>>();
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #fetching = false;
  #again = false;
  #stopped = false;

  constructor(
    private readonly store: Store,
    /** Claims the job and runs it; resolves with null where it is not to be run, else with its end. */
    private readonly run: (id: string) => Promise<{ ended: Promise<void> } | null>,
  ) {
    const db = {
      executeSql: async (text: string, values: unknown[]) =>
        (await store.run(text, values)) as { rows: unknown[] },
    };
    this.#boss = new PgBoss({ db, schedule: false, supervise: false });
    this.#boss.on("error", (error) => log.error({ error: errorText(error) }, "job queue"));
  }

  async start(): Promise<void> {
    await this.#alone(async () => {
      await this.#boss.start();
    });
    if (this.store.kind === "postgres") this.#timer = setInterval(() => this.nudge(), POLL_MS);
  }

  /** Has a job wait for a process of this account. */
  async send(upstream_id: number, id: string): Promise<void> {
    const name = await this.#queueOf(upstream_id);
    await this.#boss.send(name, {}, { id, retryLimit: 0, expireInHours: 23, retentionDays: 30 });
    this.nudge();
  }

  /** Has a job that was written down wait where it does not: its process died before it got so far. */
  async sendAgain(upstream_id: number, id: string): Promise<void> {
    const name = await this.#queueOf(upstream_id);
    const held = await this.#boss.getJobById(name, id);
    if (held?.state === "created") return;
    if (held) await this.#boss.deleteJob(name, id);
    await this.send(upstream_id, id);
  }

  /** Looks for waiting jobs now. */
  nudge(): void {
    this.#again = true;
    if (this.#fetching || this.#stopped) return;
    this.#fetching = true;
    void this.#fetch()
      .catch((error: unknown) => log.error({ error: errorText(error) }, "job queue"))
      .finally(() => {
        this.#fetching = false;
      });
  }

  /** Takes no more jobs; resolves when those under way have ended, or after `ms`. */
  async stop(ms: number): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    const late = new Promise<void>((done) => setTimeout(done, ms).unref());
    await Promise.race([Promise.allSettled(this.#running), late]);
    await this.#boss.stop({ graceful: false, close: false });
  }

  async #fetch(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const upstream_id = knownUpstream();
      if (upstream_id === null || this.#running.size >= MOST_AT_ONCE) return;
      const name = await this.#queueOf(upstream_id);
      for (const { id } of await this.#boss.fetch(name, { batchSize: MOST_AT_ONCE - this.#running.size })) {
        const work = await this.run(id);
        await this.#boss.deleteJob(name, id);
        if (!work) continue;
        this.#again = true;
        const ended = work.ended.finally(() => {
          this.#running.delete(ended);
          this.nudge();
        });
        this.#running.add(ended);
      }
    }
  }

  /** Each account has a queue of its own: its jobs are for processes that reach it. */
  #queueOf(upstream_id: number): Promise<string> {
    const made = this.#made.get(upstream_id);
    if (made) return made;
    const name = `upstream-${upstream_id}`;
    const making = this.#alone(async () => {
      await this.#boss.createQueue(name);
      return name;
    });
    this.#made.set(upstream_id, making);
    making.catch(() => this.#made.delete(upstream_id));
    return making;
  }

  /** On the embedded database this process is alone, and its one connection is not to be held. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.store.kind === "pglite") return work();
    return this.store.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${QUEUE_LOCK})`);
      return work();
    });
  }
}

export const held = singleton<{ queue: Queue | null }>("job-queue", () => ({ queue: null }));

/** The queue of this process. @throws AppError `unavailable` before it was started */
export function queue(): Queue {
  if (!held.queue) throw new AppError("unavailable", "Headgate is starting. Try again in a few seconds.");
  return held.queue;
}
