"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { countOf, percentOf } from "@/lib/model/names";
import { type Freshness, freshnessOf } from "@/lib/model/objective/freshness";
import { type Breach, type FreshnessRecord, RECORD_DAYS } from "@/lib/model/objective/freshness-record";
import type { Objective } from "@/lib/model/objective/objective";
import { hoursWords, targetWords } from "@/lib/model/objective/objective-words";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { absoluteTime, duration } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { connectionFreshness } from "@/lib/queries/objectives";

/** How a connection keeps its objective: now, over 30 days against the error budget, and each time it did not. */
export function FreshnessPanel({ row }: { row: ConnectionRow }) {
  const { data, error } = useQuery(connectionFreshness(row.id));
  const now = useNow();
  return (
    <Panel title="Freshness" sub={data ? `${RECORD_DAYS} days` : undefined}>
      <PanelBody className="grid gap-3">
        {error && data === undefined ? <Note tone="unknown">{messageOf(error)}</Note> : null}
        {data === undefined && !error ? (
          <Loading label="Loading the freshness">
            <Skeleton className="h-16 rounded-2" />
          </Loading>
        ) : null}
        {data === null ? (
          <p className="text-ink-2">
            No{" "}
            <Link href="/account/objectives" prefetch={false} className="link">
              objective
            </Link>{" "}
            fits this connection, so its data is never late here.
          </p>
        ) : null}
        {data ? (
          <>
            <Present objective={data.objective} freshness={freshnessOf(row, data.objective, now)} now={now} />
            <Budget objective={data.objective} record={data.record} />
            <Breaches breaches={data.record.breaches} now={now} />
          </>
        ) : null}
      </PanelBody>
    </Panel>
  );
}

function Present({ objective, freshness, now }: { objective: Objective; freshness: Freshness; now: number }) {
  return (
    <p>
      <span className="text-ink-2">
        {objective.name}: fresh within {targetWords(objective.target_minutes)}, {hoursWords(objective.hours)}.
      </span>{" "}
      <b className={cx("font-medium", freshness.state === "late" && "st-broken")}>
        {presentWords(freshness, now)}
      </b>
    </p>
  );
}

function presentWords(freshness: Freshness, now: number): string {
  switch (freshness.state) {
    case "late":
      return `Late for ${duration(now - freshness.since)}.`;
    case "paused":
      return "Paused, so nothing is promised.";
    case "never_synced":
      return "It has not synced to the end yet.";
    case "on_time":
      return freshness.late_at === null
        ? "On time."
        : `On time; late in ${duration(freshness.late_at - now)} without a good sync.`;
  }
}

function Budget({ objective, record }: { objective: Objective; record: FreshnessRecord }) {
  const { counted_ms, late_ms, unknown_ms, allowed_ms, spent_at, to } = record;
  const left = Math.max(0, allowed_ms - late_ms);
  const spent = late_ms > 0 && left === 0;
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <span>Error budget left</span>
        <b className="font-semibold">{percentOf(left, allowed_ms)}</b>
      </div>
      <div aria-hidden="true" className="flex h-1 overflow-hidden rounded-full bg-pressed">
        <span
          style={{ flexGrow: left }}
          className={cx("bg-fill", left < allowed_ms / 2 ? "st-delayed" : "st-healthy")}
        />
        <span style={{ flexGrow: Math.max(0, allowed_ms - left) }} />
      </div>
      <p className="text-ink-3 text-xs">
        {duration(left)} of the {duration(allowed_ms)} that {objective.goal_percent} % allow.{" "}
        {spent_at === null ? null : `At this rate spent ${absoluteTime(spent_at, to)}.`}
        {spent ? `Spent: ${duration(late_ms - allowed_ms)} more than allowed.` : null}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-3">On time</dt>
        <dd className="text-right font-medium">
          {counted_ms > 0 ? percentOf(counted_ms - late_ms, counted_ms) : "not known"}
        </dd>
        <dt className="text-ink-3">Counted</dt>
        <dd className="text-right font-medium">{counted_ms > 0 ? duration(counted_ms) : "nothing yet"}</dd>
        {unknown_ms > 0 ? (
          <>
            <dt className="text-ink-3">Not observed</dt>
            <dd className="text-right font-medium">{duration(unknown_ms)}</dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}

const SHOWN = 5;

function Breaches({ breaches, now }: { breaches: readonly Breach[]; now: number }) {
  const [all, setAll] = useState(false);
  if (breaches.length === 0) return <p className="text-ink-3 text-xs">No breach is known.</p>;
  const longest = breaches.reduce((most, one) => (one.late_ms > most.late_ms ? one : most));
  return (
    <section aria-label="Breaches" className="grid gap-1">
      <h3 className="text-ink-3 text-xs">
        {countOf(breaches.length, "breach", "breaches")}, the longest {duration(longest.late_ms)}
        {longest.open ? ", open" : ""}
      </h3>
      <ol className="text-xs">
        {(all ? breaches : breaches.slice(0, SHOWN)).map((breach) => (
          <li key={breach.from} className="flex justify-between gap-3 py-0.5">
            <span className="text-ink-2">
              {absoluteTime(breach.from, now)} to {breach.open ? "now" : absoluteTime(breach.to, now)}
            </span>
            <span className={cx("whitespace-nowrap font-medium", breach.open && "st-broken")}>
              {duration(breach.late_ms)} late
            </span>
          </li>
        ))}
      </ol>
      {!all && breaches.length > SHOWN ? (
        <button type="button" className="link justify-self-start text-xs" onClick={() => setAll(true)}>
          Show all {breaches.length}
        </button>
      ) : null}
    </section>
  );
}
