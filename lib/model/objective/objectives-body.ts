import {
  LONGEST_TARGET,
  MOST_NAMED,
  MOST_OBJECTIVES,
  SHORTEST_TARGET,
} from "@/lib/model/objective/objective";
import { BROWSER, isZone } from "@/lib/model/zone";
import { z } from "@/lib/zod";

const named = z.array(z.string().min(1).max(500)).max(MOST_NAMED, `At most ${MOST_NAMED} can be named.`);
const clock = (pattern: RegExp) => z.string().regex(pattern, "A time of day is needed, such as 08:00.");

const hours = z
  .strictObject({
    zone: z
      .string()
      .max(60)
      .refine((zone) => zone !== BROWSER && isZone(zone), {
        message: "A time zone is needed that this console knows, such as Europe/Berlin.",
      }),
    days: z.array(z.number().int().min(1).max(7)).min(1, "Choose at least one day.").max(7),
    from: clock(/^([01]\d|2[0-3]):[0-5]\d$/),
    until: clock(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  })
  .refine(({ from, until }) => from < until, {
    path: ["until"],
    message: "The end has to be later on the same day than the beginning.",
  });

const objective = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1, "A name is needed.").max(60, "A name has at most 60 letters."),
  target_minutes: z
    .number()
    .int()
    .min(SHORTEST_TARGET, `The shortest target is ${SHORTEST_TARGET} minutes.`)
    .max(LONGEST_TARGET, "The longest target is 31 days."),
  goal_percent: z
    .number()
    .min(50, "The goal is between 50 and 100 percent.")
    .max(100, "The goal is between 50 and 100 percent."),
  hours: hours.nullable(),
  match: z.strictObject({ connection_ids: named, group_ids: named, services: named, tags: named }),
});

/** What saves the objectives: all of them, and the version they were made from. */
export const ObjectivesBody = z.strictObject({
  version: z.number().int().min(0),
  objectives: z
    .array(objective)
    .max(MOST_OBJECTIVES, `There can be at most ${MOST_OBJECTIVES} objectives.`)
    .superRefine((all, context) => {
      for (const [field, words] of [
        ["id", "Two objectives have the same id."],
        ["name", "Another objective has this name."],
      ] as const) {
        const seen = new Set<string>();
        all.forEach((one, place) => {
          const value = one[field].toLowerCase();
          if (seen.has(value)) context.addIssue({ code: "custom", path: [place, field], message: words });
          seen.add(value);
        });
      }
    }),
});
