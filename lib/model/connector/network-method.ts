import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldIssue } from "@/lib/model/connector/field";
import { isBlank, typedAt } from "@/lib/model/connector/typed-value";
import type { SetupValues } from "@/lib/model/setup-draft";

/** `networking_method` of a request. */
export const NETWORK_METHODS = ["Directly", "PrivateLink", "SshTunnel", "ProxyAgent"] as const;
export type NetworkMethod = (typeof NETWORK_METHODS)[number];

export interface NetworkChoice {
  readonly method: NetworkMethod;
  /** What the type's own field holds for it. */
  readonly value: string;
}

const BY_LETTERS = new Map<string, NetworkMethod>([
  ["directly", "Directly"],
  ["direct", "Directly"],
  ["privatelink", "PrivateLink"],
  ["sshtunnel", "SshTunnel"],
  ["proxyagent", "ProxyAgent"],
]);

/** The field of config that says how the source is reached; null where only `networking_method` can. */
export function networkField(form: ConnectorForm): Field | null {
  const found = ["config.connection_type", "config.connection_method"].map((path) => form.by_path.get(path));
  return found.find((field) => field !== undefined && !field.readonly) ?? null;
}

/** The ways a type's source can be reached, as Fivetran lists them for it. */
export function networkChoices(form: ConnectorForm): NetworkChoice[] {
  const field = networkField(form);
  if (field) {
    return field.options.flatMap(({ value }) => {
      const method = methodNamed(value);
      return method ? [{ method, value }] : [];
    });
  }
  const methods: NetworkMethod[] = form.private_networking ? ["Directly", "PrivateLink"] : ["Directly"];
  return methods.map((method) => ({ method, value: method }));
}

/** How the source will be reached by these values; null where nothing is chosen and nothing is known to stand. */
export function networkMethodOf(
  form: ConnectorForm,
  values: Pick<SetupValues, "settings" | "network">,
): NetworkMethod | null {
  const field = networkField(form);
  if (!field) return values.network.networking_method;
  const typed = typedAt(values.settings, field);
  return methodNamed(isBlank(typed) ? field.standing : typed);
}

/** What is not picked of the way that is chosen. Paths are names of the request. */
export function networkIssues(
  form: ConnectorForm,
  values: Pick<SetupValues, "settings" | "network">,
): FieldIssue[] {
  const { network } = values;
  const method = networkMethodOf(form, values);
  const issues: FieldIssue[] = [];
  if (method === "PrivateLink" && network.private_link_id === null)
    issues.push({ path: "private_link_id", message: "Choose a private link." });
  if (method === "ProxyAgent" && network.proxy_agent_id === null)
    issues.push({ path: "proxy_agent_id", message: "Choose a proxy agent." });
  if (network.hybrid_deployment_agent_id === "")
    issues.push({ path: "hybrid_deployment_agent_id", message: "Choose a hybrid agent." });
  return issues;
}

/** The method that a text names, however Fivetran spells it; null for none that can be chosen. */
export function methodNamed(value: unknown): NetworkMethod | null {
  return (typeof value === "string" && BY_LETTERS.get(value.replaceAll("_", "").toLowerCase())) || null;
}
