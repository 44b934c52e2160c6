import { type ConnectionIndex, destinationName, serviceName } from "@/lib/model/connection-index";
import { type CsvCell, toCsv } from "@/lib/model/csv";
import { healthOf } from "@/lib/model/health";
import { nextSync } from "@/lib/model/next-sync";
import type { ConnectionRow } from "@/lib/model/snapshot";

type Read = (row: ConnectionRow, index: ConnectionIndex, position: number) => CsvCell;

const COLUMNS: readonly [string, Read][] = [
  ["connection", (row) => row.schema],
  ["id", (row) => row.id],
  ["health", (row) => healthOf(row)],
  ["health_first_seen_at", (row) => iso(row.health_since)],
  ["health_first_seen_is_exact", (row) => row.since_exact],
  ["service", (row) => row.service],
  ["service_name", (row, index) => serviceName(index, row.service)],
  ["destination", (row, index) => destinationName(index, row.group_id)],
  ["group_id", (row) => row.group_id],
  ["succeeded_at", (row) => iso(row.succeeded_at)],
  ["failed_at", (row) => iso(row.failed_at)],
  ["objective", (_, index, at) => index.freshness?.objective[at]?.name ?? null],
  ["objective_target_minutes", (_, index, at) => index.freshness?.objective[at]?.target_minutes ?? null],
  ["target_ends_at", (_, index, at) => iso(finite(index.freshness?.due[at]))],
  ["is_late", (_, index, at) => (index.freshness?.objective[at] ? index.freshness.late[at] === 1 : null)],
  ["next_sync", (row) => nextSync(row).kind],
  ["next_sync_at_the_latest", (row) => latest(row)],
  ["schedule_type", (row) => row.schedule_type],
  ["sync_frequency", (row) => row.sync_frequency],
  ["daily_sync_time", (row) => row.daily_sync_time],
  ["setup_state", (row) => row.setup_state],
  ["sync_state", (row) => row.sync_state],
  ["update_state", (row) => row.update_state],
  ["is_historical_sync", (row) => row.is_historical_sync],
  ["paused", (row) => row.paused],
  ["task", (row) => row.task?.message ?? null],
  ["tags", (row, index) => index.annotations.get(row.id)?.tags.join(", ") ?? null],
  ["owners", (row, index) => index.annotations.get(row.id)?.owners.join(", ") ?? null],
  ["created_at", (row) => iso(row.created_at)],
];

/** The rows as a spreadsheet reads them, times in ISO 8601 UTC, in the order given. */
export function connectionsCsv(index: ConnectionIndex, rows: Iterable<ConnectionRow>): string {
  const lines = Array.from(rows, (row) => {
    const position = index.position.get(row.id) ?? -1;
    return COLUMNS.map(([, read]) => read(row, index, position));
  });
  return toCsv(
    COLUMNS.map(([name]) => name),
    lines,
  );
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

const finite = (time: number | undefined): number | null =>
  time === undefined || Number.isNaN(time) ? null : time;

function latest(row: ConnectionRow): string | null {
  const next = nextSync(row);
  return next.kind === "by" || (next.kind === "rescheduled" && next.retried) ? iso(next.at) : null;
}
