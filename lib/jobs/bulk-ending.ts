import "server-only";
import type { AppError } from "@/lib/errors";
import type { Ending } from "@/lib/jobs/running-job";
import { type BulkAct, bulkWords } from "@/lib/model/bulk/bulk-act";
import { allOf, type BulkCounts } from "@/lib/model/bulk/bulk-job";
import { capital, countOf, figure } from "@/lib/model/names";

/** Where a bulk job stands: "Pausing 41 connections: 12 paused, 2 left alone, 1 failed." */
export function bulkNote(act: BulkAct, counts: BulkCounts): string {
  const total = allOf(counts);
  const parts = partsOf(act, counts);
  const so = parts.length > 0 ? `: ${parts.join(", ")}` : "";
  return `${bulkWords(act).doing} ${countOf(total, "connection")}${so}.`;
}

/** What a bulk job came to. */
export function bulkEnding(act: BulkAct, counts: BulkCounts, trouble: AppError | null): Ending {
  const parts = partsOf(act, counts);
  const left = counts.waiting;
  if (left > 0) parts.push(`${figure(left)} not reached`);
  const what = parts.length > 0 ? `${capital(parts.join(", "))}.` : "Nothing was sent.";
  if (trouble) {
    const why = `It was stopped as one after another failed: ${trouble.message}`;
    return { state: "failed", note: `${what} ${why}` };
  }
  if (left > 0) return { state: "canceled", note: `Stopped. ${what}` };
  const good = counts.failed + counts.unknown === 0;
  if (good) return { state: "done", note: what };
  return { state: counts.failed === 0 ? "unknown" : "failed", note: what };
}

function partsOf(act: BulkAct, { done, skipped, failed, unknown }: BulkCounts): string[] {
  const some = (count: number, words: string) => (count > 0 ? [`${figure(count)} ${words}`] : []);
  return [
    ...some(done, bulkWords(act).done),
    ...some(skipped, "left alone"),
    ...some(failed, "failed"),
    ...some(unknown, "not known"),
  ];
}
