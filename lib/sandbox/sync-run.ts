import { isManual, nextStart } from "@/lib/sandbox/schedule";
import { dice } from "@/lib/sandbox/source/dice";
import type { Instant, RunningSync, StoredAlert, StoredConnection } from "@/lib/sandbox/state";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 1440 * MINUTE;

/** What a sync meets outside its own connection. */
export interface SyncSurroundings {
  /** Hours of the destination's `time_zone_offset`. */
  zoneOf(connection: StoredConnection): number;
  /** Why a sync fails now, or null when nothing is in its way. */
  failureOf(connection: StoredConnection): StoredAlert | null;
  /** A sync that succeeds has seen what the source holds. */
  capture(connection: StoredConnection): void;
  syncStarted?(connection: StoredConnection, running: RunningSync): void;
  syncEnded?(connection: StoredConnection, running: RunningSync, end: SyncEnd): void;
}

export type SyncOutcome = "succeeded" | "failed" | "rescheduled" | "canceled";

export interface SyncEnd {
  at: Instant;
  outcome: SyncOutcome;
  /** Of a failure that broke the connection. */
  failure: StoredAlert | null;
}

/**
 * How long a sync that starts at `start` runs, in milliseconds: about half a minute to five by service, less
 * than the frequency; a historical one many times that. The same for ever, so that a schedule can be predicted.
 */
export function syncDuration(
  connection: Pick<StoredConnection, "id" | "service" | "sync_frequency">,
  start: Instant,
  historical: boolean,
): number {
  const usual = 30 + dice("service pace", connection.service).roll(180);
  const today = 0.7 + dice("sync", connection.id, start).roll(6000) / 10_000;
  if (historical) return Math.round(usual * today * 12 * SECOND);
  return Math.round(Math.min(usual * today * SECOND, connection.sync_frequency * MINUTE * 0.7));
}

/** How long a capture runs: it reads names only, so 15 to 45 seconds. */
function captureDuration(connection: Pick<StoredConnection, "id">, start: Instant): number {
  return (15 + dice("capture", connection.id, start).roll(31)) * SECOND;
}

export function startSync(
  connection: StoredConnection,
  at: Instant,
  world: SyncSurroundings,
  historical = false,
): RunningSync {
  const whole = historical || connection.is_historical_sync || connection.queued === "historical";
  const capture = connection.schema_status === "blocked_on_capture";
  const ends_at = at + (capture ? captureDuration(connection, at) : syncDuration(connection, at, whole));
  const running = { started_at: at, ends_at, historical: whole, capture };
  connection.running = running;
  connection.is_historical_sync = whole;
  connection.queued = null;
  connection.next_sync_at = null;
  connection.rescheduled_for = null;
  world.syncStarted?.(connection, running);
  return running;
}

/** Ends the running sync as its source lets it, or as told. Does nothing when none runs. */
export function endSync(
  connection: StoredConnection,
  at: Instant,
  world: SyncSurroundings,
  told?: { outcome: SyncOutcome; failure?: StoredAlert | null; rescheduled_for?: Instant },
): void {
  const { running } = connection;
  if (!running) return;
  const failure = told ? (told.failure ?? null) : world.failureOf(connection);
  const outcome = told?.outcome ?? (failure ? "failed" : "succeeded");
  connection.running = null;
  switch (outcome) {
    case "succeeded":
      connection.setup_state = "connected";
      connection.tasks = [];
      world.capture(connection);
      // The capture alone is done; data waits until somebody has said what may sync.
      if (running.capture) break;
      connection.succeeded_at = at;
      connection.is_historical_sync = false;
      connection.warnings = [];
      break;
    case "failed":
      connection.failed_at = at;
      if (failure) {
        connection.setup_state = "broken";
        connection.tasks = [failure];
      }
      break;
    case "rescheduled":
      connection.rescheduled_for = told?.rescheduled_for ?? at + 60 * MINUTE;
      break;
    case "canceled":
      break;
  }
  remember(connection, running, { at, outcome, failure });
  world.syncEnded?.(connection, running, { at, outcome, failure });
  plan(connection, at, world);
}

/** Ends the running sync as canceled; when the next one starts is for the caller to say. */
export function cancelSync(connection: StoredConnection, at: Instant, world: SyncSurroundings): void {
  const { running } = connection;
  if (!running) return;
  connection.running = null;
  remember(connection, running, { at, outcome: "canceled", failure: null });
  world.syncEnded?.(connection, running, { at, outcome: "canceled", failure: null });
}

/** Two days of syncs at five minutes. */
const KEPT = 600;

function remember(connection: StoredConnection, { started_at }: RunningSync, end: SyncEnd): void {
  const reason = end.outcome === "failed" ? (end.failure?.message ?? "The sync failed") : null;
  connection.past.push({ started_at, ended_at: end.at, outcome: end.outcome, reason });
  if (connection.past.length > KEPT) connection.past.splice(0, connection.past.length - KEPT);
}

/** Sets when the connection starts next by itself, seen from `at`. To be called after every change of its settings. */
export function plan(connection: StoredConnection, at: Instant, world: SyncSurroundings): void {
  connection.next_sync_at = nextPlanned(connection, at, world);
}

function nextPlanned(c: StoredConnection, at: Instant, world: SyncSurroundings): Instant | null {
  if (c.paused || c.running || c.setup_state === "incomplete") return null;
  if (c.queued) return at;
  if (c.schema_status === "blocked_on_capture" && c.schema_config.captures.length > 0) return null;
  const manual = isManual(c);
  // Without automatic schedule nobody retries a rescheduled sync (D: tutorials/trigger-syncs-manually).
  if (manual) return null;
  if (c.rescheduled_for !== null) return Math.max(at, c.rescheduled_for);
  const last = Math.max(c.succeeded_at ?? 0, c.failed_at ?? 0);
  const held = c.held_until !== null && c.held_until > at;
  if (last === 0 && !held) return at;
  return nextStart(c, world.zoneOf(c), at);
}

/** As `plan`, after a pause: a start that was missed meanwhile is made up for at once. */
export function resume(connection: StoredConnection, at: Instant, world: SyncSurroundings): void {
  plan(connection, at, world);
  if (connection.next_sync_at === null || connection.next_sync_at <= at) return;
  const last = Math.max(connection.succeeded_at ?? 0, connection.failed_at ?? 0);
  const due = nextStart(connection, world.zoneOf(connection), last);
  if (due !== null && due <= at) connection.next_sync_at = at;
}

/** Lives through everything that fell due up to `now`. */
export function catchUp(connection: StoredConnection, now: Instant, world: SyncSurroundings): void {
  let syncs = 0;
  for (;;) {
    if (connection.running) {
      if (connection.running.ends_at > now) return;
      endSync(connection, connection.running.ends_at, world);
      continue;
    }
    const due = connection.next_sync_at;
    if (due === null || due > now) return;
    // After weeks of absence only the last days matter; what lies between would be the same sync again and again.
    if (syncs > 2 && now - due > 14 * DAY) {
      connection.next_sync_at = nextStart(connection, world.zoneOf(connection), now - 3 * DAY);
      syncs = 0;
      continue;
    }
    startSync(connection, due, world);
    syncs += 1;
  }
}
