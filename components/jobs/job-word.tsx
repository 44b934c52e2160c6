import { CircleCheck, CircleQuestionMark, type LucideIcon, OctagonX, Pause, RefreshCw } from "lucide-react";
import { TONE_CLASS, type Tone } from "@/components/ui/tone";
import type { JobState } from "@/lib/model/job";

const STATES: Record<JobState, { tone: Tone; icon: LucideIcon; word: string }> = {
  queued: { tone: "paused", icon: Pause, word: "Waits for its turn" },
  running: { tone: "syncing", icon: RefreshCw, word: "Running" },
  done: { tone: "healthy", icon: CircleCheck, word: "Done" },
  failed: { tone: "broken", icon: OctagonX, word: "Failed" },
  canceled: { tone: "paused", icon: Pause, word: "Stopped" },
  unknown: { tone: "unknown", icon: CircleQuestionMark, word: "Outcome not known" },
};

/** The state of a job in a shape and a word; `word` where a screen knows a better one. */
export function JobWord({ state, word }: { state: JobState; word?: string }) {
  const { tone, icon: Icon, word: usual } = STATES[state];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${TONE_CLASS[tone]}`}>
      <Icon aria-hidden="true" className={`icon-st text-fill ${state === "running" ? "animate-turn" : ""}`} />
      {word ?? usual}
    </span>
  );
}
