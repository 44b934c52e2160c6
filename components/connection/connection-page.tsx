"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AnnotationPanel } from "@/components/connection/annotation-panel";
import { ConnectionFacts } from "@/components/connection/connection-facts";
import { ConnectionHead } from "@/components/connection/connection-head";
import { ConnectionSkeleton } from "@/components/connection/connection-skeleton";
import { ConnectionTabs } from "@/components/connection/connection-tabs";
import { ConnectionTrouble } from "@/components/connection/connection-trouble";
import { FreshnessPanel } from "@/components/connection/freshness-panel";
import { HealthPanel } from "@/components/connection/health-panel";
import { SchedulePanel } from "@/components/connection/schedule-panel";
import { TrustedPanel } from "@/components/connection/trusted-panel";
import { UnfinishedSetup } from "@/components/connection/unfinished-setup";
import { VerbatimPanel } from "@/components/connection/verbatim-panel";
import { VerdictBanner } from "@/components/connection/verdict-banner";
import { SetupTestsPanel } from "@/components/setup-tests/setup-tests-panel";
import { Note } from "@/components/ui/note";
import { ApiError } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";

/** Everything about one connection: how it is, what to do, how it is set, what happened. */
export function ConnectionPage({
  id,
  notes,
  durations,
  calendar,
  history,
}: {
  id: string;
  /** What else is known of it; drawn above its verdict. */
  notes: ReactNode;
  /** How long its syncs take. */
  durations: ReactNode;
  /** How its days went. */
  calendar: ReactNode;
  /** What happened to it. */
  history: ReactNode;
}) {
  const { data, error } = useQuery(connectionDetail(id));
  const gone = error instanceof ApiError && error.code === "not_found";
  if (error && (!data || gone)) return <ConnectionTrouble id={id} error={error} last={data} />;
  if (!data) return <ConnectionSkeleton />;
  return (
    <div className="grid gap-5">
      <ConnectionHead detail={data} />
      <ConnectionTabs id={id} current="status" />
      {error ? (
        <Note tone="unknown" role="status">
          What you see was read before: {error.message}
        </Note>
      ) : null}
      <UnfinishedSetup detail={data} />
      {notes}
      <VerdictBanner detail={data} />
      <ConnectionFacts detail={data} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 gap-5">
          <HealthPanel id={id} name={data.row.schema} />
          {durations}
          <SetupTestsPanel detail={data} />
          {history}
        </div>
        <div className="grid min-w-0 gap-5">
          <FreshnessPanel row={data.row} />
          {calendar}
          <AnnotationPanel key={`about ${id}`} row={data.row} />
          <SchedulePanel key={id} detail={data} />
          <VerbatimPanel detail={data} />
          <TrustedPanel detail={data} />
        </div>
      </div>
    </div>
  );
}
