import type { AlertDelivery } from "@/lib/model/alert/alert-delivery";
import type { AlertWhat, Severity } from "@/lib/model/alert/alert-rule";

/** Why an alert is over: what it told of ended, its subject left the account, or its rule no longer says so. */
export type AlertEnd = "recovered" | "gone" | "rule";

/** Something that a rule tells of. Times in epoch milliseconds. */
export interface Finding {
  /** `c:ID`, `d:GROUP` or `account`: of one rule a subject has one open alert at most. */
  subject: string;
  connection_id: string | null;
  group_id: string | null;
  /** What it is about, for people. */
  name: string;
  /** One sentence: what is wrong. */
  words: string;
  /** When the wrong began, as far as somebody looked. */
  since: number;
}

/** A finding, from when it was found to when it is over. */
export interface Alert extends Finding {
  /** Stable: a receiver knows the alert by it. */
  id: string;
  rule_id: string;
  /** As the rule was named when the alert opened. */
  rule_name: string;
  what: AlertWhat;
  severity: Severity;
  opened_at: number;
  /** The notice that told of it together with others; null where it was told by itself. */
  bundle: string | null;
  /** Whether people were told of it; one that came back while it was muted they have not heard of. */
  heard: boolean;
  acknowledged_by: string | null;
  acknowledged_at: number | null;
  muted_by: string | null;
  muted_until: number | null;
  recovered_at: number | null;
  ended: AlertEnd | null;
}

export type AlertState = "new" | "ongoing" | "acknowledged" | "muted" | "recovered";

/** For so long an alert counts as new. */
const NEW_MS = 15 * 60_000;

type Case = [state: AlertState, holds: (alert: Alert, now: number) => boolean];

/** In the order in which they are tried; the last one always holds. */
const CASES: readonly Case[] = [
  ["recovered", ({ recovered_at }) => recovered_at !== null],
  ["muted", isMuted],
  ["acknowledged", ({ acknowledged_at }) => acknowledged_at !== null],
  ["new", ({ opened_at }, now) => now - opened_at < NEW_MS],
  ["ongoing", () => true],
];

/** How an alert stands. `now` in epoch milliseconds. */
export function alertState(alert: Alert, now: number): AlertState {
  return CASES.find(([, holds]) => holds(alert, now))?.[0] ?? "ongoing";
}

/** Whether nobody is to be told of it at present. */
export function isMuted({ muted_until }: Pick<Alert, "muted_until">, now: number): boolean {
  return muted_until !== null && muted_until > now;
}

/** What happened to an alert. */
export interface AlertEvent {
  at: number;
  event: "opened" | "acknowledged" | "muted" | "unmuted" | "recovered";
  /** Who did it; `headgate` for what was found. */
  actor: string;
  /** Until when it is muted, or the sentence at the end. */
  detail: string | null;
}

/** The answer of `GET /api/alerts`. */
export interface AlertList {
  /** The newest first. */
  open: Alert[];
  /** Those that ended last, the latest first. */
  over: Alert[];
}

/** The answer of `GET /api/alerts/{id}`: what happened, oldest first, and the messages that told of it. */
export interface AlertStory {
  events: AlertEvent[];
  deliveries: AlertDelivery[];
}

/** The name under which this console itself acts. */
export const CONSOLE = "headgate";
