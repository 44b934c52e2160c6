import "server-only";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { FIELD_PARTS, type SettingsValues } from "@/lib/model/connector/field";
import { withTyped } from "@/lib/model/connector/typed-value";
import type { SetupDraft, SetupValues } from "@/lib/model/setup-draft";
import { readTemplate } from "@/lib/store/connection-templates";
import { addSetupDraft } from "@/lib/store/setup-drafts";
import { cloneOf } from "@/lib/sync/setup/clone-connection";
import { typeForm } from "@/lib/sync/setup/connector-metadata";
import { keptValues } from "@/lib/sync/setup/kept-values";
import { tellSetup } from "@/lib/sync/setup/tell-setup";

/** What a draft begins as; `group_id` is the destination where it is known, or another than the connection's. */
export type Beginning = ({ service: string } | { connection_id: string } | { template_id: number }) & {
  group_id?: string | undefined;
};

type Begun = Parameters<typeof addSetupDraft>[1];

/**
 * Begins a draft of a new connection: of a connector type, as a clone of a connection, or from a template.
 * @throws AppError `not_found` for what is not there; else as the client does
 */
export async function beginDraft(beginning: Beginning, actor: string): Promise<SetupDraft> {
  const draft = await addSetupDraft(actor, await begunOf(beginning));
  await tellSetup(draft.id);
  return draft;
}

async function begunOf(beginning: Beginning): Promise<Begun> {
  const { group_id = null } = beginning;
  if ("connection_id" in beginning) return cloneOf(beginning.connection_id, group_id);
  if ("template_id" in beginning) return fromTemplate(beginning.template_id, group_id);
  const form = await typeForm(beginning.service);
  return {
    service: beginning.service,
    values: firstValues(form, group_id),
    secrets: [],
    source: null,
    schema_from: null,
  };
}

async function fromTemplate(template_id: number, group_id: string | null): Promise<Begun> {
  const { name, service, values, schema_from } = await readTemplate(template_id);
  const form = await typeForm(service);
  const empty = emptyValues(form);
  const parts = FIELD_PARTS.map((part) => [part, { ...empty[part], ...values.settings[part] }]);
  const settings = Object.fromEntries(parts) as SettingsValues;
  return {
    service,
    ...keptValues(form, withoutNames(form, { ...values, group_id, settings }), []),
    source: { kind: "template", template_id, name },
    schema_from,
  };
}

function firstValues(form: ConnectorForm, group_id: string | null): SetupValues {
  return {
    group_id,
    destination_schema_names: "FIVETRAN_NAMING",
    settings: emptyValues(form),
    network: {
      networking_method: null,
      private_link_id: null,
      proxy_agent_id: null,
      hybrid_deployment_agent_id: null,
    },
    authorise_by: form.oauth ? "connect_card" : "fields",
    schedule: { schedule_type: "auto", sync_frequency: 360, daily_sync_time: null },
  };
}

/** The same choices for a connection that has no name yet. */
export function withoutNames(form: ConnectorForm, values: SetupValues): SetupValues {
  const settings = form.names.reduce((left, field) => withTyped(left, field, ""), values.settings);
  return { ...values, settings };
}
