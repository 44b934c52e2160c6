import "server-only";
import type { Db } from "@/lib/store/database";
import { connections } from "@/lib/store/tables/connections";

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 27);
export const ago = (days: number): number => NOW - days * DAY;

export async function connection(db: Db, upstream_id: number, id: string, vanished_at: number | null = null) {
  const text = { schema: id, service: "stripe", group_id: "one", digest: "" };
  const states = { setup_state: "connected", sync_state: "scheduled", update_state: "on_schedule" };
  await db.insert(connections).values({
    upstream_id,
    id,
    ...text,
    ...states,
    vanished_at,
    version: 1,
    is_historical_sync: false,
    paused: false,
    schedule_type: "auto",
    sync_frequency: 360,
    task_count: 0,
    warning_count: 0,
    health: "healthy",
    health_since: 0,
    since_exact: false,
    raw: {} as never,
    read_started_at: 0,
    read_at: 0,
  });
}

export const change = (
  upstream_id: number,
  connection_id: string,
  kind: "paused" | "health",
  days: number,
) => ({
  upstream_id,
  connection_id,
  kind,
  seen_at: ago(days),
  actor: "upstream",
});
export const sync = (
  upstream_id: number,
  connection_id: string,
  outcome: "succeeded" | "failed",
  days: number,
) => ({
  upstream_id,
  connection_id,
  outcome,
  end_kind: outcome,
  end_exact: ago(days),
  point: ago(days),
  started_exact: false,
  ended_exact: true,
  shown: true,
});
export const sweep = (upstream_id: number, days: number, complete: boolean, error: string | null = null) => ({
  upstream_id,
  asked_by: "poller" as const,
  started_at: ago(days),
  ended_at: ago(days),
  calls: 1,
  connections: 1,
  complete,
  error,
});
export const job = (upstream_id: number, connection_id: string, id: string, days: number, open = false) => ({
  upstream_id,
  connection_id,
  id,
  kind: "apply_schema" as const,
  actor: "local",
  request_id: "",
  state: open ? ("running" as const) : ("done" as const),
  created_at: ago(days),
  note: "",
  input: {},
  ended_at: open ? null : ago(days),
});
export const revision = (upstream_id: number, connection_id: string, number: number, days: number) => ({
  upstream_id,
  connection_id,
  number,
  cause: "apply" as const,
  why: "",
  at: ago(days),
  changes: {} as never,
  counts: {} as never,
});
