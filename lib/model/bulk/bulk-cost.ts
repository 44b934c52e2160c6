import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { countOf, figure } from "@/lib/model/names";
import type { QuotaState } from "@/lib/model/snapshot";
import { duration } from "@/lib/model/time";

/** One look at the connection as it stands, one write; its answer shows how it stands then. */
const CALLS_EACH = 2;
/** Three at once, each call about half a second. */
const CALLS_PER_SECOND = 6;
/** What jobs leave of the hour's budget to people. */
const RESERVE = 0.1;

export interface BulkCost {
  calls: number;
  /** How many of them the present hour has left for jobs; null where that is not known. */
  available: number | null;
  /** About how long in milliseconds. */
  ms: number;
}

/** What a job on so many connections asks of Fivetran, and about how long that takes within the quota. */
export function bulkCost(
  act: BulkAct,
  many: number,
  quota: Pick<QuotaState, "limit" | "remaining"> | null,
): BulkCost {
  if (act.kind === "tags") return { calls: 0, available: null, ms: many * 5 };
  const calls = many * CALLS_EACH;
  const limit = quota?.limit ?? null;
  const remaining = quota?.remaining ?? null;
  const busy = (calls / CALLS_PER_SECOND) * 1_000;
  if (limit === null || remaining === null) return { calls, available: null, ms: busy };
  const reserve = Math.ceil(limit * RESERVE);
  const available = Math.max(0, remaining - reserve);
  const over = Math.max(0, calls - available);
  // The budget is that of a rolling hour: what is over waits for it to free up.
  const waits = over === 0 ? 0 : (over / Math.max(1, limit - reserve)) * 3_600_000;
  return { calls, available, ms: busy + waits };
}

/** The same as a sentence or two. */
export function bulkCostWords({ calls, available, ms }: BulkCost): string {
  if (calls === 0) return "Kept in this console only: no API calls.";
  const long = ms < 60_000 ? "less than a minute" : `about ${duration(Math.ceil(ms / 60_000) * 60_000)}`;
  const share =
    available === null
      ? ""
      : `; ${figure(available)} are left for jobs this hour, a tenth of the budget being kept for people`;
  const waits = available !== null && calls > available ? " It waits for quota on the way." : "";
  return `${countOf(calls, "API call")}${share}. It takes ${long}.${waits}`;
}
