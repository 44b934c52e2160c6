import type { ObjectiveMatch } from "@/lib/model/objective/objective";

/** What a rule watches for: of connections first, then of the account as a whole. */
export const WHATS = [
  "broken",
  "delayed",
  "incomplete",
  "late",
  "too_long",
  "paused",
  "webhooks",
  "stale",
  "key_expiry",
] as const;
export type AlertWhat = (typeof WHATS)[number];

export const SEVERITIES = ["critical", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** When people are told of what, and by which channels. */
export interface AlertRule {
  id: string;
  name: string;
  /** False keeps it without judging by it. */
  on: boolean;
  what: AlertWhat;
  /** For so long it has to last before an alert opens; for `key_expiry` so long before the key ends. */
  after_minutes: number;
  /** Of `key_expiry`: when the key ends, in epoch milliseconds, as Fivetran tells it to nobody. Null for the others. */
  expires_at: number | null;
  /** Which connections; of no meaning where the account as a whole is watched. */
  match: ObjectiveMatch;
  channel_ids: string[];
  severity: Severity;
}

/** How a row of a person's own making stands in the store. */
export interface Saved {
  /** Grows with each save, from 1. */
  version: number;
  saved_by: string;
  /** Epoch milliseconds. */
  saved_at: number;
}

export type StoredAlertRule = AlertRule & Saved;

export const MOST_RULES = 50;
export const LONGEST_AFTER = 366 * 24 * 60;

/** Whether a rule is about single connections, so that it may name some. */
export const isOfConnections = (what: AlertWhat): boolean =>
  what !== "webhooks" && what !== "stale" && what !== "key_expiry";
