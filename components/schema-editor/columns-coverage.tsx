"use client";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { useNow } from "@/components/ui/use-now";
import type { Job } from "@/lib/model/job";
import { countOf, figure } from "@/lib/model/names";
import type { Coverage } from "@/lib/model/schema/schema-totals";
import { absoluteTime } from "@/lib/model/time";

/** Of how many tables all columns are known, and the job that reads the rest. */
export function ColumnsCoverage({
  coverage,
  job,
  starting,
  onLoadAll,
  onCancel,
}: {
  coverage: Coverage;
  /** The job that reads columns, while it runs. */
  job: Job | null;
  starting: boolean;
  onLoadAll: () => void;
  onCancel: (job: Job) => void;
}) {
  if (job) return <Reading job={job} onCancel={onCancel} />;
  const { loaded, total, unreadable } = coverage;
  if (total === 0) return null;
  const rest = total - loaded;
  const never = unreadable === 0 ? "" : ` (those of ${figure(unreadable)} more cannot be read)`;
  return (
    <p className="ml-auto flex min-h-6 flex-wrap items-center gap-x-1 text-ink-3 text-xs max-sm:ml-0">
      {rest === 0 ? (
        `Columns of all ${countOf(total, "table")} loaded${never}`
      ) : (
        <>
          Columns of {figure(loaded)} of {countOf(total, "table")} loaded,
          <button
            type="button"
            aria-busy={starting || undefined}
            title={`Reads the columns of ${countOf(rest, "table")} from the source, one after another`}
            onClick={() => {
              if (!starting) onLoadAll();
            }}
            className="link inline-flex min-h-6 items-center rounded-1"
          >
            load all
          </button>
          {never.trimStart()}
        </>
      )}
    </p>
  );
}

function Reading({ job, onCancel }: { job: Job; onCancel: (job: Job) => void }) {
  const now = useNow();
  const waits = job.waits_until !== null && job.waits_until > now ? job.waits_until : null;
  const total = job.total === null ? "" : ` of ${countOf(job.total, "table")}`;
  return (
    <div className="ml-auto flex min-h-6 min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs max-sm:ml-0">
      <span>
        {job.state === "queued" ? "Columns will be read soon" : `Columns read of ${figure(job.done)}${total}`}
        {waits === null ? "" : `, waits for quota until ${absoluteTime(waits, now)}`}
      </span>
      <span className="w-16">
        <Progress label="Columns read" done={job.done} total={job.total} />
      </span>
      <Button size="sm" look="quiet" pending={job.cancel_asked} onClick={() => onCancel(job)}>
        {job.cancel_asked ? "Stopping" : "Cancel"}
      </Button>
    </div>
  );
}
