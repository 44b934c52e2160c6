import "server-only";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts, presentPlan } from "@/lib/sync/account-status";
import { memory } from "@/lib/sync/memory";
import { z } from "@/lib/zod";

const Pace = z.object({
  interval_ms: z.number(),
  budget_per_hour: z.number(),
  next_sweep_at: z.number().nullable(),
  resting: z.boolean(),
});

/** How the instance that polls does it. Times in epoch milliseconds. */
export type Pace = z.infer<typeof Pace>;

/** This process's own pace, for those that follow. */
export function ownPace(): Pace {
  const { interval_ms, budget_per_hour } = presentPlan(memory());
  const { next_sweep_at, resting } = pollerFacts();
  return { interval_ms, budget_per_hour, next_sweep_at, resting };
}

const Noted = z.object({ pace: Pace });

/** What the holder of the lease noted of its pace; null where it noted none. */
export function notedPace(state: unknown): Pace | null {
  const noted = Noted.safeParse(state);
  return noted.success ? noted.data.pace : null;
}

/** Has this process, which follows, tell of the pace of the one that polls; null where that is not known. */
export function followPace(leader: Pace | null): void {
  const facts = pollerFacts();
  const resting = leader?.resting ?? false;
  const changed = facts.resting !== resting || !facts.leader !== !leader;
  facts.leader = leader;
  facts.resting = resting;
  const { sweep_started_at } = memory();
  const { interval_ms } = leader ?? presentPlan(memory());
  const next = sweep_started_at === null ? null : sweep_started_at + interval_ms;
  // What it noted may be older than the sweep that was seen since.
  facts.next_sweep_at = resting ? (leader?.next_sweep_at ?? next) : next;
  if (changed) accountChanged();
}
