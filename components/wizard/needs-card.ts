import { groupOf } from "@/components/wizard/wizard-steps";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";

/** Whether somebody can only consent on Fivetran's own page: the type takes nothing here that signs in. */
export function needsCard(form: ConnectorForm): boolean {
  return form.oauth && groupOf(form, "sign_in") === undefined;
}

/** Whether nothing has to be signed in to at all. */
export function needsNoSignIn(form: ConnectorForm): boolean {
  return !form.oauth && groupOf(form, "sign_in") === undefined;
}
