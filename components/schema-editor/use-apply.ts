"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { useSchemaJob } from "@/components/schema-editor/use-schema-job";
import { isOver, type Job } from "@/lib/model/job";
import { countOf } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { notify } from "@/lib/queries/notice";
import type { ApplyResult, SchemaJobAsk } from "@/lib/queries/schema-jobs";

type ApplyAsk = Omit<Extract<SchemaJobAsk, { kind: "apply_schema" }>, "kind">;

/** Sends a review as a job and follows it to its end, of which a notice tells wherever the person has gone. */
export function useApply(connectionId: string, name: string, onUndo: (revision: number) => void) {
  const { job, starting, error, start, cancel, forget } = useSchemaJob<ApplyResult>(connectionId);
  const asked = useRef(0);
  const told = useRef<string | null>(null);
  const over = job !== null && isOver(job) && (job.result !== null || job.state !== "done");
  const ended = useEffectEvent((job: Job<ApplyResult>) => {
    if (told.current === job.id) return;
    told.current = job.id;
    const revision = job.result?.revision;
    if (job.state === "done")
      notify({
        title: `${countOf(asked.current, "change")} applied`,
        name,
        ...(revision ? { detail: `Revision ${revision}` } : {}),
        ...(revision ? { action: { label: "Undo", run: () => onUndo(revision) } } : {}),
      });
    else
      notify({
        title: job.state === "unknown" ? "Outcome not known" : "Not all was applied",
        name,
        detail: job.note,
        tone: job.state === "unknown" ? "unknown" : "failed",
      });
  });
  useEffect(() => {
    if (over) ended(job);
  }, [over, job]);
  return {
    job,
    total: asked.current,
    starting,
    error,
    cancel,
    /** Goes back to before the job, as for what it left. */
    forget,
    start: (ask: ApplyAsk) => {
      asked.current = changeCounts(ask.changes).total;
      start({ kind: "apply_schema", ...ask });
    },
  };
}
