"use client";
import { JobWord } from "@/components/jobs/job-word";
import { Progress } from "@/components/ui/progress";
import { useNow } from "@/components/ui/use-now";
import { isOver, type Job } from "@/lib/model/job";
import { figure } from "@/lib/model/names";
import { absoluteTime, duration } from "@/lib/model/time";

/** Where a job stands, in its own words. It goes on when the tab closes, and says so. */
export function JobView({ job, label }: { job: Job; label: string }) {
  const now = useNow(1_000);
  const over = isOver(job);
  const from = job.started_at ?? job.created_at;
  return (
    <section aria-label={label} className="grid gap-2">
      <p className="flex items-center gap-2">
        <JobWord state={job.state} />
        <span className="ml-auto text-ink-3 text-xs">
          {job.total === null || over ? "" : `${figure(job.done)} of ${figure(job.total)}, `}
          {duration((job.ended_at ?? now) - from)}
        </span>
      </p>
      {over ? null : <Progress label={`${label}: progress`} done={job.done} total={job.total} />}
      <p role="status" className="wrap-anywhere text-ink-2">
        {job.note}
      </p>
      {job.waits_until !== null && job.waits_until > now && !over ? (
        <p className="text-ink-3 text-xs">Waits for quota until {absoluteTime(job.waits_until, now)}.</p>
      ) : null}
      {over ? null : <p className="text-ink-3 text-xs">You may close this tab; the work goes on.</p>}
    </section>
  );
}
