import "server-only";
import type { Connection } from "@/lib/model/connection";
import { type Health, healthOf } from "@/lib/model/health";
import type { SettingDifference } from "@/lib/model/setting-difference";
import type { StateChange } from "@/lib/model/snapshot";
import type { ConnectionFacts } from "@/lib/sync/connection-facts";
import { settingsDifference } from "@/lib/sync/settings-difference";
import { type Exact, pointOf, type SyncFact } from "@/lib/sync/sync-facts";

/** What one look saw of one connection. */
export interface Seen {
  facts: ConnectionFacts;
  raw: Connection;
  /** When the request began: a sync seen running may end at any moment after it. */
  looked_at: number;
  /** When the answer had arrived: what it shows had happened by then. */
  at: number;
}

/** How a health is remembered: a running sync does not end "broken since 03:20". */
export interface HealthMemory {
  health: Health;
  health_since: number;
  since_exact: boolean;
  resting_health: Health | null;
  resting_since: number | null;
  resting_exact: boolean;
}

export interface Before extends HealthMemory {
  facts: ConnectionFacts;
  raw: Connection;
  /** The last look before this one: whatever changed did so after it. */
  looked_at: number;
  vanished: boolean;
}

export type Change = Pick<StateChange, "kind" | "from" | "to" | "detail"> & {
  difference?: SettingDifference[];
};

export interface Comparison {
  memory: HealthMemory;
  changes: Change[];
  syncs: SyncFact[];
}

/**
 * What changed between two looks. `before` is null for a connection never seen; `account_known` tells whether
 * the account had been swept before, so that it has appeared rather than been there all along.
 */
export function compareLooks(before: Before | null, now: Seen, account_known: boolean): Comparison {
  const health = healthOf(now.facts);
  if (!before || before.vanished) {
    return {
      memory: firstMemory(health, now.at, account_known),
      changes: account_known ? [{ kind: "appeared", from: null, to: health, detail: null }] : [],
      syncs: firstSyncs(now, before?.looked_at ?? null),
    };
  }
  const changes: Change[] = [];
  const memory = remember(before, health, now.at, changes);
  if (before.facts.paused !== now.facts.paused) {
    changes.push({
      kind: "paused",
      from: String(before.facts.paused),
      to: String(now.facts.paused),
      detail: null,
    });
  }
  const settings = settingsDifference(before.raw, now.raw);
  if (settings) changes.push({ kind: "settings", ...settings });
  return { memory, changes, syncs: syncsBetween(before, now) };
}

function firstMemory(health: Health, at: number, exact: boolean): HealthMemory {
  const resting = health === "syncing" ? null : health;
  return {
    health,
    health_since: at,
    since_exact: exact,
    resting_health: resting,
    resting_since: resting && at,
    resting_exact: resting !== null && exact,
  };
}

function remember(before: Before, health: Health, at: number, changes: Change[]): HealthMemory {
  if (health === before.health) return pickMemory(before);
  if (health === "syncing") {
    changes.push({ kind: "sync", from: before.health, to: health, detail: null });
    return { ...pickMemory(before), health, health_since: at, since_exact: true };
  }
  if (before.health === "syncing" && health === before.resting_health && before.resting_since !== null) {
    changes.push({ kind: "sync", from: "syncing", to: health, detail: null });
    return {
      ...pickMemory(before),
      health,
      health_since: before.resting_since,
      since_exact: before.resting_exact,
    };
  }
  const from = before.health === "syncing" ? (before.resting_health ?? "syncing") : before.health;
  changes.push({ kind: "health", from, to: health, detail: null });
  return firstMemory(health, at, true);
}

function pickMemory(from: HealthMemory): HealthMemory {
  const { health, health_since, since_exact, resting_health, resting_since, resting_exact } = from;
  return { health, health_since, since_exact, resting_health, resting_since, resting_exact };
}

const runs = (facts: ConnectionFacts): boolean => facts.sync_state === "syncing";

function firstSyncs({ facts, looked_at: seen }: Seen, not_before: number | null): SyncFact[] {
  const ends = exactEnds(null, facts, { seen: runs(facts) ? seen - 1 : seen, not_before: null });
  return runs(facts) ? [...ends, { kind: "running", seen, not_before }] : ends;
}

function syncsBetween(before: Before, { facts, looked_at: seen }: Seen): SyncFact[] {
  const ran = runs(before.facts);
  const not_before = before.looked_at;
  // Where a sync runs now, the ends seen with it are those of earlier ones.
  const ends = exactEnds(before.facts, facts, { seen: runs(facts) ? seen - 1 : seen, not_before });
  if (runs(facts)) {
    if (!ran) return [...ends, { kind: "running", seen, not_before }];
    if (ends.length === 0) return [];
    return [...ends, { kind: "running", seen, not_before: Math.max(...ends.map(pointOf)) }];
  }
  if (!ran || ends.length > 0) return ends;
  return [{ kind: facts.paused ? "canceled" : "stopped", seen, not_before }];
}

type Between = { seen: number; not_before: number | null };

function exactEnds(before: ConnectionFacts | null, now: ConnectionFacts, between: Between): Exact[] {
  const ends: Exact[] = [];
  if (now.succeeded_at !== null && now.succeeded_at !== before?.succeeded_at) {
    ends.push({ kind: "succeeded", at: now.succeeded_at, ...between });
  }
  if (now.failed_at !== null && now.failed_at !== before?.failed_at) {
    ends.push({ kind: "failed", at: now.failed_at, ...between });
  }
  return ends;
}
