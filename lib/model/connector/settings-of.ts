import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import {
  type Field,
  type FieldPart,
  type SettingsValues,
  TYPE_PARTS,
  type TypePart,
} from "@/lib/model/connector/field";
import { holdsSecret } from "@/lib/model/connector/field-group";
import type { NetworkMethod } from "@/lib/model/connector/network-method";
import { isOfManager } from "@/lib/model/connector/secrets-manager";
import { sentValue } from "@/lib/model/connector/sent-value";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { shownPaths } from "@/lib/model/connector/shown-paths";
import { typedAt } from "@/lib/model/connector/typed-value";

/** The objects of settings as Fivetran takes them; one without any key is absent. */
export type Settings = { -readonly [Part in TypePart]?: Record<string, unknown> } & RequestSettings;

/** What stands beside them in a request. Null takes a choice back. */
export interface RequestSettings {
  networking_method?: NetworkMethod;
  private_link_id?: string | null;
  proxy_agent_id?: string | null;
  hybrid_deployment_agent_id?: string | null;
  external_secrets_manager_id?: string | null;
}

/**
 * What a creation sends of these values: neither what is hidden nor what is empty.
 * @param authorise_by with a connect card, all that signs in stays here: Fivetran's own page asks for it
 */
export function settingsOf(
  form: ConnectorForm,
  values: SettingsValues,
  authorise_by: "fields" | "connect_card" = "fields",
): Settings {
  const shown = shownPaths(form, values);
  return settingsFrom(
    settableFields(form).flatMap((field) => {
      if (authorise_by === "connect_card" && signsIn(field)) return [];
      const sent = shown.has(field.path) ? sentValue(field, typedAt(values, field)) : undefined;
      return sent === undefined ? [] : [[field.part, field.name, sent] as const];
    }),
  );
}

/** Puts values in their objects. */
export function settingsFrom(sent: readonly (readonly [FieldPart, string, unknown])[]): Settings {
  const under = (part: FieldPart) =>
    sent.flatMap(([of, name, value]) => (of === part ? [[name, value] as const] : []));
  return Object.fromEntries([
    ...TYPE_PARTS.flatMap((part): [string, unknown][] => {
      const own = under(part);
      return own.length > 0 ? [[part, Object.fromEntries(own)]] : [];
    }),
    ...under("request"),
  ]);
}

function signsIn(field: Field): boolean {
  return field.part === "auth" || isOfManager(field) || holdsSecret(field);
}
