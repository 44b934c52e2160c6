import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { Job } from "@/lib/model/job";

export const BULK_STATES = ["waiting", "sending", "done", "skipped", "failed", "unknown"] as const;

/**
 * How far one connection of a bulk job is. `sending`: its request may be out; `skipped`: nothing was sent, `note` says
 * why; `unknown`: sent, and looking did not show whether it took place.
 */
export type BulkItemState = (typeof BULK_STATES)[number];

export interface BulkItem {
  connection_id: string;
  /** Its schema when the job began. */
  name: string;
  state: BulkItemState;
  note: string | null;
  /** When the state was written, in epoch milliseconds; null while it waits. */
  at: number | null;
}

export type BulkCounts = Record<BulkItemState, number>;

/** How many items a job has, in whatever state. */
export const allOf = (counts: BulkCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** A bulk job as lists of them show it. */
export interface BulkRun extends Job {
  act: BulkAct;
}

/** The answer of `GET /api/bulk-jobs/{id}`: what a person has to look at is there, the rest is counted. */
export interface BulkReport {
  run: BulkRun;
  counts: BulkCounts;
  /** The first of those that failed, then of those not known. */
  troubles: BulkItem[];
}

/** What a new job takes up from one that is over: what went wrong, or what it did not get to. */
export type BulkRest = "failed" | "left";
