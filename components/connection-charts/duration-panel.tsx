"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DurationCharts } from "@/components/connection-charts/duration-charts";
import { ScrollTable } from "@/components/connection-charts/scroll-table";
import { useChartParams } from "@/components/connection-charts/use-chart-params";
import { RangeMenu } from "@/components/time-range/range-menu";
import { ZoneMenu } from "@/components/time-range/zone-menu";
import { loadCode } from "@/components/ui/load-code";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { saveFile } from "@/components/ui/save-file";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { TableAndFile } from "@/components/ui/table-and-file";
import { useNow } from "@/components/ui/use-now";
import { useWidth } from "@/components/ui/use-width";
import { type DurationPoint, durationTotals } from "@/lib/model/charts/sync-durations";
import { timelineAsk } from "@/lib/model/charts/timeline-step";
import { windowOf } from "@/lib/model/fleet/fleet-window";
import { countOf, figure, percentOf } from "@/lib/model/names";
import { duration, isoTime } from "@/lib/model/time";
import type { LastRange } from "@/lib/model/time-range";
import { momentIn, type Zone } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";
import { syncDurations } from "@/lib/queries/connection-history";

const OFFERS: readonly LastRange[] = ["24h", "7d", "30d", "90d"];
/** Of one point, in pixels. */
const PIECE = 2;

/** How long the syncs of a connection take, what is usual for them, and what part of them fails. */
export function DurationPanel({ id, name }: { id: string; name: string }) {
  const { range, zone, setRange, setZone } = useChartParams();
  const [table, setTable] = useState(false);
  const [frame, width] = useWidth<HTMLDivElement>();
  const now = useNow(60_000);
  const shown = windowOf(range, now);
  const until = "last" in range ? now + (now - shown.from) / 40 : shown.until;
  const { data, error } = useQuery({
    ...syncDurations(id, timelineAsk({ from: shown.from, until }, width / PIECE)),
    enabled: width > 0,
  });
  const points = data?.points.filter(({ at }) => at >= shown.from && at < until) ?? [];
  const download = async () => {
    const code = await loadCode("The download", () => import("@/lib/model/charts/duration-csv"));
    if (code) saveFile(code.durationCsv(points), `durations-${name}-${isoTime(now).replaceAll(":", "")}.csv`);
  };
  return (
    <Panel
      title="Durations and failures"
      sub={data ? totalsOf(points) : undefined}
      end={
        <>
          <RangeMenu range={range} zone={zone} offers={OFFERS} folded measure="sm" onRange={setRange} />
          <ZoneMenu zone={zone} measure="sm" onZone={setZone} />
          {data ? <TableAndFile table={table} onTable={setTable} onDownload={() => void download()} /> : null}
        </>
      }
    >
      <PanelBody className="grid gap-3">
        <div ref={frame} />
        {error && !data ? <Note tone="unknown">{messageOf(error)}</Note> : null}
        {data || error ? null : (
          <Loading label="Loading durations" className="min-h-72">
            <Skeleton className="h-40 rounded-2" />
          </Loading>
        )}
        {data && !table ? (
          <DurationCharts data={data} from={shown.from} until={until} zone={zone} now={now} width={width} />
        ) : null}
        {data && table ? <Points points={points} zone={zone} now={now} /> : null}
      </PanelBody>
    </Panel>
  );
}

function totalsOf(points: readonly DurationPoint[]): string {
  const { ended, failed } = durationTotals(points);
  if (ended === 0) return "no sync was seen to end";
  return failed === 0
    ? `${countOf(ended, "sync")}, none failed`
    : `${countOf(ended, "sync")}, ${figure(failed)} failed (${percentOf(failed, ended)})`;
}

function Points({ points, zone, now }: { points: readonly DurationPoint[]; zone: Zone; now: number }) {
  const length = (ms: number | null) => (ms === null ? "not known" : duration(ms));
  return (
    <ScrollTable
      label="Durations as a table"
      heads={["Ended", "Longest", "Usual (p50)", "p95", "Synced", "Failed", "Other"]}
    >
      {points.toReversed().map(({ at, longest, p50, p95, succeeded, failed, other }) => (
        <tr key={at}>
          <th scope="row">{momentIn(at, zone, now)}</th>
          <td>{length(longest)}</td>
          <td>{length(p50)}</td>
          <td>{length(p95)}</td>
          <td>{figure(succeeded)}</td>
          <td>{figure(failed)}</td>
          <td>{figure(other)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
