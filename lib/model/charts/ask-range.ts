import { ASK_MOST_MS, ASK_MOST_PIECES, TIMELINE_STEPS } from "@/lib/model/charts/timeline-step";
import { z } from "@/lib/zod";

const time = z.coerce.number().int().min(0);

/** What a timeline is asked for: whole pieces of one of the known lengths. Epoch milliseconds. */
export const ASK_RANGE = {
  from: time,
  until: time,
  step: time.refine((step) => TIMELINE_STEPS.includes(step), "is no length of a piece"),
};

/** Says what is wrong with a range whose parts are right each. */
export function checkAskRange({
  value: { from, until, step },
  issues,
}: {
  value: { from: number; until: number; step: number };
  issues: z.core.$ZodRawIssue[];
}): void {
  const wrong = (message: string) => issues.push({ code: "custom", path: ["until"], message, input: until });
  if (from % step !== 0 || until % step !== 0) wrong("from and until have to be whole numbers of step");
  else if (until <= from) wrong("has to be after from");
  else if (until - from > ASK_MOST_MS) wrong("150 days are the longest range");
  else if ((until - from) / step > ASK_MOST_PIECES) wrong("a longer step is needed for this range");
}
