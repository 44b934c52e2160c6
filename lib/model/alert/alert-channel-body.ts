import { MAIL_SECURITIES } from "@/lib/model/alert/alert-channel";
import { z } from "@/lib/zod";

const settings = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("email"),
    host: z.string().trim(),
    port: z.number(),
    security: z.enum(MAIL_SECURITIES),
    username: z.string().max(300),
    from: z.string().trim(),
    to: z.array(z.string().trim()),
  }),
  z.strictObject({ kind: z.literal("slack") }),
  z.strictObject({ kind: z.literal("teams") }),
  z.strictObject({ kind: z.literal("pagerduty"), region: z.enum(["us", "eu"]) }),
  z.strictObject({ kind: z.literal("webhook"), url: z.string().trim() }),
]);

/** What saves one channel: it, its secret where that is new, and the version it was made from; 0 for a new one. */
export const AlertChannelBody = z.strictObject({
  version: z.number().int().min(0),
  secret: z.string().min(1).max(2_000).nullable(),
  channel: z.strictObject({ id: z.uuid(), name: z.string().trim(), on: z.boolean(), settings }),
});
