import type { Connection } from "@/lib/model/connection";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field } from "@/lib/model/connector/field";
import { newConnectionOf } from "@/lib/model/connector/new-connection";
import { sameTyped } from "@/lib/model/connector/same-typed";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { isBlank, ownValue, typedAt } from "@/lib/model/connector/typed-value";
import { valuesOf } from "@/lib/model/connector/values-of";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";
import type { SetupValues } from "@/lib/model/setup-draft";

const REQUEST = [
  "networking_method",
  "private_link_id",
  "proxy_agent_id",
  "hybrid_deployment_agent_id",
] as const;
const SCHEDULE = ["schedule_type", "sync_frequency", "daily_sync_time"] as const;

/**
 * Where a connection has something else than these choices would send: paths of settings and names of the request.
 * Secrets are in neither, and what Fivetran adds by itself is no difference.
 */
export function unlikeSent(form: ConnectorForm, values: SetupValues, connection: Connection): string[] {
  const request = newConnectionOf(form, values);
  const chosen = withoutSecrets(form, valuesOf(form, request).values);
  const has = valuesOf(form, connection);
  const compared = (field: Field) => field.part === "config" && Boolean(connection.config);
  const settings = settableFields(form).filter(
    (field) => compared(field) && !carries(typedAt(has.values, field), typedAt(chosen.values, field)),
  );
  const others = [...REQUEST, ...SCHEDULE].filter((name) => {
    const wanted = request[name];
    return wanted !== undefined && wanted !== (connection[name] ?? undefined);
  });
  return [...settings.map(({ path }) => path), ...others];
}

/** Whether all that was typed is there, item by item; what was left empty may have been filled in. */
function carries(there: unknown, typed: unknown): boolean {
  if (isBlank(typed)) return true;
  if (Array.isArray(typed))
    return (
      Array.isArray(there) &&
      there.length === typed.length &&
      typed.every((item, at) => carries(there[at], item))
    );
  if (typeof typed === "object" && typed !== null)
    return Object.entries(typed).every(([name, value]) => carries(ownValue(there, name), value));
  return sameTyped(there, typed);
}
