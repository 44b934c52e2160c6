import "server-only";
import { loose } from "@/lib/model/wire";
import { z } from "@/lib/zod";

const text = z.string().max(1000).nullish().catch(null);

/** As far as it is read; names stay `connector_*` after the rename of the API, the newer ones are taken too. */
const Delivered = loose({
  event: z.string().min(1).max(200),
  created: text,
  connector_id: text,
  connection_id: text,
  sync_id: text,
  data: loose({ status: text }).nullish().catch(null),
});

export interface DeliveredEvent {
  event: string;
  event_at: number | null;
  /** Null for an event of no connection, a test's included. */
  connection_id: string | null;
  sync_id: string | null;
  outcome: string | null;
}

/** What a delivery says; null where it is no JSON object with the name of an event. */
export function readEvent(body: string): DeliveredEvent | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = Delivered.safeParse(json);
  if (!parsed.success) return null;
  const { event, created, connector_id, connection_id, sync_id, data } = parsed.data;
  const at = Date.parse(created ?? "");
  const id = connector_id ?? connection_id ?? null;
  return {
    event,
    event_at: Number.isNaN(at) ? null : at,
    // Tests speak of `_connector_1` and `_connection_1`.
    connection_id: id?.startsWith("_") ? null : id,
    sync_id: sync_id ?? null,
    outcome: data?.status ?? null,
  };
}
