"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useMemo } from "react";
import { FleetChart, laneFrame } from "@/components/fleet/fleet-chart";
import { FleetLegend } from "@/components/fleet/fleet-legend";
import { FleetTable } from "@/components/fleet/fleet-table";
import { groupName } from "@/components/fleet/line-name";
import { useFleetParams } from "@/components/fleet/use-fleet-params";
import { useFleetWindow } from "@/components/fleet/use-fleet-window";
import { RangeMenu } from "@/components/time-range/range-menu";
import { ZoneMenu } from "@/components/time-range/zone-menu";
import { FailedRead } from "@/components/ui/failed-read";
import { IconButton } from "@/components/ui/icon-button";
import { loadCode } from "@/components/ui/load-code";
import { Panel, PanelBody } from "@/components/ui/panel";
import { saveFile } from "@/components/ui/save-file";
import { Select } from "@/components/ui/select";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { TableAndFile } from "@/components/ui/table-and-file";
import { useNow } from "@/components/ui/use-now";
import { useWidth } from "@/components/ui/use-width";
import { timelineAsk } from "@/lib/model/charts/timeline-step";
import { serviceName } from "@/lib/model/connection-index";
import { fleetLines, fleetOrder } from "@/lib/model/fleet/fleet-lines";
import { fleetTableRows, fleetTotals } from "@/lib/model/fleet/fleet-table-rows";
import { FLEET_GROUPINGS, type FleetGrouping } from "@/lib/model/fleet/fleet-timeline";
import { panned, zoomed } from "@/lib/model/fleet/fleet-window";
import { countOf, figure, percentOf } from "@/lib/model/names";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { isoTime } from "@/lib/model/time";
import type { LastRange } from "@/lib/model/time-range";
import { messageOf } from "@/lib/queries/api-error";
import { fleetGroups } from "@/lib/queries/fleet";
import { useConnectionIndex } from "@/lib/queries/use-connection-index";

const OFFERS: readonly LastRange[] = ["6h", "24h", "7d", "30d"];

const GROUPING_WORDS: Record<FleetGrouping, string> = {
  destination: "By destination",
  service: "By connector type",
  health: "By health",
  none: "All together",
};

/** A bar of a group, in pixels. */
const GROUP_PIECE = 7;

/** The syncs of all connections over time, by groups. */
export function FleetTimeline({ snapshot }: { snapshot: AccountSnapshot }) {
  const router = useRouter();
  const params = useFleetParams();
  const now = useNow();
  const index = useConnectionIndex(snapshot);
  const [shown, setShown, showRecent] = useFleetWindow(params, now);
  const { from, until } = shown;
  const [lane, width] = useWidth<HTMLDivElement>();
  const help = useId();
  const { position } = index;
  // Once for each set of connections: a row that gets better or worse stays in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: held on purpose
  const order = useMemo(() => fleetOrder(index), [position, params.by]);
  const lines = useMemo(
    () => fleetLines(index, order, params.by, params.open, params.whole),
    [index, order, params.by, params.open, params.whole],
  );
  const { data, error, isFetching, refetch } = useQuery({
    ...fleetGroups(params.by, timelineAsk(shown, width / GROUP_PIECE)),
    enabled: width > 0,
  });
  const names = useMemo(
    () =>
      new Map(
        lines.flatMap((line) => (line.kind === "group" ? [[line.key, groupName(line.key, line.name)]] : [])),
      ),
    [lines],
  );
  const rows = useMemo(() => data && fleetTableRows(data, { from, until }), [data, from, until]);
  const nameOf = (key: string) => names.get(key) ?? key;
  const open = lines.flatMap((line) => (line.kind === "group" && line.open ? [line.key] : []));
  const toggle = (key: string) =>
    params.setOpen(open.includes(key) ? open.filter((it) => it !== key) : [...open, key]);
  const download = async () => {
    if (!rows) return;
    const code = await loadCode("The download", () => import("@/lib/model/fleet/fleet-csv"));
    if (!code) return;
    const name = `timeline-${isoTime(now).replaceAll(":", "")}.csv`;
    saveFile(code.fleetCsv(rows, nameOf), name);
  };
  return (
    <Panel
      title="Timeline"
      sub={<FleetLegend />}
      end={
        <>
          <RangeMenu
            range={params.range}
            zone={params.zone}
            offers={OFFERS}
            folded
            measure="sm"
            onRange={params.setRange}
          />
          <ZoneMenu zone={params.zone} measure="sm" onZone={params.setZone} />
          <Select
            aria-label="Rows"
            measure="sm"
            value={params.by}
            onChange={({ target }) => params.setBy(target.value as FleetGrouping)}
          >
            {FLEET_GROUPINGS.map((by) => (
              <option key={by} value={by}>
                {GROUPING_WORDS[by]}
              </option>
            ))}
          </Select>
          <Moves>
            <IconButton label="Earlier" size="sm" onClick={() => setShown(panned(shown, -0.5, now))}>
              <ChevronLeft aria-hidden="true" />
            </IconButton>
            <IconButton label="Later" size="sm" onClick={() => setShown(panned(shown, 0.5, now))}>
              <ChevronRight aria-hidden="true" />
            </IconButton>
            <IconButton label="Zoom in" size="sm" onClick={() => setShown(zoomed(shown, 0.5, 0.5, now))}>
              <ZoomIn aria-hidden="true" />
            </IconButton>
            <IconButton label="Zoom out" size="sm" onClick={() => setShown(zoomed(shown, 2, 0.5, now))}>
              <ZoomOut aria-hidden="true" />
            </IconButton>
            {rows ? (
              <TableAndFile
                table={params.table}
                onTable={params.setTable}
                onDownload={() => void download()}
              />
            ) : null}
          </Moves>
        </>
      }
      foot={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {rows ? <span className="text-ink-2">{totalWords(fleetTotals(rows))}</span> : null}
          {params.table ? null : (
            <span id={help}>
              Drag to move, Ctrl and wheel to zoom. Keys: arrows, + and −, Home, End for now; Shift and arrows
              from sync to sync, Enter opens. Due times are estimates.
            </span>
          )}
        </span>
      }
    >
      {error && !data ? (
        <PanelBody>
          <FailedRead
            what="The timeline could not be read."
            pending={isFetching}
            onAgain={() => void refetch()}
          >
            {messageOf(error)}
          </FailedRead>
        </PanelBody>
      ) : null}
      {/* Gives the lanes' width before anything is drawn in them. */}
      <div className={laneFrame(lines)} aria-hidden="true">
        <span />
        <div ref={lane} />
      </div>
      {data || error ? null : (
        <Loading label="Loading the timeline" className="grid min-h-80 content-start gap-5 p-4">
          <Skeleton />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </Loading>
      )}
      {rows && params.table ? <FleetTable rows={rows} zone={params.zone} now={now} nameOf={nameOf} /> : null}
      {data && !params.table ? (
        <FleetChart
          lines={lines}
          groups={data}
          window={shown}
          now={now}
          zone={params.zone}
          width={width}
          help={help}
          serviceOf={(id) => serviceName(index, id)}
          onWindow={setShown}
          onRecent={showRecent}
          onToggle={toggle}
          onWhole={params.listWhole}
          onConnection={(id) => router.push(`/connections/${encodeURIComponent(id)}`)}
        />
      ) : null}
    </Panel>
  );
}

function totalWords({ ended, failed }: { ended: number; failed: number }): string {
  if (ended === 0) return "No sync was seen to end.";
  return failed === 0
    ? `${countOf(ended, "sync")} ended, none failed.`
    : `${countOf(ended, "sync")} ended, ${figure(failed)} failed (${percentOf(failed, ended)}).`;
}

function Moves({ children }: { children: ReactNode }) {
  return <span className="inline-flex items-center gap-0.5">{children}</span>;
}
