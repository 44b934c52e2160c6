import { SEVERITIES, WHATS } from "@/lib/model/alert/alert-rule";
import { checkAlertRule } from "@/lib/model/alert/check-alert-rule";
import { MOST_NAMED } from "@/lib/model/objective/objective";
import { z } from "@/lib/zod";

const named = z.array(z.string().min(1).max(500)).max(MOST_NAMED, `At most ${MOST_NAMED} can be named.`);

/** What saves one rule: the rule, and the version it was made from; 0 for a new one. */
export const AlertRuleBody = z.strictObject({
  version: z.number().int().min(0),
  rule: z
    .strictObject({
      id: z.uuid(),
      name: z.string().trim(),
      on: z.boolean(),
      what: z.enum(WHATS),
      after_minutes: z.number(),
      expires_at: z.number().int().nullable(),
      match: z.strictObject({ connection_ids: named, group_ids: named, services: named, tags: named }),
      channel_ids: z.array(z.uuid()).max(50),
      severity: z.enum(SEVERITIES),
    })
    .superRefine((rule, context) => {
      for (const [field, message] of checkAlertRule(rule, []))
        context.addIssue({ code: "custom", path: [field], message });
    }),
});
