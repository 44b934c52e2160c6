import type { Finding } from "@/lib/model/alert/alert";
import type { Objective } from "@/lib/model/objective/objective";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** What rules are judged on, as it is known at one moment. Times in epoch milliseconds. */
export interface AlertFacts {
  now: number;
  rows: readonly ConnectionRow[];
  /** By connection. */
  tags: ReadonlyMap<string, readonly string[]>;
  objectives: readonly Objective[];
  destinations: ReadonlyMap<string, { name: string; broken: boolean }>;
  /** When the account was read last, if that is too long ago for its connections to be judged; null while it is not. */
  stale_since: number | null;
  /** Why it could not be read since. */
  stale_because: string | null;
  /** Since when webhooks that should deliver to this console have not; null while they do, or without any. */
  webhooks_silent_since: number | null;
}

/** What a rule finds. */
export interface Judgement {
  /** By subject. */
  found: ReadonlyMap<string, Finding>;
  /** Whether nothing certain can be said of a subject now, so that its alert stays as it is. */
  isHeld: (subject: string) => boolean;
}

export const ofConnection = (id: string): string => `c:${id}`;
export const ofDestination = (id: string): string => `d:${id}`;
export const OF_ACCOUNT = "account";
