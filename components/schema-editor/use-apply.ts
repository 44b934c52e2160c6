"use client";
import { useState } from "react";
import { changeCounts } from "@/lib/model/schema/change-counts";
import type { ApplyResult, SchemaJobAsk } from "@/lib/model/schema/schema-answers";
import { useSchemaJob } from "@/lib/queries/use-schema-job";

type ApplyAsk = Omit<Extract<SchemaJobAsk, { kind: "apply_schema" }>, "kind">;

/** Sends a review as a job and follows it to its end. */
export function useApply(connectionId: string) {
  const { job, starting, error, start, cancel, forget } = useSchemaJob<ApplyResult>(connectionId);
  const [total, setTotal] = useState(0);
  return {
    job,
    total,
    starting,
    error,
    cancel,
    /** Goes back to before the job, as for what it left. */
    forget,
    start: (ask: ApplyAsk) => {
      setTotal(changeCounts(ask.changes).total);
      start({ kind: "apply_schema", ...ask });
    },
  };
}
