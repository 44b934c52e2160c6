import "server-only";
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
