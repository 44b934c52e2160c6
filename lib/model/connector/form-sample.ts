import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import type { SettingsValues } from "@/lib/model/connector/field";
import { withTyped } from "@/lib/model/connector/typed-value";

/** For tests: the form of a type whose config has these properties. */
export function sampleForm(
  properties: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): ConnectorForm {
  return connectorForm({
    id: "sample",
    name: "Sample",
    type: "API",
    config: { type: "object", properties, required: ["schema"] },
    ...more,
  });
}

/** For tests: what a form begins with, and then these values by path. */
export function typedInto(
  form: ConnectorForm,
  given: Readonly<Record<string, unknown>>,
  base = emptyValues(form),
): SettingsValues {
  return Object.entries(given).reduce((values, [path, value]) => {
    const field = form.by_path.get(path);
    if (!field) throw new Error(`${form.service} has no field ${path}`);
    return withTyped(values, field, value);
  }, base);
}
