import type { BulkItem, BulkItemState, BulkRun } from "@/lib/model/bulk/bulk-job";
import { toCsv } from "@/lib/model/csv";
import { isOver } from "@/lib/model/job";

const HEAD = ["connection", "id", "result", "note", "at", "act", "by", "job"] as const;

/** The results of a bulk job as a spreadsheet reads them, in the order in which it went. */
export function bulkCsv(run: BulkRun, items: readonly BulkItem[]): string {
  const over = isOver(run);
  return toCsv(
    HEAD,
    items.map((item) => [
      item.name,
      item.connection_id,
      resultWord(item.state, over),
      item.note,
      item.at === null ? null : new Date(item.at).toISOString(),
      run.act.kind,
      run.actor,
      run.id,
    ]),
  );
}

/** A state in a word; what a job that is over did not get to was left. */
export function resultWord(state: BulkItemState, over: boolean): string {
  if (state === "waiting") return over ? "left" : "waiting";
  if (state === "sending") return over ? "not known" : "under way";
  return state === "unknown" ? "not known" : state;
}
