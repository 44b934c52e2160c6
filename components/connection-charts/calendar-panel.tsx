"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CalendarPicture } from "@/components/connection-charts/calendar-picture";
import { ScrollTable } from "@/components/connection-charts/scroll-table";
import { useChartParams } from "@/components/connection-charts/use-chart-params";
import { loadCode } from "@/components/ui/load-code";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { saveFile } from "@/components/ui/save-file";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { TableAndFile } from "@/components/ui/table-and-file";
import { useNow } from "@/components/ui/use-now";
import { dayWords } from "@/lib/model/charts/day-words";
import { type SyncDay, WEEKS } from "@/lib/model/charts/sync-days";
import { figure, percentOf } from "@/lib/model/names";
import { duration, isoTime } from "@/lib/model/time";
import { BROWSER, dayIn, type Zone } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";
import { syncDays } from "@/lib/queries/connection-history";

/** How the days of a quarter went: what part of each day's syncs failed, and what nobody saw. */
export function CalendarPanel({ id, name }: { id: string; name: string }) {
  const { zone } = useChartParams();
  // The server knows zones by their names only.
  const named = zone === BROWSER ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  const { data, error } = useQuery(syncDays(id, named));
  const [table, setTable] = useState(false);
  const now = useNow(60_000);
  const download = async () => {
    const code = await loadCode("The download", () => import("@/lib/model/charts/duration-csv"));
    if (code && data) saveFile(code.daysCsv(data), `days-${name}-${isoTime(now).replaceAll(":", "")}.csv`);
  };
  return (
    <Panel
      title={`${WEEKS} weeks`}
      sub={zone === BROWSER ? "this browser’s days" : `days of ${zone === "utc" ? "UTC" : zone}`}
      end={data ? <TableAndFile table={table} onTable={setTable} onDownload={() => void download()} /> : null}
    >
      <PanelBody className="grid gap-3">
        {error && !data ? <Note tone="unknown">{messageOf(error)}</Note> : null}
        {data || error ? null : (
          <Loading label="Loading the weeks" className="min-h-44">
            <Skeleton className="h-32 rounded-2" />
          </Loading>
        )}
        {data && !table ? <CalendarPicture days={data} zone={zone} now={now} /> : null}
        {data && table ? <Days days={data} zone={zone} now={now} /> : null}
      </PanelBody>
    </Panel>
  );
}

function Days({ days, zone, now }: { days: readonly SyncDay[]; zone: Zone; now: number }) {
  return (
    <ScrollTable
      label="Days as a table"
      heads={["Day", "Synced", "Failed", "Other", "Failure rate", "Not observed"]}
    >
      {days.toReversed().map((day) => {
        const ended = day.succeeded + day.failed + day.other;
        return (
          <tr key={day.from} title={dayWords(day, zone, now)}>
            <th scope="row">{dayIn(day.from, zone, now)}</th>
            <td>{figure(day.succeeded)}</td>
            <td>{figure(day.failed)}</td>
            <td>{figure(day.other)}</td>
            <td>{ended === 0 ? "" : percentOf(day.failed, ended)}</td>
            <td>{day.unseen_ms === 0 ? "" : duration(day.unseen_ms)}</td>
          </tr>
        );
      })}
    </ScrollTable>
  );
}
