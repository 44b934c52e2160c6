import { loose, openEnum } from "@/lib/model/wire";
import { z } from "@/lib/zod";

export const SETUP_TEST_STATUSES = ["PASSED", "SKIPPED", "WARNING", "FAILED", "JOB_FAILED"] as const;

/** One row of a setup test run. `details` may be a string, an object or an array (go-fivetran 1.3.3 had to learn it). */
export const SetupTest = loose({
  title: z.string(),
  status: openEnum(SETUP_TEST_STATUSES),
  message: z.string().nullish(),
  details: z.unknown().optional(),
});
export type SetupTest = z.infer<typeof SetupTest>;
