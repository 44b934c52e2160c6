"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { HistoryCsv } from "@/components/connection-history/history-csv";
import { HistoryDrawer } from "@/components/connection-history/history-drawer";
import { HistoryFilters } from "@/components/connection-history/history-filters";
import { HistoryList } from "@/components/connection-history/history-list";
import { type HistoryParams, useHistoryParams } from "@/components/connection-history/use-history-params";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { serverNow } from "@/components/ui/server-clock";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { formatRange, rangeBounds } from "@/lib/model/time-range";
import { TIMELINE_KINDS, type TimelinePage, type TimelineQuery } from "@/lib/model/timeline";
import { momentIn } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";
import { connectionTimeline } from "@/lib/queries/connection-history";

/** Everything that is known to have happened to a connection, newest first. */
export function HistoryPage({ id }: { id: string }) {
  const params = useHistoryParams();
  const [failure, setFailure] = useState<string | null>(null);
  const bounds = () => rangeBounds(params.range, serverNow());
  const kinds = params.kinds.length > 0 ? params.kinds : TIMELINE_KINDS;
  const history = useInfiniteQuery(
    connectionTimeline(id, { kinds, actor: params.actor, range: formatRange(params.range), bounds }),
  );
  const query = (): TimelineQuery => ({ kinds, actor: params.actor, ...bounds() });
  const pages = history.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const now = useNow();
  // The server knows neither this browser's zone nor the names of zones that it has.
  const hydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const opened = items.find((item) => item.key === params.item);
  return (
    <>
      <PageHead title="History" actions={<HistoryCsv id={id} query={query} onFailure={setFailure} />}>
        What this console saw, was told, or did. Newest first.
      </PageHead>
      {hydrated ? (
        <HistoryFilters params={params} actors={pages[0]?.actors ?? []} />
      ) : (
        <Skeleton className="h-7 rounded-2" />
      )}
      {failure || history.error ? (
        <Note tone="broken" role="alert">
          {failure ?? messageOf(history.error)}{" "}
          {history.error ? (
            <Button size="sm" pending={history.isFetching} onClick={() => void history.refetch()}>
              Try again
            </Button>
          ) : null}
        </Note>
      ) : null}
      {history.isPending ? <Waiting /> : null}
      {pages.length > 0 ? (
        <div className="min-w-0 rounded-3 border border-line bg-surface">
          {items.length > 0 ? (
            <HistoryList
              items={items}
              zone={params.zone}
              now={now}
              opened={params.item}
              onOpen={params.open}
            />
          ) : (
            <Nothing params={params} />
          )}
          <Foot page={pages[0]} params={params} now={now}>
            {history.hasNextPage ? (
              <Button pending={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
                Show older
              </Button>
            ) : null}
          </Foot>
        </div>
      ) : null}
      {opened ? (
        <HistoryDrawer id={id} item={opened} zone={params.zone} now={now} onClose={() => params.open(null)} />
      ) : null}
    </>
  );
}

function Waiting() {
  return (
    <Loading label="Loading the history" className="grid gap-2 rounded-3 border border-line bg-surface p-4">
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-8" />
      <Skeleton className="h-8" />
      <Skeleton className="h-8" />
    </Loading>
  );
}

function Nothing({ params }: { params: HistoryParams }) {
  return params.narrowed ? (
    <Empty
      art="open"
      title="Nothing of that kind"
      actions={<Button onClick={params.clear}>Clear filters</Button>}
    >
      Nothing that this console knows of fits these filters.
    </Empty>
  ) : (
    <Empty art="dry" title="Nothing was seen yet">
      Syncs and changes stand here from the first look on.
    </Empty>
  );
}

function Foot({
  page,
  params,
  now,
  children,
}: {
  page: TimelinePage | undefined;
  params: HistoryParams;
  now: number;
  children: ReactNode;
}) {
  const since = page?.observed_since ?? null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t px-3 py-2 text-ink-3 text-xs sm:px-4">
      <p className="min-w-0 flex-1 basis-60">
        {since === null ? "Not observed yet." : `Observed since ${momentIn(since, params.zone, now)}.`} Times
        of changes are when they were seen.
        {page?.sync_history === "absent"
          ? " Fivetran’s own sync history does not answer for this account: syncs are known from looks and webhooks alone."
          : null}
      </p>
      {children}
    </div>
  );
}
