"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo } from "react";
import { OnTimeBar } from "@/components/sync-status/on-time-bar";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { countOf } from "@/lib/model/names";
import { targetWords } from "@/lib/model/objective/objective-words";
import { type LateRow, objectivesNow } from "@/lib/model/objective/objectives-now";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { duration, relativeTime } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { objectives } from "@/lib/queries/objectives";
import { useTags } from "@/lib/queries/use-tags";

const LATE_SHOWN = 3;

/** How the account keeps its freshness objectives now, who is the latest, and who will be late next. */
export function FreshnessPanel({ snapshot }: { snapshot: AccountSnapshot }) {
  const { data: stored, error } = useQuery(objectives);
  const tags = useTags();
  const now = useNow();
  const told = useMemo(
    () => stored && tags && objectivesNow(stored.objectives, snapshot.connections, tags, now),
    [stored, snapshot.connections, tags, now],
  );
  if (!told)
    return (
      <Panel title="Freshness">
        <PanelBody>
          {error ? (
            <Note tone="unknown" role="status">
              The objectives could not be read. {messageOf(error)}
            </Note>
          ) : (
            <Loading label="Loading the objectives">
              <Skeleton className="h-16 rounded-2" />
            </Loading>
          )}
        </PanelBody>
      </Panel>
    );
  return (
    <Panel
      title="Freshness"
      sub={told.counts.length > 0 ? "on time now" : undefined}
      end={
        <Link href="/account/objectives" prefetch={false} className="link rounded-1">
          {told.counts.length > 0 ? "Objectives" : "Set an objective"}
        </Link>
      }
      foot={
        told.next ? (
          <>
            Next to be late: <Name late={told.next} /> {relativeTime(told.next.at, now)}
          </>
        ) : undefined
      }
    >
      {told.counts.length === 0 ? (
        <p className="px-3 py-3 text-ink-2 text-xs sm:px-4">
          No objective says yet how old data may be, so nothing counts as late here.
        </p>
      ) : (
        <ul className="grid gap-2.5 px-3 py-3 sm:px-4">
          {told.counts.map((count) => (
            <li
              key={count.objective.id}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)] items-center gap-3"
            >
              <span className="flex min-w-0 gap-1.5" title={count.objective.name}>
                <span className="truncate">{count.objective.name}</span>
                <span className="shrink-0 text-ink-3">{targetWords(count.objective.target_minutes)}</span>
              </span>
              <OnTimeBar count={count} className="grid-cols-[minmax(0,1fr)_auto]" />
            </li>
          ))}
        </ul>
      )}
      {told.late.length > 0 ? (
        <ul aria-label="Late now" className="border-line border-t px-3 py-2 text-xs sm:px-4">
          {told.late.slice(0, LATE_SHOWN).map((late) => (
            <li key={late.row.id} className="flex min-w-0 items-baseline justify-between gap-3 py-0.5">
              <Name late={late} />
              <span className="st-broken whitespace-nowrap font-medium">{duration(now - late.at)} late</span>
            </li>
          ))}
          {told.late.length > LATE_SHOWN ? (
            <li className="text-ink-3">
              {countOf(told.late.length - LATE_SHOWN, "more is", "more are")} late
            </li>
          ) : null}
        </ul>
      ) : null}
    </Panel>
  );
}

function Name({ late: { row } }: { late: LateRow }) {
  return (
    <Link
      href={`/connections/${encodeURIComponent(row.id)}`}
      prefetch={false}
      title={row.schema}
      className="link inline-block max-w-48 truncate align-bottom"
    >
      <bdi className="mono">{row.schema}</bdi>
    </Link>
  );
}
