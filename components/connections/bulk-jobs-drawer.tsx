"use client";
import { useQuery } from "@tanstack/react-query";
import { BulkJobView } from "@/components/connections/bulk-job-view";
import { JobWord } from "@/components/jobs/job-word";
import { Drawer } from "@/components/ui/drawer";
import { FailedRead } from "@/components/ui/failed-read";
import { useNow } from "@/components/ui/use-now";
import { bulkTitle } from "@/lib/model/bulk/bulk-act";
import { absoluteTime } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { bulkJobs } from "@/lib/queries/bulk-jobs";

/** The bulk jobs of the last 30 days, or one of them. */
export function BulkJobsDrawer({
  shown,
  onShow,
  onClose,
}: {
  /** The job's id, or `all`. */
  shown: string;
  onShow: (id: string) => void;
  onClose: () => void;
}) {
  if (shown !== "all") return <BulkJobView key={shown} id={shown} onShow={onShow} onClose={onClose} />;
  return (
    <Drawer title="Bulk jobs" onClose={onClose}>
      <Runs onShow={onShow} />
    </Drawer>
  );
}

function Runs({ onShow }: { onShow: (id: string) => void }) {
  const { data: runs, error, isFetching, refetch } = useQuery(bulkJobs);
  const now = useNow();
  if (!runs && error)
    return (
      <FailedRead pending={isFetching} onAgain={() => void refetch()}>
        {messageOf(error)}
      </FailedRead>
    );
  if (!runs) return <p role="status">Loading bulk jobs</p>;
  if (runs.length === 0) return <p className="text-ink-2">There were none in the last 30 days.</p>;
  return (
    <ul className="grid">
      {runs.map((run) => (
        <li key={run.id} className="border-line border-b">
          <button
            type="button"
            onClick={() => onShow(run.id)}
            className="grid w-full gap-0.5 rounded-2 px-2 py-2.5 text-left hover:bg-hover"
          >
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{bulkTitle(run.act, run.total ?? 0)}</span>
              <JobWord state={run.state} />
            </span>
            <span className="wrap-anywhere text-ink-2 text-xs">{run.note}</span>
            <span className="text-ink-3 text-xs">
              {run.actor}, {absoluteTime(run.created_at, now)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
