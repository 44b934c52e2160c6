"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleMinus, CirclePlus, type LucideIcon, Pause, Play, RefreshCw, Settings2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { changeFeed, type FeedEntry } from "@/lib/model/change-feed";
import { changeWords } from "@/lib/model/change-words";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { HEALTHS } from "@/lib/model/health";
import { countOf, figure } from "@/lib/model/names";
import type { StateChange } from "@/lib/model/snapshot";
import { clockTime, isoTime } from "@/lib/model/time";
import { stateChanges } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

/** What the overview asks for; an answer as long as `limit` may lack the earlier part of the day. */
export const LAST_DAY = { hours: 24, limit: 500 };

const SHOWN = 10;

/** What this console saw change within a day. */
export function ChangesPanel({ index }: { index: ConnectionIndex }) {
  const { data, error } = useQuery(stateChanges(LAST_DAY));
  const [all, setAll] = useState(false);
  const feed = data ? changeFeed(data) : [];
  const shown = all ? feed : feed.slice(0, SHOWN);
  const more = feed.length - shown.length;
  const cut = data !== undefined && data.length >= LAST_DAY.limit;
  return (
    <Panel
      title={cut ? "Changed lately" : "Changed in 24 h"}
      sub="seen at, UTC"
      end={
        feed.length > 0 ? <span className="text-ink-3 text-xs">{countOf(feed.length, "change")}</span> : null
      }
      foot={
        more > 0 ? (
          <Button size="sm" look="quiet" className="-ml-2.5" onClick={() => setAll(true)}>
            Show {figure(more)} more
          </Button>
        ) : undefined
      }
    >
      {error && !data ? (
        <div className="p-3">
          <Note tone="unknown" role="status">
            The changes could not be read. {messageOf(error)}
          </Note>
        </div>
      ) : null}
      {data || error ? null : <FeedSkeleton />}
      {data && feed.length === 0 ? (
        <p className="px-3 py-3 text-ink-2 text-xs sm:px-4">
          Nothing that we saw. Syncs that start and end well are not listed here.
        </p>
      ) : null}
      {shown.length > 0 ? (
        <ol className="py-[5px]">
          {shown.map((entry) => (
            <FeedLine key={entry.changes[0].id} entry={entry} index={index} />
          ))}
        </ol>
      ) : null}
    </Panel>
  );
}

function FeedLine({ entry, index }: { entry: FeedEntry; index: ConnectionIndex }) {
  const [change] = entry.changes;
  const count = entry.changes.length;
  const { icon: Icon, className } = lookOf(change);
  return (
    <li className="grid grid-cols-[36px_16px_minmax(0,1fr)] gap-2 px-3 py-[7px] text-ink-2 text-xs leading-[18px] sm:px-4">
      <time dateTime={isoTime(change.seen_at)} title={isoTime(change.seen_at)} className="text-ink-3">
        {clockTime(change.seen_at)}
      </time>
      <Icon aria-hidden="true" className={cx("icon-st mt-0.5 text-fill", className)} />
      <span className="wrap-anywhere min-w-0" title={change.detail ?? undefined}>
        {count === 1 ? (
          <Name change={change} index={index} />
        ) : (
          <b className="font-medium text-ink">{countOf(count, "connection")}</b>
        )}{" "}
        {changeWords(change, count)}
        {change.kind === "settings" && change.detail ? (
          <bdi className="line-clamp-2 text-ink-3">{change.detail}</bdi>
        ) : null}
      </span>
    </li>
  );
}

function Name({ change, index }: { change: StateChange; index: ConnectionIndex }) {
  const row = index.rows[index.position.get(change.connection_id) ?? -1];
  if (!row) return <bdi className="mono font-medium text-ink">{change.connection_id}</bdi>;
  return (
    <Link
      href={`/connections/${encodeURIComponent(row.id)}`}
      prefetch={false}
      title={row.schema}
      className="inline-block max-w-full truncate align-bottom hover:underline"
    >
      <bdi className="mono font-medium text-ink">{row.schema}</bdi>
    </Link>
  );
}

const KIND_ICONS: Record<StateChange["kind"], LucideIcon> = {
  health: RefreshCw,
  paused: Pause,
  settings: Settings2,
  appeared: CirclePlus,
  vanished: CircleMinus,
  sync: RefreshCw,
  annotation: Settings2,
};

function lookOf(change: StateChange): { icon: LucideIcon; className: string } {
  const health = change.kind === "health" ? HEALTHS.find((one) => one === change.to) : undefined;
  if (health) return HEALTH_LOOK[health];
  if (change.kind === "paused" && change.to === "false") return { icon: Play, className: "st-paused" };
  return { icon: KIND_ICONS[change.kind], className: change.kind === "paused" ? "st-paused" : "st-unknown" };
}

function FeedSkeleton() {
  return (
    <Loading label="Loading changes" className="grid gap-4 px-4 py-4">
      {["w-4/5", "w-3/5", "w-2/3", "w-1/2"].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </Loading>
  );
}
