"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { serverNow } from "@/components/ui/server-clock";
import { isOver, type Job, type JobState, type SchemaJobKind } from "@/lib/model/job";
import type { ApplyResult } from "@/lib/model/schema/schema-answers";
import { type Notice, notify } from "@/lib/queries/notice";
import { jobDetail, schemaJobs } from "@/lib/queries/schema-jobs";
import { isFollowed } from "@/lib/queries/use-schema-job";

const DONE: Record<SchemaJobKind, string> = {
  apply_schema: "Changes applied",
  reload_schema: "Reloaded from source",
  load_columns: "Columns loaded",
};
const NOT_DONE: Record<SchemaJobKind, string> = {
  apply_schema: "Not all was applied",
  reload_schema: "Not reloaded",
  load_columns: "Not all columns were loaded",
};

const CALM_MS = 2_000;

/** Tells the end of each job on the schema since the page was opened, wherever it was started, but where it is shown. */
export function useJobNotices(connectionId: string, name: string, onUndo: (revision: number) => void): void {
  const client = useQueryClient();
  const { data: jobs } = useQuery({
    ...schemaJobs(connectionId),
    // Events tell of them sooner; this is for a stream that is down.
    refetchInterval: ({ state }) => (state.data?.some((job) => !isOver(job)) ? CALM_MS : false),
  });
  const [since] = useState(serverNow);
  const told = useRef(new Set<string>());
  const tell = useEffectEvent(async (job: Job) => {
    if (told.current.has(job.id)) return;
    told.current.add(job.id);
    if (isFollowed(job.id)) return;
    const notice: Notice = { title: titleOf(job), name, detail: job.note, tone: toneOf(job.state) };
    if (job.kind !== "apply_schema") return notify(notice);
    const whole = await client.fetchQuery(jobDetail(job.id)).catch(() => null);
    const revision = (whole?.result as ApplyResult | null | undefined)?.revision;
    notify(revision ? { ...notice, action: { label: "Undo", run: () => onUndo(revision) } } : notice);
  });
  useEffect(() => {
    for (const job of jobs ?? []) if (isOver(job) && (job.ended_at ?? 0) >= since) void tell(job);
  }, [jobs, since]);
}

function titleOf({ kind: any, state }: Job): string {
  // A list of one connection's jobs holds no others.
  const kind = any as SchemaJobKind;
  if (state === "done") return DONE[kind];
  return state === "unknown" ? "Outcome not known" : NOT_DONE[kind];
}

function toneOf(state: JobState): NonNullable<Notice["tone"]> {
  if (state === "unknown") return "unknown";
  return state === "failed" ? "failed" : "done";
}
