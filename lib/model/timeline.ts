import { type AlertEvent, CONSOLE } from "@/lib/model/alert/alert";
import type { AlertWhat, Severity } from "@/lib/model/alert/alert-rule";
import type { SchemaRevisionHead } from "@/lib/model/schema/schema-answers";
import type { SettingDifference } from "@/lib/model/setting-difference";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";

export const TIMELINE_KINDS = ["sync", "health", "settings", "schema", "alert", "action", "gap"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** A write that was sent from here, as the audit log has it. */
export interface AuditedWrite {
  actor: string;
  /** By the name it has in Fivetran's API. */
  operation: string;
  at: number;
  ended_at: number | null;
  outcome: "pending" | "succeeded" | "failed" | "unknown";
  /** Fivetran's HTTP status, where it answered. */
  status: number | null;
  message: string | null;
  /** What was sent, redacted; null for nothing. */
  body: unknown;
}

/** Something that happened to an alert about a connection or about its destination. */
export interface AlertMoment extends AlertEvent {
  alert_id: string;
  rule_name: string;
  what: AlertWhat;
  severity: Severity;
  /** The destination's name where the alert is about that; null for the connection's own. */
  destination: string | null;
  /** What is wrong, as it was found last. */
  words: string;
}

/** One thing that happened to a connection. `at` in epoch milliseconds is what it is sorted by, `key` tells it apart. */
export type TimelineItem = { key: string; at: number } & (
  | { kind: "sync"; sync: SyncRow }
  | { kind: "health"; change: StateChange }
  | {
      kind: "settings";
      change: StateChange;
      /** One by one; null where only words were kept. */
      difference: SettingDifference[] | null;
      /** The write that brought it about, where it was sent from here. */
      write: AuditedWrite | null;
    }
  | { kind: "schema"; revision: SchemaRevisionHead }
  | { kind: "alert"; alert: AlertMoment }
  | { kind: "action"; write: AuditedWrite }
  /** Nobody looked from `from` to `at`. */
  | { kind: "gap"; from: number }
);

/** What of a connection's timeline is asked for. */
export interface TimelineQuery {
  kinds: readonly TimelineKind[];
  /** "elsewhere", "here" for everybody of this console, or one `Actor.id`; null for anyone. */
  actor: string | null;
  /** Epoch milliseconds; null for no bound. */
  from: number | null;
  until: number | null;
}

/** The answer of `GET /api/connections/ID/history`, newest first. */
export interface TimelinePage {
  items: TimelineItem[];
  /** Where the next page begins; null on the last. */
  next_cursor: string | null;
  /** Everybody of this console who did something to the connection. */
  actors: string[];
  /** When this console first looked at the account; null before that. */
  observed_since: number | null;
  /** Whether Fivetran's own sync history is read as well; null while nobody has asked. */
  sync_history: "there" | "absent" | null;
}

/** Whose doing an item is: an `Actor.id`, "elsewhere", or null for what happens by itself. */
export function actorOf(item: TimelineItem): string | null {
  switch (item.kind) {
    case "settings":
      return item.change.actor;
    case "schema":
      return item.revision.actor ?? "elsewhere";
    case "alert":
      return item.alert.actor === CONSOLE ? null : item.alert.actor;
    case "action":
      return item.write.actor;
    case "health":
      return item.change.kind === "health" ? null : item.change.actor;
    default:
      return null;
  }
}
