"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Job } from "@/lib/model/job";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { cancelJob, jobDetail, type SchemaJobAsk, startSchemaJob } from "@/lib/queries/schema-jobs";

export interface SchemaJob {
  /** As it stands; null before it was started. */
  job: Job | null;
  starting: boolean;
  error: Error | null;
  start: (ask: SchemaJobAsk) => void;
  cancel: () => void;
}

/** Starts a job on the connection's schema and follows it. */
export function useSchemaJob(connectionId: string): SchemaJob {
  const [id, setId] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: (ask: SchemaJobAsk) => startSchemaJob(connectionId, ask),
    onSuccess: (job) => setId(job.id),
  });
  const { data } = useQuery({ ...jobDetail(id ?? ""), enabled: id !== null });
  const job = data ?? begin.data ?? null;
  return {
    job: id === null ? null : job,
    starting: begin.isPending,
    error: begin.error,
    start: (ask) => begin.mutate(ask),
    cancel: () => {
      if (id === null) return;
      cancelJob(id).catch((error: unknown) =>
        notify({ title: "Not stopped", detail: messageOf(error), tone: "failed" }),
      );
    },
  };
}
