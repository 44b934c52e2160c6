import type { AlertRule, AlertWhat, Severity } from "@/lib/model/alert/alert-rule";
import { targetWords } from "@/lib/model/objective/objective-words";
import { dayOf } from "@/lib/model/time";

interface WhatWords {
  /** In a list of choices: "A connection is broken". */
  choice: string;
  /** One word or two for a line: "Broken". */
  short: string;
  /** What the minutes of the rule mean, for the field that asks for them. */
  after: string;
  /** The minutes that are offered first. */
  usual: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const WHAT_WORDS: Record<AlertWhat, WhatWords> = {
  broken: { choice: "A connection is broken", short: "Broken", after: "For at least", usual: 0 },
  delayed: { choice: "A connection is delayed", short: "Delayed", after: "For at least", usual: HOUR },
  incomplete: {
    choice: "A connection’s setup is incomplete",
    short: "Incomplete",
    after: "For at least",
    usual: DAY,
  },
  late: { choice: "Data is late against its objective", short: "Late", after: "Late by at least", usual: 0 },
  too_long: { choice: "A sync takes too long", short: "Syncing too long", after: "For at least", usual: 0 },
  paused: {
    choice: "A connection stays paused",
    short: "Paused",
    after: "For at least",
    usual: 7 * DAY,
  },
  webhooks: {
    choice: "Webhooks of this console are silent",
    short: "Webhooks silent",
    after: "For at least",
    usual: 6 * HOUR,
  },
  stale: {
    choice: "This console’s own data is stale",
    short: "Data stale",
    after: "For at least",
    usual: 15,
  },
  key_expiry: {
    choice: "The Fivetran key is about to expire",
    short: "Key expiry",
    after: "Told ahead by",
    usual: 14 * DAY,
  },
};

export const SEVERITY_WORDS: Record<Severity, string> = {
  critical: "Critical",
  warning: "Warning",
  info: "Information",
};

/** "Broken for 15 min", "Late", "Key expiry, 14 days before 5 Dec". */
export function ruleWords({ what, after_minutes, expires_at }: AlertRule, now: number): string {
  const { short } = WHAT_WORDS[what];
  const after = after_minutes === 0 ? "" : targetWords(after_minutes);
  if (what === "key_expiry")
    return `${short}, ${after === "" ? "on" : `${after} before`} ${dayOf(expires_at ?? now, now)}`;
  if (after === "") return short;
  return what === "late" ? `${short} by ${after}` : `${short} for ${after}`;
}
