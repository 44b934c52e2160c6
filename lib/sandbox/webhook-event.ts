import { createHash } from "node:crypto";
import type { Instant, StoredConnection } from "@/lib/sandbox/state";
import type { SyncEnd } from "@/lib/sandbox/sync-run";

/** What a webhook's body tells of, as Fivetran names it. */
export interface WebhookNotice {
  event: string;
  at: Instant;
  sync_id?: string | undefined;
  data?: Record<string, unknown> | undefined;
}

/** The body of an event, its keys in the order in which Fivetran sends them (fivetran-api, section 9.2). */
export function eventBody(
  connection: Pick<StoredConnection, "id" | "service" | "schema" | "group_id">,
  { event, at, sync_id, data }: WebhookNotice,
): string {
  return JSON.stringify({
    event,
    created: new Date(at).toISOString(),
    connector_type: connection.service,
    connector_id: connection.id,
    connector_name: connection.schema,
    ...(sync_id !== undefined && { sync_id }),
    destination_group_id: connection.group_id,
    ...(data && { data }),
  });
}

/** The body of a delivery that is only a test: of no connection, without a sync, and with the older `group_id`. */
export function testBody(event: string, at: Instant): string {
  return JSON.stringify({
    event,
    created: new Date(at).toISOString(),
    connector_type: "_connector_type",
    connector_id: event === "test_event" ? "_connector_1" : "_connection_1",
    connector_name: "_connector_name",
    group_id: "_destination_1",
    ...(event === "sync_end" && { data: { status: "SUCCESSFUL" } }),
  });
}

/** A sync's id: a UUID that follows from the connection and the start. */
export function syncIdOf(connection: Pick<StoredConnection, "id">, started_at: Instant): string {
  const hex = createHash("sha256").update(`${connection.id} ${started_at}`).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}

/** The `data` of a `sync_end`. */
export function syncEndData(connection: StoredConnection, { outcome, failure }: SyncEnd) {
  switch (outcome) {
    case "succeeded":
      return { status: "SUCCESSFUL" };
    case "failed":
      return failure
        ? { status: "FAILURE_WITH_TASK", reason: failure.message, taskType: failure.code }
        : { status: "FAILURE", reason: "The sync failed" };
    case "rescheduled":
      return {
        status: "RESCHEDULED",
        rescheduledAt: new Date(connection.rescheduled_for ?? 0).toISOString(),
      };
    case "canceled":
      return { status: "CANCELED" };
  }
}
