"use client";
import { CircleCheck, CircleQuestionMark, type LucideIcon, OctagonX, Pause, RefreshCw } from "lucide-react";
import { Progress } from "@/components/ui/progress";
import { TONE_CLASS, type Tone } from "@/components/ui/tone";
import { useNow } from "@/components/ui/use-now";
import { isOver, type Job, type JobState } from "@/lib/model/job";
import { figure } from "@/lib/model/names";
import { absoluteTime, duration } from "@/lib/model/time";

const STATES: Record<JobState, { tone: Tone; icon: LucideIcon; word: string }> = {
  queued: { tone: "paused", icon: Pause, word: "Waits for its turn" },
  running: { tone: "syncing", icon: RefreshCw, word: "Running" },
  done: { tone: "healthy", icon: CircleCheck, word: "Done" },
  failed: { tone: "broken", icon: OctagonX, word: "Failed" },
  canceled: { tone: "paused", icon: Pause, word: "Stopped" },
  unknown: { tone: "unknown", icon: CircleQuestionMark, word: "Outcome not known" },
};

/** Where a job stands, in its own words. It goes on when the tab closes, and says so. */
export function JobView({ job, label }: { job: Job; label: string }) {
  const now = useNow(1_000);
  const { tone, icon: Icon, word } = STATES[job.state];
  const over = isOver(job);
  const from = job.started_at ?? job.created_at;
  return (
    <section aria-label={label} className="grid gap-2">
      <p className="flex items-center gap-2">
        <span className={`inline-flex items-center gap-1.5 font-medium ${TONE_CLASS[tone]}`}>
          <Icon
            aria-hidden="true"
            className={`icon-st text-fill ${job.state === "running" ? "animate-turn" : ""}`}
          />
          {word}
        </span>
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
