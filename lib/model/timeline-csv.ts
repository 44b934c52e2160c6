import { type CsvCell, toCsv } from "@/lib/model/csv";
import { isoTime } from "@/lib/model/time";
import { actorOf, type TimelineItem } from "@/lib/model/timeline";
import { timelineWords } from "@/lib/model/timeline-words";

const iso = (at: number | null): string | null => (at === null ? null : isoTime(at));

const COLUMNS: readonly [string, (item: TimelineItem) => CsvCell][] = [
  ["at", (item) => iso(item.at)],
  ["not_before", (item) => iso(notBefore(item))],
  ["kind", (item) => item.kind],
  ["what", (item) => timelineWords(item).title],
  ["detail", (item) => timelineWords(item).detail],
  ["actor", (item) => actorOf(item)],
  ["outcome", (item) => outcomeOf(item)],
  ["started_at", (item) => (item.kind === "sync" ? iso(item.sync.started_at) : null)],
  ["started_is_exact", (item) => (item.kind === "sync" ? item.sync.started_exact : null)],
  ["ended_at", (item) => (item.kind === "sync" ? iso(item.sync.ended_at) : null)],
  ["ended_is_exact", (item) => (item.kind === "sync" ? item.sync.ended_exact : null)],
  ["sync_id", (item) => (item.kind === "sync" ? item.sync.sync_id : null)],
  ["told_by", (item) => (item.kind === "sync" ? item.sync.sources : null)],
];

function outcomeOf(item: TimelineItem): string | null {
  if (item.kind === "sync") return item.sync.outcome;
  if (item.kind === "action") return item.write.outcome;
  return item.kind === "alert" ? item.alert.event : null;
}

/** When what an item tells had not happened yet, where that is known. */
function notBefore(item: TimelineItem): number | null {
  if (item.kind === "health" || item.kind === "settings") return item.change.not_before;
  if (item.kind === "schema") return item.revision.not_before;
  return item.kind === "gap" ? item.from : null;
}

/** The items as a spreadsheet reads them, times in ISO 8601 UTC, in the order given. */
export function timelineCsv(items: Iterable<TimelineItem>): string {
  const lines = Array.from(items, (item) => COLUMNS.map(([, read]) => read(item)));
  return toCsv(
    COLUMNS.map(([name]) => name),
    lines,
  );
}
