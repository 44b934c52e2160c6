import { checkObjective } from "@/lib/model/objective/check-objective";
import { MOST_NAMED, MOST_OBJECTIVES } from "@/lib/model/objective/objective";
import { z } from "@/lib/zod";

const named = z.array(z.string().min(1).max(500)).max(MOST_NAMED, `At most ${MOST_NAMED} can be named.`);

const objective = z.strictObject({
  id: z.uuid(),
  name: z.string().trim(),
  target_minutes: z.number(),
  goal_percent: z.number(),
  hours: z
    .strictObject({
      zone: z.string().max(60),
      days: z.array(z.number().int().min(1).max(7)).max(7),
      from: z.string(),
      until: z.string(),
    })
    .nullable(),
  match: z.strictObject({ connection_ids: named, group_ids: named, services: named, tags: named }),
});

/** What saves the objectives: all of them, and the version they were made from. */
export const ObjectivesBody = z.strictObject({
  version: z.number().int().min(0),
  objectives: z
    .array(objective)
    .max(MOST_OBJECTIVES, `There can be at most ${MOST_OBJECTIVES} objectives.`)
    .superRefine((all, context) => {
      all.forEach((one, place) => {
        const before = all.slice(0, place);
        const names = before.map(({ name }) => name);
        for (const [field, message] of checkObjective(one, names))
          context.addIssue({ code: "custom", path: [place, ...field.split(".")], message });
        if (before.some(({ id }) => id === one.id))
          context.addIssue({
            code: "custom",
            path: [place, "id"],
            message: "Another objective has this id.",
          });
      });
    }),
});
