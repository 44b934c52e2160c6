import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldGroup } from "@/lib/model/connector/field";
import { networkChoices } from "@/lib/model/connector/network-method";
import { SETUP_STEPS, type SetupStep } from "@/lib/model/setup-draft";

/** The steps of a type, in order; the network is left out where there is nothing to choose. */
export function stepsOf(form: ConnectorForm): SetupStep[] {
  const network = networkChoices(form).length > 1 || groupOf(form, "network") !== undefined;
  return SETUP_STEPS.filter((step) => step !== "network" || network);
}

/** Whether a step comes before the connection exists. */
export function isBeforeCreation(step: SetupStep): boolean {
  return SETUP_STEPS.indexOf(step) <= SETUP_STEPS.indexOf("review");
}

export function groupOf(form: ConnectorForm, id: FieldGroup["id"]): FieldGroup | undefined {
  return form.groups.find((group) => group.id === id);
}

/** The groups that the step "configuration" asks for. */
export function configurationGroups(form: ConnectorForm): FieldGroup[] {
  return form.groups.filter(({ id }) => id !== "network" && id !== "sign_in");
}

const REQUEST_STEPS = new Map<string, SetupStep>([
  ["group_id", "destination"],
  ["destination_schema_names", "names"],
  ["schema", "names"],
  ["networking_method", "network"],
  ["private_link_id", "network"],
  ["proxy_agent_id", "network"],
  ["hybrid_deployment_agent_id", "network"],
  ["schedule_type", "schedule"],
  ["sync_frequency", "schedule"],
  ["daily_sync_time", "schedule"],
]);

/** Where the field at a path of the settings, or a name of the request, is asked for. */
export function stepOfPath(form: ConnectorForm, path: string): SetupStep {
  const known = REQUEST_STEPS.get(path);
  if (known) return known;
  const top = path.split(".").slice(0, 2).join(".");
  const has = (fields: readonly Field[]) => fields.some((field) => field.path === top);
  if (has(form.names)) return "names";
  const group = form.groups.find(({ fields, more }) => has(fields) || has(more));
  if (group?.id === "network") return "network";
  return group?.id === "sign_in" ? "authorisation" : "configuration";
}
