import "server-only";
import { AppError } from "@/lib/errors";
import type { Ending, RunningJob } from "@/lib/jobs/running-job";
import { tablesToLoad } from "@/lib/jobs/tables-to-load";
import { countOf } from "@/lib/model/names";
import type { LoadColumnsResult, SchemaJobAsk } from "@/lib/model/schema/schema-answers";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import { keepTableColumns } from "@/lib/sync/schema/table-columns";
import { tellSchema } from "@/lib/sync/schema/tell-schema";

export type LoadColumnsInput = Pick<Extract<SchemaJobAsk, { kind: "load_columns" }>, "tables">;

const AT_ONCE = 6;
const LISTED = 100;
/** So many tables in a row without an answer: it is not about the tables. */
const MOST_IN_A_ROW = 12;
const TELL_MS = 3_000;
/** A page that follows a large schema reads all of it again each time. */
const TELL_LARGE_MS = 15_000;
const LARGE = 1_000;
const REST_MS = 30_000;

/**
 * Reads all columns of many tables, a few at once, within the share of the quota that jobs have. What cannot be read is
 * counted and does not stop the rest; read a second time, it goes on where it was.
 */
export async function loadColumns(job: RunningJob<LoadColumnsInput>): Promise<Ending<LoadColumnsResult>> {
  await job.note("Looking which tables have columns to read.");
  const { tree } =
    (await keptTree(job.connection_id)) ??
    (await readSchemaConfig(job.connection_id, "job", job.signal)).kept;
  const work = new Loading(job, tablesToLoad(tree, job.input.tables, job.before > 0 ? job.created_at : null));
  return work.run();
}

class Loading {
  readonly #result: LoadColumnsResult;
  readonly #queue: (readonly [string, string])[];
  readonly #total: number;
  #ended: number;
  #inARow = 0;
  #trouble: AppError | null = null;
  #waiting: Promise<void> | null = null;
  #told = Date.now();

  constructor(
    private readonly job: RunningJob,
    { tables, before, unaddressed }: ReturnType<typeof tablesToLoad>,
  ) {
    this.#queue = tables.slice().reverse();
    this.#total = tables.length + before;
    this.#ended = before;
    this.#result = { tables: this.#total, read: before, columns: 0, failed: 0, failures: [], unaddressed };
  }

  async run(): Promise<Ending<LoadColumnsResult>> {
    const note = this.#note("are being read");
    await this.job.note(note, { done: this.#ended, total: this.#total });
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work()));
    await tellSchema(this.job.connection_id);
    return this.#ending();
  }

  async #work(): Promise<void> {
    for (;;) {
      await this.#waiting;
      if (this.job.signal.aborted || this.#trouble) return;
      const table = this.#queue.pop();
      if (!table) return;
      await this.#read(table);
    }
  }

  async #read(table: readonly [string, string]): Promise<void> {
    const { connection_id, signal } = this.job;
    try {
      const { list } = await keepTableColumns(connection_id, table, "job", signal);
      this.#result.read += 1;
      this.#result.columns += list.length;
      this.#inARow = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof AppError)) throw error;
      if (error.code === "rate_limited") {
        this.#queue.push(table);
        await this.#wait(error.facts.retry_at ?? Date.now() + REST_MS);
        return;
      }
      this.#fail(table, error);
    }
    this.#ended += 1;
    this.job.progress(this.#ended, this.#total, this.#note("are being read"));
    await this.#tell();
  }

  #fail([schema, table]: readonly [string, string], error: AppError): void {
    const own = error.code === "invalid" || error.code === "not_found" || error.code === "conflict";
    this.#inARow = own ? 0 : this.#inARow + 1;
    this.#result.failed += 1;
    if (this.#result.failures.length < LISTED) {
      this.#result.failures.push({ schema, table, message: error.message });
    }
    if (this.#inARow >= MOST_IN_A_ROW) this.#trouble = error;
  }

  /** One wait for all; a stop ends it. */
  #wait(at: number): Promise<void> {
    this.#waiting ??= this.job
      .waitUntil(at, this.#note("are being read; the quota for reads of the source is used up for now"))
      .catch(() => {})
      .finally(() => {
        this.#waiting = null;
      });
    return this.#waiting;
  }

  async #tell(): Promise<void> {
    const calm = this.#total > LARGE ? TELL_LARGE_MS : TELL_MS;
    if (Date.now() - this.#told < calm) return;
    this.#told = Date.now();
    await tellSchema(this.job.connection_id);
  }

  #note(words: string): string {
    return `Columns of ${countOf(this.#total, "table")} ${words}.`;
  }

  #ending(): Ending<LoadColumnsResult> {
    const result = this.#result;
    const { read, failed, unaddressed } = result;
    const rest = this.#total - read - failed;
    const parts = [
      `Columns of ${countOf(read, "table")} read.`,
      failed > 0 ? `${countOf(failed, "table")} could not be read.` : "",
      unaddressed > 0
        ? `${countOf(unaddressed, "table has a name", "tables have names")} that Fivetran's API has no address for.`
        : "",
      rest > 0 ? `${countOf(rest, "table was", "tables were")} not asked for.` : "",
    ];
    const end = (state: Ending["state"], ...more: string[]): Ending<LoadColumnsResult> => ({
      state,
      note: [...parts, ...more].filter(Boolean).join(" "),
      result,
    });
    if (this.#trouble) return end("failed", this.#trouble.message);
    if (rest > 0) return end("canceled");
    return end(failed > 0 && read === 0 ? "failed" : "done");
  }
}
