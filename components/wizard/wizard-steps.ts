import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldGroup } from "@/lib/model/connector/field";
import { networkChoices, networkField } from "@/lib/model/connector/network-method";
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

/** Whether what a step before the creation asks for can still be changed once the connection exists. */
export function isLasting(form: ConnectorForm, step: SetupStep): boolean {
  if (step === "authorisation") return groupOf(form, "sign_in") !== undefined;
  return step === "network" || step === "configuration" || step === "schedule";
}

/** The first setting that such a step asks for; null where the form begins with it, or the step has none. */
export function firstPathOf(form: ConnectorForm, step: SetupStep): string | null {
  if (step === "network") return networkField(form)?.path ?? "request.networking_method";
  return step === "authorisation" ? (groupOf(form, "sign_in")?.fields[0]?.path ?? null) : null;
}

export function groupOf(form: ConnectorForm, id: FieldGroup["id"]): FieldGroup | undefined {
  return form.groups.find((group) => group.id === id);
}

const SIGN_IN: ReadonlySet<FieldGroup["id"]> = new Set(["sign_in", "secrets_manager"]);

/** The groups that the step "configuration" asks for. */
export function configurationGroups(form: ConnectorForm): FieldGroup[] {
  return form.groups.filter(({ id }) => id !== "network" && !SIGN_IN.has(id));
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
  return group && SIGN_IN.has(group.id) ? "authorisation" : "configuration";
}
