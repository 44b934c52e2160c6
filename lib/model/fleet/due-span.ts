import { nextSync } from "@/lib/model/next-sync";
import type { ConnectionRow } from "@/lib/model/snapshot";

/**
 * When the next sync is to be expected, from its start to its end; an estimate, null where nothing can be said. Fivetran
 * gives no such time: it is the latest start, and the usual length where that is known. Epoch milliseconds.
 */
export function dueSpan(row: ConnectionRow): { from: number; to: number } | null {
  const next = nextSync(row);
  const at = next.kind === "by" || (next.kind === "rescheduled" && next.retried) ? next.at : null;
  return at === null ? null : { from: at, to: at + (row.usual_ms ?? 0) };
}
