import type { Connection } from "@/lib/model/connection";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { emptyItem, emptyValue } from "@/lib/model/connector/empty-values";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { MASK } from "@/lib/model/connector/mask";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { noSettings, ownValue, withTyped } from "@/lib/model/connector/typed-value";

/** What a connection has, as if it had been typed, and the paths of its masked secrets, which are left empty. */
export interface ConnectionValues {
  values: SettingsValues;
  /** Items of lists by number: `config.secrets_list.0.value`. */
  kept: string[];
}

/** Reads the form's values from a connection. Fivetran never returns `auth`: its fields are empty, set or not. */
export function valuesOf(
  form: ConnectorForm,
  connection: Pick<Connection, "config" | "external_secrets_keys_config"> & Partial<Connection>,
): ConnectionValues {
  const sources = {
    config: connection.config,
    auth: null,
    external_secrets_keys_config: connection.external_secrets_keys_config,
    request: connection,
  };
  const kept: string[] = [];
  const values = settableFields(form).reduce(
    (settings, field) =>
      withTyped(
        settings,
        field,
        typedValue(field, ownValue(sources[field.part], field.name), field.path, kept),
      ),
    noSettings(),
  );
  return { values, kept };
}

function typedValue(field: Field, sent: unknown, path: string, kept: string[]): unknown {
  if (sent === undefined || sent === null) return emptyValue(field);
  if (sent === MASK || (field.kind === "json" && JSON.stringify(sent).includes(`"${MASK}"`))) {
    kept.push(path);
    return emptyValue(field);
  }
  switch (field.kind) {
    case "boolean":
      return sent === true || sent === "true" ? true : sent === false || sent === "false" ? false : null;
    case "list":
      return Array.isArray(sent) ? sent.map((item, at) => typedItem(field, item, `${path}.${at}`, kept)) : [];
    case "objects":
      return Array.isArray(sent)
        ? sent.map((item, at) => typedObject(field, item, `${path}.${at}`, kept))
        : [];
    case "object":
      return typedObject(field, sent, path, kept);
    case "json":
      return JSON.stringify(sent, null, 2);
    case "enum":
      return typeof sent === "string" ? optionFor(field, sent) : "";
    default:
      return typeof sent === "object" ? "" : String(sent);
  }
}

function typedItem({ item }: Field, sent: unknown, path: string, kept: string[]): unknown {
  return item ? typedValue(item, sent, path, kept) : sent;
}

function typedObject(field: Field, sent: unknown, path: string, kept: string[]): unknown {
  const typed = field.fields
    .filter((inner) => !inner.readonly)
    .map((inner) => [
      inner.name,
      typedValue(inner, ownValue(sent, inner.name), `${path}.${inner.name}`, kept),
    ]);
  return { ...emptyItem(field), ...Object.fromEntries(typed) };
}

/** The option meant by an answer: Fivetran shows some as SSH_TUNNEL that are sent as SshTunnel. */
function optionFor({ options }: Field, sent: string): string {
  const letters = (text: string) => text.replaceAll("_", "").toLowerCase();
  const values = options.map(({ value }) => value);
  return (
    values.find((value) => value === sent) ?? values.find((value) => letters(value) === letters(sent)) ?? sent
  );
}
