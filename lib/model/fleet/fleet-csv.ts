import { toCsv } from "@/lib/model/csv";
import type { FleetTableRow } from "@/lib/model/fleet/fleet-table-rows";
import { isoTime } from "@/lib/model/time";

/** The rows as a spreadsheet reads them, times in ISO 8601 UTC, in the order given. */
export function fleetCsv(rows: Iterable<FleetTableRow>, nameOf: (key: string) => string): string {
  const lines = Array.from(rows, (row) =>
    row.kind === "unseen"
      ? [isoTime(row.from), isoTime(row.to), "not observed", null, null, null, null]
      : [
          isoTime(row.from),
          isoTime(row.to),
          "syncs ended",
          nameOf(row.key),
          row.succeeded,
          row.failed,
          row.other,
        ],
  );
  return toCsv(["from", "to", "what", "group", "synced", "failed", "other"], lines);
}
