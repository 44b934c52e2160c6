import { type Health, healthOf, lastSyncFailed } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** How a connection is, finer than its health: what a list says of it, and what a person may make of it. */
export type HealthKind =
  | "paused"
  | "incomplete"
  | "broken"
  | "first_sync"
  | "historical"
  | "too_long"
  | "slow"
  | "syncing"
  | "failing"
  | "rescheduled"
  | "held"
  | "delayed"
  | "never_synced"
  | "healthy"
  | "unknown";

export interface HealthCase {
  kind: HealthKind;
  health: Health;
  /** For a list; never wider than it has room for. */
  word: string;
}

/** `now` and `running_ms` in milliseconds; `running_ms` is null where nobody saw the sync begin. */
interface Facts {
  row: ConnectionRow;
  running_ms: number | null;
}

const HOUR = 3_600_000;
/** A sync this much longer than its slow ones is one that somebody should look at. */
const FAR = 4;
const LEAST_FAR_MS = 2 * HOUR;
/** Without a usual length to go by. */
const ALWAYS_LONG_MS = 24 * HOUR;

function tooLong({ row, running_ms }: Facts): boolean {
  if (running_ms === null) return false;
  const far = row.slow_ms ? Math.max(row.slow_ms * FAR, LEAST_FAR_MS) : ALWAYS_LONG_MS;
  return running_ms > far;
}

const slow = ({ row, running_ms }: Facts): boolean =>
  running_ms !== null && Boolean(row.slow_ms) && running_ms > (row.slow_ms ?? 0);

type Case = [kind: HealthKind, word: string, holds: (facts: Facts) => boolean];

/** Of one health the cases in the order in which they are tried; the last of each always holds. */
const CASES: Record<Health, readonly Case[]> = {
  paused: [["paused", "Paused", () => true]],
  incomplete: [["incomplete", "Incomplete", () => true]],
  broken: [
    ["broken", "Broken", ({ row }) => row.setup_state === "broken"],
    ["failing", "Broken", () => true],
  ],
  syncing: [
    ["first_sync", "First sync", ({ row }) => row.is_historical_sync && row.succeeded_at === null],
    ["historical", "Historical", ({ row }) => row.is_historical_sync],
    ["too_long", "Syncing too long", tooLong],
    ["slow", "Slow sync", slow],
    ["syncing", "Syncing", () => true],
  ],
  delayed: [
    // Nobody retries a rescheduled sync on a manual schedule (D: tutorials/trigger-syncs-manually).
    ["held", "Rescheduled", ({ row }) => row.sync_state === "rescheduled" && row.schedule_type === "manual"],
    ["rescheduled", "Rescheduled", ({ row }) => row.sync_state === "rescheduled"],
    ["delayed", "Delayed", () => true],
  ],
  healthy: [
    ["never_synced", "Never synced", ({ row }) => row.succeeded_at === null && !lastSyncFailed(row)],
    ["healthy", "Healthy", () => true],
  ],
  unknown: [["unknown", "Unknown", () => true]],
};

/** Which case a connection is. `now` in epoch milliseconds. */
export function healthCase(row: ConnectionRow, now: number): HealthCase {
  const health = healthOf(row);
  const seen = health === "syncing" && row.since_exact;
  const facts: Facts = { row, running_ms: seen ? now - row.health_since : null };
  const [kind, word] = CASES[health].find(([, , holds]) => holds(facts)) ?? ["unknown", "Unknown"];
  return { kind, health, word };
}

/** Whether what is shown was seen too long ago to count for now: so many milliseconds without the look that was due. */
export function isStale(last_look: number | null, interval_ms: number, now: number): boolean {
  return last_look !== null && now - last_look > interval_ms * 3 + 120_000;
}
