"use client";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { HealthStrip, StripLegend } from "@/components/connection/health-strip";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { loadCode } from "@/components/ui/load-code";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { saveFile } from "@/components/ui/save-file";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { TableAndFile } from "@/components/ui/table-and-file";
import { type HealthOverTime, syncTotals } from "@/lib/model/health-over-time";
import { type HealthSegment, healthTotals } from "@/lib/model/health-segments";
import { countOf, figure, percentOf } from "@/lib/model/names";
import { duration, isoTime } from "@/lib/model/time";
import { momentIn, UTC, type Zone, zoneOf } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";
import { connectionHealth } from "@/lib/queries/connection-history";

const DAYS = 14;

/** How the connection was in the last two weeks, as far as anybody looked. */
export function HealthPanel({ id, name }: { id: string; name: string }) {
  const { data, error } = useQuery(connectionHealth(id, DAYS));
  const [table, setTable] = useState(false);
  const [told] = useQueryState("zone", parseAsString.withDefault(UTC));
  const zone = zoneOf(told);
  return (
    <Panel
      title={`Last ${DAYS} days`}
      sub={data ? totalsOf(data) : undefined}
      end={
        data ? (
          <TableAndFile table={table} onTable={setTable} onDownload={() => void download(data, name)} />
        ) : null
      }
    >
      <PanelBody className="grid gap-3">
        {error && !data ? <Note tone="unknown">{messageOf(error)}</Note> : null}
        {data || error ? null : (
          <Loading label="Loading the last days">
            <Skeleton className="h-14 rounded-2" />
          </Loading>
        )}
        {data ? (
          <>
            <HealthStrip data={data} zone={zone} label={labelOf(data)} />
            <StripLegend data={data} />
            {table ? <Stretches segments={data.segments} until={data.until} zone={zone} /> : null}
          </>
        ) : null}
      </PanelBody>
    </Panel>
  );
}

function totalsOf({ hours }: HealthOverTime): string {
  const { ended, failed } = syncTotals(hours);
  if (ended === 0) return "no sync was seen to end";
  return failed === 0
    ? `${countOf(ended, "sync")}, none failed`
    : `${countOf(ended, "sync")}, ${figure(failed)} failed (${percentOf(failed, ended)})`;
}

/** "Health over 14 days: Healthy 12 days, not observed 2 days": what the picture shows, in words. */
function labelOf({ segments }: HealthOverTime): string {
  const parts = [...healthTotals(segments)].map(([health, ms]) => `${wordOf(health)} ${duration(ms)}`);
  return `Health over ${DAYS} days: ${parts.join(", ")}`;
}

const wordOf = (health: HealthSegment["health"]): string =>
  health === null ? "Not observed" : HEALTH_LOOK[health].word;

function Stretches({
  segments,
  until,
  zone,
}: {
  segments: readonly HealthSegment[];
  until: number;
  zone: Zone;
}) {
  return (
    <section
      aria-label="Health as a table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="max-h-72 overflow-auto"
    >
      <table className="w-full border-collapse text-left text-xs">
        <thead>
          <tr className="border-line border-b text-ink-3">
            {["From", "To", "Health", "For"].map((head) => (
              <th key={head} scope="col" className="py-1 pr-3 font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.toReversed().map(({ from, to, health, exact }) => (
            <tr key={from} className="border-line border-b">
              <td className="py-1 pr-3" title={exact ? "Fivetran’s own time" : "When it was seen"}>
                {momentIn(from, zone, until)}
              </td>
              <td className="py-1 pr-3">{to === until ? "now" : momentIn(to, zone, until)}</td>
              <th scope="row" className="py-1 pr-3 font-medium">
                {wordOf(health)}
              </th>
              <td className="py-1">{duration(to - from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function download({ segments, until }: HealthOverTime, name: string): Promise<void> {
  const code = await loadCode("The download", () => import("@/lib/model/csv"));
  if (!code) return;
  const rows = segments.map(({ from, to, health, exact }) => [
    isoTime(from),
    isoTime(to),
    health ?? "not observed",
    exact,
  ]);
  saveFile(
    code.toCsv(["from", "to", "health", "from_is_exact"], rows),
    `health-${name}-${isoTime(until).replaceAll(":", "")}.csv`,
  );
}
