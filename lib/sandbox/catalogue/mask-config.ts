import { MASK } from "@/lib/model/connector/mask";
import { isSecretName } from "@/lib/model/connector/secret-name";
import { type ConfigKind, configFields } from "@/lib/sandbox/catalogue/config-fields";
import { type Field, type FieldShape, fieldNamed } from "@/lib/sandbox/catalogue/field";

/**
 * A copy of a stored config in which every secret reads `******`, as in Fivetran's answers: fields of password
 * format and fields named like secrets, in nested objects and items of arrays too. Null and empty stay as
 * they are. Throws `not_found` for an unknown service.
 */
export function maskConfig(
  service: string,
  config: Readonly<Record<string, unknown>>,
  kind: ConfigKind = "config",
): Record<string, unknown> {
  if (kind.endsWith("external_secrets_keys_config")) return { ...config };
  const { settable, readonly } = configFields(service, kind);
  return maskObject(config, [...settable, ...readonly], false);
}

function maskObject(value: object, fields: readonly Field[], inside: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => {
      const shape = fieldNamed(fields, name)?.shape;
      return [name, maskValue(child, shape, inside || isSecret(name, shape))];
    }),
  );
}

function maskValue(value: unknown, shape: FieldShape | undefined, secret: boolean): unknown {
  if (value === null || value === undefined || value === "") return value;
  if (Array.isArray(value)) {
    const items = shape?.kind === "array" ? shape.items : undefined;
    return value.map((item) =>
      maskValue(item, items, secret || (items !== undefined && isSecret("", items))),
    );
  }
  if (typeof value === "object") {
    const fields = shape?.kind === "object" ? shape.fields : [];
    // Where the document names the fields inside, each answers for itself; else all of it is the secret.
    return maskObject(value, fields, secret && fields.length === 0);
  }
  return secret && typeof value !== "boolean" ? MASK : value;
}

/** Whether a field of this name and shape is shown masked. */
export function isSecret(name: string, shape: FieldShape | undefined): boolean {
  if (shape?.kind === "string" && shape.format === "password") return true;
  const typed =
    shape?.kind === "integer" ||
    shape?.kind === "number" ||
    shape?.kind === "boolean" ||
    shape?.kind === "enum";
  return !typed && isSecretName(name);
}

/**
 * The dotted paths of a service's secrets, e.g. `password` or `secrets_list.value`; the items of an array share
 * its path. Throws `not_found` for an unknown service.
 */
export function secretPaths(service: string, kind: ConfigKind = "config"): string[] {
  if (kind.endsWith("external_secrets_keys_config")) return [];
  const { settable, readonly } = configFields(service, kind);
  return [...settable, ...readonly].flatMap((field) => pathsIn(field.shape, field.name, field.name));
}

function pathsIn(shape: FieldShape, name: string, path: string): string[] {
  if (shape.kind === "array") return pathsIn(shape.items, name, path);
  if (shape.kind === "object" && shape.fields.length > 0) {
    return shape.fields.flatMap((field) => pathsIn(field.shape, field.name, `${path}.${field.name}`));
  }
  return isSecret(name, shape) ? [path] : [];
}
