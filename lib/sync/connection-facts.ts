import "server-only";
import { createHash } from "node:crypto";
import { redact } from "@/lib/auth/redact";
import type { Connection } from "@/lib/model/connection";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** A ConnectionRow without what only looking twice can tell. */
export type ConnectionFacts = Omit<ConnectionRow, "health_since" | "since_exact" | "usual_ms" | "slow_ms">;

/** Epoch milliseconds of Fivetran's RFC 3339 text; null where it has none or cannot be read. */
export function epoch(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : time;
}

/** The facts that lists and counts need, out of a list item or of details. */
export function factsOf(connection: Connection): ConnectionFacts {
  const { status } = connection;
  const [task] = status.tasks ?? [];
  return {
    id: connection.id,
    schema: connection.schema,
    service: connection.service,
    group_id: connection.group_id,
    setup_state: status.setup_state,
    sync_state: status.sync_state,
    update_state: status.update_state,
    is_historical_sync: status.is_historical_sync,
    paused: connection.paused,
    schedule_type: connection.schedule_type,
    sync_frequency: Math.trunc(connection.sync_frequency),
    daily_sync_time: connection.daily_sync_time ?? null,
    created_at: epoch(connection.created_at),
    succeeded_at: epoch(connection.succeeded_at),
    failed_at: epoch(connection.failed_at),
    rescheduled_for: epoch(status.rescheduled_for),
    task: task ? { code: task.code, message: task.message ?? "" } : null,
    task_count: status.tasks?.length ?? 0,
    warning_count: status.warnings?.length ?? 0,
  };
}

const DETAIL_ONLY = ["config", "setup_tests", "connect_card", "connect_card_config"] as const;

/** A short name for what a list says of a connection: equal for equal answers, of a list or of the details. */
export function digestOf(connection: Connection): string {
  const listed: Record<string, unknown> = { ...connection };
  for (const name of DETAIL_ONLY) delete listed[name];
  return createHash("sha256").update(sorted(listed)).digest("base64url").slice(0, 22);
}

/** JSON with sorted keys and without nulls: lists and details may differ in both without meaning anything. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${sorted(item)}`).join()}}`;
}

/**
 * What is kept of an answer: redacted, since not every secret comes masked, and a list item keeps the
 * `config` and `setup_tests` that the details gave before.
 */
export function rawOf(connection: Connection, before: Connection | null): Connection {
  const { connect_card: _token, ...rest } = connection;
  const raw = redact(rest) as Connection;
  raw.config ??= before?.config;
  raw.setup_tests ??= before?.setup_tests;
  return raw;
}
