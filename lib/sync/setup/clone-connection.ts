import "server-only";
import { fivetran } from "@/lib/fivetran/client";
import { type Connection, NETWORKING_METHODS } from "@/lib/model/connection";
import { connectionNameOf, nameTaken } from "@/lib/model/connector/connection-name";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { networkField } from "@/lib/model/connector/network-method";
import { typedAt, withTyped } from "@/lib/model/connector/typed-value";
import { valuesOf } from "@/lib/model/connector/values-of";
import { DAILY_SYNC_TIMES, SYNC_FREQUENCIES } from "@/lib/model/schedule";
import type { SetupDraft, SetupValues } from "@/lib/model/setup-draft";
import { memory } from "@/lib/sync/memory";
import { readConnection } from "@/lib/sync/read-connection";
import { typeForm } from "@/lib/sync/setup/connector-metadata";
import { keptValues } from "@/lib/sync/setup/kept-values";
import { gone } from "@/lib/sync/snapshot";

type Cloned = Pick<SetupDraft, "service" | "values" | "secrets" | "source" | "schema_from">;

/**
 * What a clone of a connection begins with: its settings as they are now, a free name, and the secrets it has listed to
 * be typed again.
 * @param group_id another destination than the connection's, where there is one
 * @throws AppError `not_found` for a connection or a connector type that is not there; else as the client does
 */
export async function cloneOf(connection_id: string, group_id: string | null): Promise<Cloned> {
  const { form, connection, values, secrets } = await choicesOf(connection_id);
  const target = group_id ?? connection.group_id;
  const settings = withFreeName(form, named(form, values.settings, connection.schema), target);
  return {
    service: connection.service,
    values: { ...values, group_id: target, settings },
    secrets,
    source: { kind: "connection", connection_id, schema: connection.schema },
    schema_from: connection_id,
  };
}

/** A connection's choices as if they had been made here, read from Fivetran now. @throws AppError as `cloneOf` */
export async function choicesOf(connection_id: string): Promise<{
  form: ConnectorForm;
  connection: Connection;
  values: SetupValues;
  secrets: string[];
}> {
  const connection = await readConnection(fivetran(), connection_id, { as: "person" });
  if (!connection) throw gone(null);
  const form = await typeForm(connection.service);
  const { values: settings, kept } = valuesOf(form, connection);
  return { form, connection, ...keptValues(form, setupValuesOf(form, connection, settings), kept) };
}

function setupValuesOf(form: ConnectorForm, connection: Connection, settings: SettingsValues): SetupValues {
  const { networking_method, schedule_type, sync_frequency, daily_sync_time } = connection;
  const method = NETWORKING_METHODS.find((one) => one === networking_method);
  return {
    group_id: connection.group_id,
    destination_schema_names:
      connection.destination_schema_names === "SOURCE_NAMING" ? "SOURCE_NAMING" : "FIVETRAN_NAMING",
    settings,
    network: {
      networking_method: networkField(form) ? null : (method ?? null),
      private_link_id: connection.private_link_id ?? null,
      proxy_agent_id: connection.proxy_agent_id ?? null,
      hybrid_deployment_agent_id: connection.hybrid_deployment_agent_id ?? null,
    },
    authorise_by: form.oauth ? "connect_card" : "fields",
    schedule: {
      schedule_type: schedule_type === "manual" ? "manual" : "auto",
      sync_frequency: SYNC_FREQUENCIES.find((one) => one === sync_frequency) ?? 360,
      daily_sync_time: DAILY_SYNC_TIMES.find((one) => one === daily_sync_time) ?? null,
    },
  };
}

/** The settings with the fields that make this name: Fivetran need not show those. */
function named(form: ConnectorForm, settings: SettingsValues, schema: string): SettingsValues {
  const [first, ...more] = form.names;
  if (!first) return settings;
  const dot = more.length === 0 ? -1 : schema.indexOf(".");
  const whole = withTyped(settings, first, dot < 0 ? schema : schema.slice(0, dot));
  const second = lastNamed(form, settings) ?? more[0];
  return dot < 0 || !second ? whole : withTyped(whole, second, schema.slice(dot + 1));
}

/** The settings under the first name of this form that no connection of the group has. */
function withFreeName(form: ConnectorForm, settings: SettingsValues, group_id: string): SettingsValues {
  const rows = [...memory().rows.values()];
  const field = lastNamed(form, settings);
  let free = settings;
  while (field && nameTaken(rows, group_id, connectionNameOf(form, free)) !== undefined) {
    free = withTyped(free, field, nextName(String(typedAt(free, field))));
  }
  return free;
}

/** The last field of the name that has a value: a table or a group of tables where the type has those. */
function lastNamed(form: ConnectorForm, settings: SettingsValues): Field | undefined {
  return form.names.findLast(
    (field) => typedAt(settings, field) !== "" && typedAt(settings, field) !== undefined,
  );
}

/** `shop`, `shop_2`, `shop_3` */
function nextName(name: string): string {
  const [, stem = name, number = "1"] = /^(.*)_(\d{1,3})$/.exec(name) ?? [];
  return `${stem}_${Number(number) + 1}`;
}
