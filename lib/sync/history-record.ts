import "server-only";
import { redact } from "@/lib/auth/redact";
import { epoch } from "@/lib/model/time";
import type { Told } from "@/lib/model/told-sync";

/** Under which names each fact may stand: the shape of these records is not documented. */
const NAMES = {
  sync_id: ["sync_id", "id"],
  start: ["start_time", "sync_start", "started_at", "start"],
  end: ["end_time", "sync_end", "ended_at", "completed_at", "end"],
  status: ["status", "sync_status", "state", "result"],
  reason: ["reason", "message"],
} as const;
const KNOWN = new Set<string>(Object.values(NAMES).flat());

/** What still runs has a status too. */
const RUNNING = /^(running|syncing|in_progress|started|pending)$/i;

/** A record of Fivetran's sync history as a fact; null where it names no sync or gives no time. */
export function toldByRecord(record: Readonly<Record<string, unknown>>): Told | null {
  const text = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = Object.hasOwn(record, name) ? record[name] : undefined;
      if (typeof value === "string" && value !== "") return value;
    }
    return null;
  };
  const sync_id = text(NAMES.sync_id);
  const started_at = epoch(text(NAMES.start));
  const status = text(NAMES.status);
  const ended_at = status !== null && RUNNING.test(status) ? null : epoch(text(NAMES.end));
  if (sync_id === null || (started_at === null && ended_at === null)) return null;
  const reason = text(NAMES.reason);
  const rest = Object.fromEntries(Object.entries(record).filter(([name]) => !KNOWN.has(name)));
  return {
    kind: "told",
    sync_id,
    source: "history",
    started_at,
    ended_at,
    status: ended_at === null ? null : status,
    reason: reason === null ? null : (redact(reason) as string),
    rest: Object.keys(rest).length > 0 ? (redact(rest) as Record<string, unknown>) : null,
  };
}
