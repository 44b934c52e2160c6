"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FolderSync } from "lucide-react";
import { useEffect } from "react";
import { JobView } from "@/components/jobs/job-view";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { isOver } from "@/lib/model/job";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { schemaKey } from "@/lib/queries/schema";
import { cancelJob, schemaJobs, startSchemaJob } from "@/lib/queries/schema-jobs";

const CALM_MS = 2_000;

/** Has Fivetran list the tables of a source that it has not looked at yet. */
export function ReloadSource({ detail }: { detail: ConnectionDetail }) {
  const { id } = detail.row;
  const client = useQueryClient();
  const jobs = schemaJobs(id);
  const { data } = useQuery({
    ...jobs,
    // Events tell of it sooner; this is for a stream that is down.
    refetchInterval: ({ state }) => (state.data?.some((job) => !isOver(job)) ? CALM_MS : false),
  });
  const job = data?.find(({ kind }) => kind === "reload_schema") ?? null;
  const running = job !== null && !isOver(job);
  const start = useMutation({
    mutationFn: () => startSchemaJob(id, { kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] }),
    onSettled: () => client.invalidateQueries({ queryKey: jobs.queryKey }),
  });
  const stop = useMutation({
    mutationFn: cancelJob,
    onSettled: () => client.invalidateQueries({ queryKey: jobs.queryKey }),
  });
  const ended = job !== null && isOver(job) ? job.id : null;
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: schemaKey(id) });
  }, [client, id, ended]);
  return (
    <Panel title="Tables of the source">
      <PanelBody className="grid gap-3">
        <p className="max-w-[72ch] text-ink-2">
          Fivetran lists the schemas and tables of the source, so that you choose before anything is loaded.
          That can take minutes and counts against the quota for reads of the source. No data is loaded.
        </p>
        {job ? <JobView job={job} label="Reading the tables" /> : null}
        {(start.error ?? stop.error) ? (
          <Note tone="broken" role="alert">
            {messageOf(start.error ?? stop.error)}
          </Note>
        ) : null}
        {job?.state === "failed" ? (
          <Note tone="delayed">
            Some connector types have no schema to choose from before their first sync. You may go on without
            choosing: then all that the source has is synced, and nothing is hashed, until you change it on
            the connection’s schema page.
          </Note>
        ) : null}
        <div>
          {running ? (
            <Button pending={job.cancel_asked || stop.isPending} onClick={() => stop.mutate(job.id)}>
              {job.cancel_asked ? "Stopping" : "Cancel"}
            </Button>
          ) : (
            <Button look="primary" pending={start.isPending} onClick={() => start.mutate()}>
              <FolderSync aria-hidden="true" /> {job ? "Read the tables again" : "Read the tables"}
            </Button>
          )}
        </div>
      </PanelBody>
    </Panel>
  );
}
