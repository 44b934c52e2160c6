import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { FIELD_PARTS, type Field } from "@/lib/model/connector/field";
import { MASK } from "@/lib/model/connector/mask";
import { isSecretName } from "@/lib/model/connector/secret-name";

/** A copy of a request's body to be looked at: every secret in it reads `******`. */
export function maskedRequest<Body extends object>(form: ConnectorForm, body: Body): Body {
  const masked = Object.entries(body).map(([key, value]) => {
    const part = FIELD_PARTS.find((name) => name === key);
    return [key, part ? maskedObject(value, (name) => form.by_path.get(`${part}.${name}`)) : value];
  });
  return Object.fromEntries(masked) as Body;
}

type FieldOf = (name: string) => Field | undefined;

function maskedObject(value: unknown, fieldOf: FieldOf): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskedValue(inner, name, fieldOf(name))]),
  );
}

function maskedValue(value: unknown, name: string, field: Field | undefined): unknown {
  if (field ? field.secret : isSecretName(name)) return allMasked(value);
  if (Array.isArray(value))
    return value.map((item) => maskedValue(item, "", field && { ...field, secret: false }));
  return maskedObject(value, (inner) => field?.fields.find((each) => each.name === inner));
}

function allMasked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allMasked);
  if (value === null || typeof value === "boolean" || value === "") return value;
  if (typeof value !== "object") return MASK;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, allMasked(inner)]));
}
