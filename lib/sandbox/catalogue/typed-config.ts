import { type ConfigKind, configFields } from "@/lib/sandbox/catalogue/config-fields";
import { type Field, type FieldShape, fieldNamed } from "@/lib/sandbox/catalogue/field";

/**
 * A valid config as it is stored and echoed: numbers sent as text become numbers, as in version 2 of the API.
 * Lists of numbers and all else stay as they are. Throws `not_found` for an unknown service.
 */
export function typedConfig(
  service: string,
  config: Readonly<Record<string, unknown>>,
  kind: ConfigKind = "config",
): Record<string, unknown> {
  return typedObject(config, configFields(service, kind).settable);
}

function typedObject(value: object, fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, typedValue(child, fieldNamed(fields, name)?.shape)]),
  );
}

function typedValue(value: unknown, shape: FieldShape | undefined): unknown {
  if ((shape?.kind === "integer" || shape?.kind === "number") && typeof value === "string")
    return Number(value);
  if (shape?.kind === "array" && Array.isArray(value)) {
    // Lists of ids stay as they came: the Go SDK writes and reads them as text, the Terraform provider as numbers.
    return shape.items.kind === "object" ? value.map((item) => typedValue(item, shape.items)) : value;
  }
  if (shape?.kind === "object" && typeof value === "object" && value !== null) {
    return typedObject(value, shape.fields);
  }
  return value;
}
