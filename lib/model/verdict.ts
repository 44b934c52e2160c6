import { approvalRequests } from "@/lib/model/approval-request";
import { type Health, healthOf, lastSyncFailed } from "@/lib/model/health";
import { healthCase } from "@/lib/model/health-case";
import type { ConnectionDetail, ConnectionRow, SetupTestRun, StateChange } from "@/lib/model/snapshot";
import { absoluteTime, duration } from "@/lib/model/time";

/** The next sensible step for a person; null when there is nothing to do. */
export type VerdictAction = "run_tests" | "approve_key" | "sync_now" | "resume" | "open_in_fivetran" | null;

export interface Verdict {
  health: Health;
  /** "Broken. Last failure 03:14 UTC; first seen broken 03:20 UTC." in one line, without more than was seen. */
  title: string;
  /** What follows, word by word checked against what Fivetran says and what we saw. */
  sentences: string[];
  /** Fivetran's own words, to be quoted as text; null when it said nothing. */
  quote: string | null;
  action: VerdictAction;
}

type Facts = Pick<ConnectionDetail, "row" | "state_changes" | "setup_test_run">;

/**
 * Says how one connection is, since when as far as we know, and what fits. `now` in epoch milliseconds.
 * @param last_look when it was seen so, where that is too long ago to count for now
 */
export function verdictOf(facts: Facts, now: number, last_look: number | null = null): Verdict {
  const verdict = presentVerdict(facts, now);
  if (last_look === null) return verdict;
  const stale = `Nobody has looked since ${absoluteTime(last_look, now)}, ${duration(now - last_look)} ago: this is how it was then.`;
  return { ...verdict, sentences: [stale, ...verdict.sentences] };
}

function presentVerdict({ row, state_changes, setup_test_run }: Facts, now: number): Verdict {
  const health = healthOf(row);
  const at = (time: number) => absoluteTime(time, now);
  const first = row.since_exact
    ? `First seen ${health} ${at(row.health_since)}`
    : `Already ${health} at our first look`;
  const quote = row.task?.message ?? null;
  const plain = { health, sentences: [] as string[], quote, action: null as VerdictAction };

  switch (health) {
    case "broken": {
      const failure = row.failed_at === null ? "" : `Last failure ${at(row.failed_at)}; `;
      const seen = failure === "" ? first : first.charAt(0).toLowerCase() + first.slice(1);
      const setUp = row.setup_state === "broken";
      return {
        ...plain,
        title: `Broken. ${failure}${seen}.`,
        sentences: [
          row.sync_state === "syncing" ? TRYING : setUp ? BROKEN_SETUP : BROKEN_SYNC,
          success(row, now),
        ],
        action: row.sync_state === "syncing" ? null : setUp ? afterTests(setup_test_run, row) : "sync_now",
      };
    }
    case "delayed":
      return row.sync_state === "rescheduled"
        ? { ...plain, ...rescheduled(row, now) }
        : {
            ...plain,
            title: `Delayed. ${first}.`,
            sentences: ["Fivetran says the data is later than its schedule allows.", success(row, now)],
            action: "sync_now",
          };
    case "incomplete":
      return {
        ...plain,
        title: `Incomplete. ${first}.`,
        sentences: ["The setup tests have never passed, so nothing syncs."],
        action: afterTests(setup_test_run, row),
      };
    case "syncing": {
      const kind = row.is_historical_sync ? "A historical sync is" : "A sync is";
      const failed = lastSyncFailed(row) ? ["The one before it failed."] : [];
      const running = row.since_exact ? ` ${duration(now - row.health_since)} so far, as we saw it.` : "";
      return {
        ...plain,
        title: `Syncing. ${first}.`,
        sentences: [`${kind} running.${running}`, ...pace(row, now), ...failed, success(row, now)],
      };
    }
    case "paused":
      return {
        ...plain,
        title: `Paused. ${first}.`,
        sentences: [pausedBy(state_changes), setupWhilePaused(row), success(row, now)].filter(
          (it) => it !== "",
        ),
        action: "resume",
      };
    case "healthy":
      return {
        ...plain,
        title:
          row.succeeded_at === null
            ? "Set up, not synced yet."
            : `Healthy. Last success ${at(row.succeeded_at)}.`,
        sentences: [],
      };
    default:
      return {
        ...plain,
        title: "Unknown.",
        sentences: [
          `Fivetran reports set-up “${row.setup_state}”, sync “${row.sync_state}”, update “${row.update_state}”, which this console does not know.`,
        ],
        action: "open_in_fivetran",
      };
  }
}

const BROKEN_SETUP =
  "Its set-up no longer works. It recovers only by a sync that succeeds once the cause is mended.";
const TRYING = "A sync is running; the connection recovers if it succeeds.";
const BROKEN_SYNC = "The last sync that ended did not succeed; its set-up still counts as connected.";

/** What fits after the last test run: compare a key it met, sync once all passed, else test. */
function afterTests(run: SetupTestRun | null, row: ConnectionRow): VerdictAction {
  if (run?.state !== "done" || run.ended_at === null) return "run_tests";
  if (run.tests.some((test) => approvalRequests(test).length > 0)) return "approve_key";
  const good = run.tests.every((test) => test.status === "PASSED" || test.status === "SKIPPED");
  return good && run.ended_at > (row.failed_at ?? 0) ? "sync_now" : "run_tests";
}

/** Only where a sync is longer than those before it. */
function pace(row: ConnectionRow, now: number): string[] {
  const { kind } = healthCase(row, now);
  if (kind !== "slow" && kind !== "too_long") return [];
  if (!row.usual_ms) return ["That is longer than a whole day."];
  const usual = `Its syncs usually take ${duration(row.usual_ms)}`;
  return [kind === "slow" ? `${usual}: this one is slower.` : `${usual}: this one takes far too long.`];
}

function success(row: ConnectionRow, now: number): string {
  return row.succeeded_at === null
    ? "It has never synced to the end."
    : `The last good sync ended ${absoluteTime(row.succeeded_at, now)}, ${duration(now - row.succeeded_at)} ago.`;
}

function rescheduled(row: ConnectionRow, now: number): Pick<Verdict, "title" | "sentences" | "action"> {
  const until = row.rescheduled_for === null ? "" : ` until ${absoluteTime(row.rescheduled_for, now)}`;
  const manual = row.schedule_type === "manual";
  return {
    title: `Rescheduled${until}.`,
    sentences: [
      "The source allows no more calls for now.",
      manual
        ? "On a manual schedule Fivetran does not retry by itself: someone has to start the sync then."
        : "Fivetran tries again by itself.",
      success(row, now),
    ],
    action: manual ? "sync_now" : null,
  };
}

function pausedBy(changes: readonly StateChange[]): string {
  const change = changes.find((it) => it.kind === "paused");
  if (!change) return "";
  return change.actor === "elsewhere" ? "Paused outside this console." : `Paused here by ${change.actor}.`;
}

function setupWhilePaused(row: ConnectionRow): string {
  if (row.setup_state === "broken") return "Its set-up is broken as well.";
  return row.setup_state === "incomplete" ? "Its setup tests have never passed." : "";
}
