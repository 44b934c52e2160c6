"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { namesOf } from "@/components/schema-editor/use-column-loads";
import { isOver, type Job } from "@/lib/model/job";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { cancelJob, schemaJobs, startSchemaJob } from "@/lib/queries/schema-jobs";

/** The job that reads columns of many tables: starts it, and shows the one that runs whoever started it. */
export function useColumnJob(connectionId: string, editor: SchemaEditor) {
  const client = useQueryClient();
  const { data: jobs } = useQuery(schemaJobs(connectionId));
  const running = jobs?.find((job) => job.kind === "load_columns" && !isOver(job)) ?? null;

  const begin = useMutation({
    mutationFn: (tables: readonly number[] | "all") =>
      startSchemaJob(connectionId, {
        kind: "load_columns",
        tables: tables === "all" ? "all" : tables.map((table) => namesOf(editor.tree, table)),
      }),
    onSuccess: (job) => {
      const { queryKey } = schemaJobs(connectionId);
      // It shows at once, so that no press falls between its start and the list that tells of it.
      client.setQueryData(queryKey, (listed = []) =>
        listed.some(({ id }) => id === job.id) ? listed : [job, ...listed],
      );
      void client.invalidateQueries({ queryKey });
    },
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
