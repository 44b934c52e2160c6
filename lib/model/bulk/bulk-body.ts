import { NO_ANNOTATION, readTags } from "@/lib/model/annotation";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { checkAnnotation } from "@/lib/model/check-annotation";
import { DAILY_SYNC_TIMES, SYNC_FREQUENCIES } from "@/lib/model/schedule";
import { z } from "@/lib/zod";

/** So many connections one job takes on. */
export const MOST_AT_ONCE = 20_000;

const tags = z
  .array(z.string().max(1_000))
  .max(100)
  .transform((all) => readTags(all.join(",")));

const Act = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["pause", "resume", "sync"]) }),
  z
    .strictObject({
      kind: z.literal("schedule"),
      schedule_type: z.enum(["auto", "manual"]).optional(),
      sync_frequency: z.literal(SYNC_FREQUENCIES).optional(),
      daily_sync_time: z.enum(DAILY_SYNC_TIMES as [string, ...string[]]).optional(),
    })
    .refine((act) => Object.keys(act).length > 1, "Say what of the schedule is to change."),
  z
    .strictObject({ kind: z.literal("tags"), add: tags, remove: tags })
    .refine(({ add, remove }) => add.length + remove.length > 0, "Name at least one tag.")
    .superRefine(({ add }, context) => {
      const wrong = checkAnnotation({ ...NO_ANNOTATION, tags: add }).get("tags");
      if (wrong) context.addIssue({ code: "custom", path: ["add"], message: wrong });
    }),
]);

/** What starts a bulk job. */
export const BulkBody = z.strictObject({
  act: Act,
  connection_ids: z.array(z.string().min(1).max(200)).min(1).max(MOST_AT_ONCE),
});
export type BulkBody = { act: BulkAct; connection_ids: string[] };
