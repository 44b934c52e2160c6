"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { namesOf } from "@/components/schema-editor/use-column-loads";
import { isOver, type Job } from "@/lib/model/job";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { cancelJob, schemaJobs, startSchemaJob } from "@/lib/queries/schema-jobs";

/** The job that reads columns of many tables: starts it, shows the one that runs whoever started it, tells its end. */
export function useColumnJob(connectionId: string, editor: SchemaEditor) {
  const { data: jobs } = useQuery(schemaJobs(connectionId));
  const latest = jobs?.find((job) => job.kind === "load_columns") ?? null;
  const running = latest && !isOver(latest) ? latest : null;

  const followed = useRef<string | null>(null);
  const ended = useEffectEvent((job: Job) => {
    followed.current = null;
    const tone = job.state === "failed" ? "failed" : job.state === "unknown" ? "unknown" : "done";
    notify({ title: job.note, tone });
  });
  useEffect(() => {
    if (running) followed.current = running.id;
    else if (latest && followed.current === latest.id) ended(latest);
  }, [running, latest]);

  const begin = useMutation({
    mutationFn: (tables: readonly number[] | "all") =>
      startSchemaJob(connectionId, {
        kind: "load_columns",
        tables: tables === "all" ? "all" : tables.map((table) => namesOf(editor.tree, table)),
      }),
    onError: (error) => notify({ title: "Columns not loaded", detail: messageOf(error), tone: "failed" }),
  });
  return {
    running,
    starting: begin.isPending,
    load: (tables: readonly number[] | "all") => begin.mutate(tables),
    cancel: (job: Job) => {
      cancelJob(job.id).catch((error: unknown) =>
        notify({ title: "Not stopped", detail: messageOf(error), tone: "failed" }),
      );
    },
  };
}
