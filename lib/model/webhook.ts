import { loose, openEnum, timestamp } from "@/lib/model/wire";
import { z } from "@/lib/zod";

/** What Fivetran tells of, in groups as a person picks them (fivetran-api, section 9.2). */
export const WEBHOOK_EVENT_GROUPS = [
  { name: "Syncs", events: ["sync_start", "sync_end"] },
  { name: "Setup tests", events: ["connection_successful", "connection_failure"] },
  {
    name: "Changes of connections",
    events: [
      "create_connector",
      "edit_connector",
      "pause_connector",
      "resume_connector",
      "delete_connector",
      "force_update_connector",
      "resync_connector",
      "resync_table",
    ],
  },
  {
    name: "Transformations",
    events: [
      "transformation_start",
      "transformation_succeeded",
      "transformation_failed",
      "dbt_run_start",
      "dbt_run_succeeded",
      "dbt_run_failed",
    ],
  },
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENT_GROUPS)[number]["events"][number];

/** Still taken by Fivetran, no longer worth choosing. */
const DEPRECATED = [
  "transformation_run_start",
  "transformation_run_succeeded",
  "transformation_run_failed",
  "status",
] as const;

export const WEBHOOK_EVENTS: readonly WebhookEvent[] = WEBHOOK_EVENT_GROUPS.flatMap(({ events }) => [
  ...events,
]);

/** Whether a webhook may be subscribed to events of this name. */
export function isWebhookEvent(name: string): boolean {
  return [...WEBHOOK_EVENTS, ...DEPRECATED].some((event) => event === name);
}

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
