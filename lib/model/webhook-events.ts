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
