import { stepOfPath } from "@/components/wizard/wizard-steps";
import { connectionNameOf, nameTaken } from "@/lib/model/connector/connection-name";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { FieldIssue } from "@/lib/model/connector/field";
import { networkIssues } from "@/lib/model/connector/network-method";
import type { SetupStep, SetupValues } from "@/lib/model/setup-draft";
import type { ConnectionRow } from "@/lib/model/snapshot";

/**
 * What is wrong with the choices beside the settings themselves: no destination, a name that is taken, an agent or a
 * link that is not picked. Paths are names of the request, or of the field that makes the name.
 */
export function choiceIssues(
  form: ConnectorForm,
  values: SetupValues,
  connections: readonly ConnectionRow[],
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const { group_id } = values;
  if (group_id === null) issues.push({ path: "group_id", message: "Choose a destination." });
  const name = connectionNameOf(form, values.settings);
  const [first] = form.names;
  if (name !== "" && first && nameTaken(connections, group_id, name) !== undefined)
    issues.push({ path: first.path, message: `${name} is taken in this destination.` });
  return [...issues, ...networkIssues(form, values)];
}

const LABELS = new Map([
  ["group_id", "Destination"],
  ["private_link_id", "Private link"],
  ["proxy_agent_id", "Proxy agent"],
  ["hybrid_deployment_agent_id", "Hybrid agent"],
  ["networking_method", "Network"],
  ["schedule_type", "Schedule"],
  ["sync_frequency", "Frequency"],
  ["daily_sync_time", "Daily time"],
  ["destination_schema_names", "Naming"],
]);

/** The label of what a path outside the settings names. */
export function choiceLabel(path: string): string | undefined {
  return LABELS.get(path);
}

/** Issues by the step that can mend them. */
export function issuesByStep(
  form: ConnectorForm,
  issues: readonly FieldIssue[],
): ReadonlyMap<SetupStep, readonly FieldIssue[]> {
  const byStep = new Map<SetupStep, FieldIssue[]>();
  for (const issue of issues) {
    const step = stepOfPath(form, issue.path);
    byStep.set(step, [...(byStep.get(step) ?? []), issue]);
  }
  return byStep;
}
