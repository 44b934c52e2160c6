import { loose, openEnum, timestamp } from "@/lib/model/wire";
import { z } from "@/lib/zod";

/** A webhook as Fivetran has it. A secret that is set reads `******`. */
export const Webhook = loose({
  id: z.string(),
  type: openEnum(["group", "account"]),
  /** Of a webhook of one group only. */
  group_id: z.string().nullish(),
  url: z.string(),
  events: z.array(z.string()),
  /** False after it was switched off, by a person or by Fivetran after three days of failed deliveries. */
  active: z.boolean(),
  secret: z.string().nullish(),
  created_at: timestamp,
  created_by: z.string().nullish(),
});
export type Webhook = z.infer<typeof Webhook>;

/** How a receiver answered a test. `status` is its HTTP status. */
export const WebhookTest = loose({
  succeed: z.boolean(),
  status: z.number(),
  message: z.string().nullish(),
});
export type WebhookTest = z.infer<typeof WebhookTest>;
