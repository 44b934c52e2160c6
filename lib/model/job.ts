/** How far a job is: `unknown` where a write's answer was lost and looking did not settle it. */
export type JobState = "queued" | "running" | "done" | "failed" | "canceled" | "unknown";

export type SchemaJobKind = "apply_schema" | "reload_schema" | "load_columns";

export type JobKind = SchemaJobKind | "bulk_connections";

/** Long work that goes on when its tab closes. */
export interface Job<Result = unknown> {
  id: string;
  kind: JobKind;
  /** Empty where it is about many connections. */
  connection_id: string;
  actor: string;
  state: JobState;
  /** Epoch milliseconds. */
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
  /** Steps behind it and in all; total null while not known. */
  done: number;
  total: number | null;
  /** A sentence about where it stands or what became of it, true at each moment. */
  note: string;
  /** Someone asked it to stop. */
  cancel_asked: boolean;
  /** When it goes on, while it waits for quota; null otherwise. */
  waits_until: number | null;
  result: Result | null;
}

export const isOver = (job: Pick<Job, "state">): boolean => job.state !== "queued" && job.state !== "running";
