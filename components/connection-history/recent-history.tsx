"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { HistoryList } from "@/components/connection-history/history-list";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Segmented } from "@/components/ui/segmented";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { ALL_TIME } from "@/lib/model/time-range";
import { TIMELINE_KINDS, type TimelineKind } from "@/lib/model/timeline";
import { UTC } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";
import { connectionTimeline } from "@/lib/queries/connection-history";

const HistoryDrawer = lazyPiece("The drawer", () =>
  import("@/components/connection-history/history-drawer").then((module) => module.HistoryDrawer),
);

const MOST = 12;

type Shown = "all" | "syncs" | "changes";

const KINDS: Record<Shown, readonly TimelineKind[]> = {
  all: TIMELINE_KINDS,
  syncs: ["sync"],
  changes: TIMELINE_KINDS.filter((kind) => kind !== "sync"),
};

/** The newest of what is known to have happened to a connection. */
export function RecentHistory({ id }: { id: string }) {
  const [shown, setShown] = useState<Shown>("all");
  const [opened, setOpened] = useState<string | null>(null);
  const now = useNow();
  const { data, error } = useInfiniteQuery(
    connectionTimeline(id, { kinds: KINDS[shown], actor: null, range: "all", bounds: () => ALL_TIME }),
  );
  const items = data?.pages[0]?.items.slice(0, MOST) ?? [];
  const item = items.find(({ key }) => key === opened);
  return (
    <Panel
      title="History"
      sub="newest first, UTC"
      end={
        <Segmented
          label="What to show"
          measure="sm"
          value={shown}
          onChange={setShown}
          options={[
            { value: "all", label: "All" },
            { value: "syncs", label: "Syncs" },
            { value: "changes", label: "Changes" },
          ]}
        />
      }
      foot={
        <>
          Times of changes are when they were seen.{" "}
          <Link href={`/connections/${encodeURIComponent(id)}/history`} className="link">
            All of the history
          </Link>
        </>
      }
    >
      {data && items.length > 0 ? (
        <HistoryList heading="h3" items={items} zone={UTC} now={now} opened={opened} onOpen={setOpened} />
      ) : (
        <PanelBody className="text-ink-3">
          {data ? (
            "Nothing was seen yet."
          ) : error ? (
            <Note tone="unknown">{messageOf(error)}</Note>
          ) : (
            <Loading label="Loading the history">
              <Skeleton className="h-40 rounded-2" />
            </Loading>
          )}
        </PanelBody>
      )}
      {item ? (
        <HistoryDrawer id={id} item={item} zone={UTC} now={now} onClose={() => setOpened(null)} />
      ) : null}
    </Panel>
  );
}
