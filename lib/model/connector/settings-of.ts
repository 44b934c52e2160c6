import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { FIELD_PARTS, type FieldPart, type SettingsValues } from "@/lib/model/connector/field";
import { holdsSecret } from "@/lib/model/connector/field-group";
import { sentValue } from "@/lib/model/connector/sent-value";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { shownPaths } from "@/lib/model/connector/shown-paths";
import { typedAt } from "@/lib/model/connector/typed-value";

/** The objects of settings as Fivetran takes them; one without any key is absent. */
export type Settings = { -readonly [Part in FieldPart]?: Record<string, unknown> };

/**
 * What a creation sends of these values: neither what is hidden nor what is empty.
 * @param authorise_by with a connect card, secrets and `auth` stay here: Fivetran's own page asks for them
 */
export function settingsOf(
  form: ConnectorForm,
  values: SettingsValues,
  authorise_by: "fields" | "connect_card" = "fields",
): Settings {
  const shown = shownPaths(form, values);
  return settingsFrom(
    settableFields(form).flatMap((field) => {
      if (authorise_by === "connect_card" && (field.part === "auth" || holdsSecret(field))) return [];
      const sent = shown.has(field.path) ? sentValue(field, typedAt(values, field)) : undefined;
      return sent === undefined ? [] : [[field.part, field.name, sent] as const];
    }),
  );
}

/** Puts values in their objects. */
export function settingsFrom(sent: readonly (readonly [FieldPart, string, unknown])[]): Settings {
  return Object.fromEntries(
    FIELD_PARTS.flatMap((part) => {
      const own = sent.flatMap(([of, name, value]) => (of === part ? [[name, value] as const] : []));
      return own.length > 0 ? [[part, Object.fromEntries(own)]] : [];
    }),
  );
}
