import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SettingsValues } from "@/lib/model/connector/field";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";

/** What was typed into drafts of this tab, secrets included: in its memory only, gone with it. */
const typed = new Map<string, SettingsValues>();

export function rememberTyped(draftId: string, values: SettingsValues): void {
  typed.set(draftId, structuredClone(values));
}

export function forgetTyped(draftId: string): void {
  typed.delete(draftId);
}

/** The settings of a draft with the secrets that this tab still knows put back in their places. */
export function withTypedSecrets(
  form: ConnectorForm,
  draftId: string,
  settings: SettingsValues,
): SettingsValues {
  const known = typed.get(draftId);
  if (!known) return settings;
  const filled = structuredClone(settings);
  for (const path of withoutSecrets(form, known).secrets) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const above = steps.reduce<unknown>(inside, filled);
    const value = inside(steps.reduce<unknown>(inside, known), last);
    if (typeof above === "object" && above !== null && Object.hasOwn(above, last))
      (above as Record<string, unknown>)[last] = value;
  }
  return filled;
}

function inside(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
