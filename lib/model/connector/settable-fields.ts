import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field } from "@/lib/model/connector/field";

/** The top-level fields that may be sent, names first. */
export function settableFields(form: ConnectorForm): Field[] {
  return [...form.names, ...form.groups.flatMap(({ fields, more }) => [...fields, ...more])];
}
