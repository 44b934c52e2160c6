"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, Download } from "lucide-react";
import { BulkTroubles } from "@/components/connections/bulk-troubles";
import { useBulkCsv } from "@/components/connections/use-bulk-csv";
import { JobView } from "@/components/jobs/job-view";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { FailedRead } from "@/components/ui/failed-read";
import { Note } from "@/components/ui/note";
import { bulkDetail, bulkTitle } from "@/lib/model/bulk/bulk-act";
import type { BulkRest } from "@/lib/model/bulk/bulk-job";
import { isOver } from "@/lib/model/job";
import { capital, countOf } from "@/lib/model/names";
import { messageOf } from "@/lib/queries/api-error";
import { bulkJobs, bulkReport, resumeBulkJob } from "@/lib/queries/bulk-jobs";
import { notify } from "@/lib/queries/notice";
import { cancelJob } from "@/lib/queries/schema-jobs";

/** One bulk job: how far it is, what went wrong and what can be done about it. */
export function BulkJobView({
  id,
  onShow,
  onClose,
}: {
  id: string;
  onShow: (id: string) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(bulkReport(id));
  // The list hears of each step at once.
  const { data: runs } = useQuery(bulkJobs);
  const csv = useBulkCsv();
  const again = useMutation({
    mutationFn: (rest: BulkRest) => resumeBulkJob(id, rest),
    onSuccess: (run) => {
      void client.invalidateQueries({ queryKey: bulkJobs.queryKey });
      onShow(run.id);
    },
  });
  const stop = useMutation({
    mutationFn: () => cancelJob(id),
    onError: (failure) => notify({ title: "Not stopped", detail: messageOf(failure), tone: "failed" }),
  });
  const all = (
    <Button look="quiet" size="sm" onClick={() => onShow("all")}>
      <ArrowLeft aria-hidden="true" />
      All bulk jobs
    </Button>
  );
  if (!data)
    return (
      <Drawer title="Bulk job" onClose={onClose} foot={all}>
        {error ? (
          <FailedRead pending={isFetching} onAgain={() => void refetch()}>
            {messageOf(error)}
          </FailedRead>
        ) : (
          <p role="status">Loading the job</p>
        )}
      </Drawer>
    );
  const { counts, troubles } = data;
  const told = runs?.find((one) => one.id === id);
  const run = told && !isOver(data.run) ? told : data.run;
  const over = isOver(run);
  const title = bulkTitle(run.act, run.total ?? 0);
  const wrong = counts.failed + counts.unknown;
  const detail = bulkDetail(run.act);
  return (
    <Drawer
      title={title}
      onClose={onClose}
      foot={
        <>
          {over ? null : (
            <Button
              onClick={() => stop.mutate()}
              pending={stop.isPending}
              offBecause={run.cancel_asked ? "It stops when what is out has been answered" : undefined}
            >
              {run.cancel_asked ? "Stopping" : "Stop"}
            </Button>
          )}
          {over && wrong > 0 ? (
            <Button look="primary" pending={again.isPending} onClick={() => again.mutate("failed")}>
              Retry the {countOf(wrong, "failed", "failed")}
            </Button>
          ) : null}
          {over && counts.waiting > 0 ? (
            <Button pending={again.isPending} onClick={() => again.mutate("left")}>
              Go on with {countOf(counts.waiting, "connection")}
            </Button>
          ) : null}
          <Button pending={csv.pending} onClick={() => void csv.download(run)}>
            <Download aria-hidden="true" />
            CSV
          </Button>
          <span className="ml-auto">{all}</span>
        </>
      }
    >
      {detail ? <p className="wrap-anywhere text-ink-2">{capital(detail)}</p> : null}
      <JobView job={run} label={title} />
      {again.error ? (
        <Note tone="broken" role="alert">
          {messageOf(again.error)}
        </Note>
      ) : null}
      <BulkTroubles troubles={troubles} more={wrong - troubles.length} />
    </Drawer>
  );
}
