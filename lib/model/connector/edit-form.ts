import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, FieldGroup } from "@/lib/model/connector/field";
import { GROUP_TITLES } from "@/lib/model/connector/field-group";
import { NETWORK_METHODS, networkField } from "@/lib/model/connector/network-method";
import { requestField } from "@/lib/model/connector/plain-field";
import { optionLabel } from "@/lib/model/connector/words";

/**
 * The form of a connection that exists: how its source is reached is a setting like the others, also what of it no
 * metadata describes. `networking_method` is one only where the type has no field of its own for it.
 */
export function editForm(form: ConnectorForm): ConnectorForm {
  const added = [...(networkField(form) ? [] : [METHOD]), ...REFERENCES];
  const places = GROUP_TITLES.map(([id]) => id);
  const network = form.groups.find(({ id }) => id === "network") ?? NO_NETWORK;
  const groups = [
    ...form.groups.filter((group) => group !== network),
    { ...network, fields: [...network.fields, ...added] },
  ].toSorted((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
  return {
    ...form,
    groups,
    by_path: new Map([...form.by_path, ...added.map((field): [string, Field] => [field.path, field])]),
  };
}

const NO_NETWORK: FieldGroup = { id: "network", title: "Network", fields: [], more: [] };

const METHOD = requestField("networking_method", {
  label: "Network",
  help: "How Fivetran reaches the source.",
  kind: "enum",
  options: NETWORK_METHODS.map((value) => ({ value, label: optionLabel(value) })),
  nullable: false,
});

const REFERENCES = [
  requestField("private_link_id", { label: "Private link", help: "" }),
  requestField("proxy_agent_id", { label: "Proxy agent", help: "" }),
  requestField("hybrid_deployment_agent_id", { label: "Hybrid agent", help: "" }),
];
