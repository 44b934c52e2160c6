import { expect, it } from "vitest";
import { needsCard } from "@/components/wizard/needs-card";
import { choiceIssues, issuesByStep } from "@/components/wizard/setup-findings";
import { firstPathOf, isLasting, stepOfPath, stepsOf } from "@/components/wizard/wizard-steps";
import { checkSettings } from "@/lib/model/connector/check-settings";
import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { settableFields } from "@/lib/model/connector/settable-fields";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { SETUP_STEPS, type SetupValues } from "@/lib/model/setup-draft";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";
import { services } from "@/lib/sandbox/catalogue/service";

const formOf = (service: string): ConnectorForm =>
  connectorForm(connectorTypeDetail(service) as unknown as ConnectorTypeDetail);

function valuesFor(form: ConnectorForm, more: Partial<SetupValues> = {}): SetupValues {
  return {
    group_id: "g",
    destination_schema_names: "FIVETRAN_NAMING",
    settings: emptyValues(form),
    network: {
      networking_method: null,
      private_link_id: null,
      proxy_agent_id: null,
      hybrid_deployment_agent_id: null,
    },
    authorise_by: "fields",
    schedule: { schedule_type: "auto", sync_frequency: 360, daily_sync_time: null },
    ...more,
  };
}

const row = (schema: string, group_id = "g") => ({ id: schema, schema, group_id }) as ConnectionRow;

it("asks for every field of a type in a step that the type has", () => {
  for (const service of services().filter((_, at) => at % 4 === 0)) {
    const form = formOf(service);
    const steps = stepsOf(form);
    for (const { path } of settableFields(form)) expect(steps).toContain(stepOfPath(form, path));
  }
});

it("leaves the network out where there is nothing to choose", () => {
  expect(stepsOf(formOf("slack"))).not.toContain("network");
  expect(stepsOf(formOf("postgres"))).toContain("network");
});

it("sorts what is missing by the step that asks for it", () => {
  const form = formOf("postgres");
  const issues = issuesByStep(form, checkSettings(form, emptyValues(form), { mode: "create" }));
  expect(issues.get("names")?.map(({ path }) => path)).toEqual(["config.schema_prefix"]);
  expect(issues.get("configuration")?.map(({ path }) => path)).toContain("config.host");
  expect(issues.get("authorisation")?.map(({ path }) => path)).toContain("config.password");
});

it("finds a name taken in the same destination only, whatever its case", () => {
  const form = formOf("postgres");
  const settings = emptyValues(form);
  settings.config.schema_prefix = "Orders";
  const issues = (rows: ConnectionRow[]) => choiceIssues(form, valuesFor(form, { settings }), rows);
  expect(issues([row("orders")]).map(({ path }) => path)).toEqual(["config.schema_prefix"]);
  expect(issues([row("orders", "other"), row("orders_2")])).toEqual([]);
});

it("asks for the destination, and for the link that is to be used", () => {
  const form = formOf("postgres");
  const settings = emptyValues(form);
  settings.config.connection_type = "PrivateLink";
  const issues = choiceIssues(form, valuesFor(form, { group_id: null, settings }), []);
  expect(issues.map(({ path }) => path)).toEqual(["group_id", "private_link_id"]);
});

it("knows types that only a connect card can authorise", () => {
  expect(needsCard(formOf("slack"))).toBe(true);
  expect(needsCard(formOf("postgres"))).toBe(false);
  expect(needsCard(formOf("salesforce"))).toBe(false);
});

it("goes back, once the connection exists, to what can still be changed and to nothing else", () => {
  const form = formOf("postgres");
  expect(SETUP_STEPS.filter((step) => isLasting(form, step))).toEqual([
    "network",
    "configuration",
    "authorisation",
    "schedule",
  ]);
  expect(firstPathOf(form, "network")).toBe("config.connection_type");
  expect(firstPathOf(form, "authorisation")).toBe("config.user");
  const byCard = services().map(formOf).find(needsCard);
  if (!byCard) throw new Error("No type is signed in to by a connect card alone.");
  expect(isLasting(byCard, "authorisation")).toBe(false);
  expect(firstPathOf(byCard, "network")).toBe("request.networking_method");
});
