"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isOver, type Job } from "@/lib/model/job";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { schemaKey } from "@/lib/queries/schema";
import {
  cancelJob,
  jobDetail,
  type SchemaJobAsk,
  schemaJobs,
  startSchemaJob,
} from "@/lib/queries/schema-jobs";

export interface SchemaJob<Result> {
  /** As it stands; null before it was started. */
  job: Job<Result> | null;
  starting: boolean;
  error: Error | null;
  start: (ask: SchemaJobAsk) => void;
  cancel: () => void;
  forget: () => void;
}

const CALM_MS = 2_000;

const followed = new Set<string>();

/** Whether a dialog or drawer that is open shows this job, its end included. */
export const isFollowed = (id: string): boolean => followed.has(id);

/** Starts a job on the connection's schema and follows it. */
export function useSchemaJob<Result>(connectionId: string): SchemaJob<Result> {
  const client = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: (ask: SchemaJobAsk) => startSchemaJob(connectionId, ask),
    onSuccess: (job) => {
      setId(job.id);
      void client.invalidateQueries({ queryKey: schemaJobs(connectionId).queryKey });
    },
  });
  useEffect(() => {
    if (id === null) return;
    followed.add(id);
    return () => void followed.delete(id);
  }, [id]);
  const { data } = useQuery({
    ...jobDetail(id ?? ""),
    enabled: id !== null,
    // Events tell of it sooner; this is for a stream that is down.
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : CALM_MS),
  });
  const over = data !== undefined && isOver(data);
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: schemaKey(connectionId) });
  }, [client, connectionId, over]);
  return {
    // What kind of job was started says what its result is.
    job: id === null ? null : ((data ?? begin.data ?? null) as Job<Result> | null),
    starting: begin.isPending,
    error: begin.error,
    start: (ask) => begin.mutate(ask),
    forget: () => setId(null),
    cancel: () => {
      if (id === null) return;
      cancelJob(id).catch((error: unknown) =>
        notify({ title: "Not stopped", detail: messageOf(error), tone: "failed" }),
      );
    },
  };
}
