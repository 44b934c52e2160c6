import { approvalRequests } from "@/lib/model/approval-request";
import type { SetupTest } from "@/lib/model/setup-test";
import type { ConnectionDetail, SetupTestRun } from "@/lib/model/snapshot";

/**
 * What the last run of the setup tests says about going on. `approve`: a host key or certificate waits for a person;
 * `stale`: the settings may have changed since; `refused`: the tests passed, yet Fivetran does not call it connected.
 */
export type SetupVerdict =
  | "not_run"
  | "running"
  | "not_known"
  | "approve"
  | "failed"
  | "stale"
  | "refused"
  | "warnings"
  | "passed";

/** With these a sync can start. */
export const GOOD_VERDICTS: readonly SetupVerdict[] = ["warnings", "passed"];

/** Settings whose change makes an earlier run of the tests worthless. */
const TESTED =
  /(^|; )(config|networking_method|private_link_id|proxy_agent_id|hybrid_deployment_agent_id|external_secrets_manager_id)\b/;

export const isFailure = ({ status }: Pick<SetupTest, "status">): boolean =>
  status === "FAILED" || status === "JOB_FAILED";

/**
 * Reads the last run of the tests.
 * @param saved_at when this browser last saved settings, in epoch milliseconds: a replaced secret shows in no answer
 */
export function setupVerdict(
  detail: Pick<ConnectionDetail, "row" | "setup_test_run" | "state_changes">,
  saved_at: number | null = null,
): SetupVerdict {
  const run = detail.setup_test_run;
  if (!run) return "not_run";
  if (run.state === "running") return "running";
  if (run.state !== "done") return "not_known";
  const failures = run.tests.filter(isFailure);
  if (failures.some((test) => approvalRequests(test).length > 0)) return "approve";
  if (changedSince(detail, run, saved_at)) return "stale";
  if (failures.length > 0) return "failed";
  if (detail.row.setup_state === "incomplete") return "refused";
  return run.tests.some(({ status }) => status === "WARNING") ? "warnings" : "passed";
}

/** Whether settings that the tests look at changed after the run began, as far as was seen. */
function changedSince(
  { state_changes }: Pick<ConnectionDetail, "state_changes">,
  run: SetupTestRun,
  saved_at: number | null,
): boolean {
  if (saved_at !== null && saved_at > run.started_at) return true;
  return state_changes.some(
    ({ kind, seen_at, detail }) =>
      kind === "settings" && seen_at > run.started_at && TESTED.test(detail ?? ""),
  );
}
