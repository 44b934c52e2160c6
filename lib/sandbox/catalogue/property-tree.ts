import type { FieldLabel } from "@/lib/model/connector/overlay/form-overlay";
import { titleFromField } from "@/lib/model/connector/words";
import { type ConfigFields, configFields } from "@/lib/sandbox/catalogue/config-fields";
import type { Field, FieldShape } from "@/lib/sandbox/catalogue/field";
import { formOf } from "@/lib/sandbox/catalogue/form-of";
import { isSecret } from "@/lib/sandbox/catalogue/mask-config";
import { fieldLabel } from "@/lib/sandbox/catalogue/overlay/field-labels";
import { fixedAtCreation } from "@/lib/sandbox/catalogue/overlay/fixed-at-creation";
import { serviceOf } from "@/lib/sandbox/catalogue/service";

/** A node of the `config` and `auth` trees of connector metadata: like JSON Schema, but not JSON Schema. */
export type Property = {
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly title?: string;
  readonly description: string;
  readonly example?: string;
  readonly readonly: boolean;
  readonly enum?: readonly string[];
  readonly items?: Property;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly format?: "password" | "date-time";
  readonly nullable?: true;
  readonly immutable?: true;
};

type Naming = (path: string, name: string) => FieldLabel;
type Traits = { readonly readonly: boolean; readonly nullable?: boolean; readonly immutable?: boolean };

/** The tree of one object of a connector type, or undefined where the type has none. */
export function propertyTree(
  service: string,
  kind: "config" | "auth" | "external_secrets_keys_config",
  title?: string,
): Property | undefined {
  const facts = serviceOf(service);
  if (!facts) return undefined;
  const fields = configFields(service, kind);
  if (kind !== "config" && fields.settable.length === 0) return undefined;
  const form = formOf(service);
  const prefix = kind === "auth" ? "auth." : "";
  const naming: Naming = (path, name) => ({
    ...fieldLabel(name, path.includes(".")),
    ...(kind === "external_secrets_keys_config" ? {} : form?.labels?.[prefix + path]),
  });
  const fixed = kind === "config" ? fixedAtCreation(facts) : [];
  const required = new Set(fields.required);
  const properties = inOrder(fields, form?.order.map((path) => path.slice(prefix.length)) ?? []).map(
    ([field, readonly]): [string, Property] => {
      const immutable = fixed.includes(field.name);
      const nullable = kind === "config" && !readonly && !immutable && !required.has(field.name);
      return [
        field.name,
        property(field.shape, field.name, field.name, naming, { readonly, nullable, immutable }),
      ];
    },
  );
  return {
    type: "object",
    ...(title ? { title } : {}),
    description: kind === "auth" ? "What Fivetran signs in to the source with." : "",
    readonly: false,
    properties: Object.fromEntries(properties),
    ...(required.size > 0 ? { required: [...required] } : {}),
  };
}

/** Schema keys first, then what the form asks for in its order, then by name; what is read-only comes last. */
function inOrder(
  { settable, readonly, required }: ConfigFields,
  order: readonly string[],
): [Field, boolean][] {
  const rank = new Map([...new Set([...required, ...order])].map((name, index) => [name, index]));
  const sorted = settable.toSorted(
    (a, b) => (rank.get(a.name) ?? rank.size) - (rank.get(b.name) ?? rank.size),
  );
  return [
    ...sorted.map((field): [Field, boolean] => [field, false]),
    ...readonly.map((field): [Field, boolean] => [field, true]),
  ];
}

function property(shape: FieldShape, path: string, name: string, naming: Naming, traits: Traits): Property {
  const label = naming(path, name);
  const inner = { readonly: traits.readonly };
  const scalar = shape.kind !== "object" && shape.kind !== "array" && shape.kind !== "boolean";
  return {
    type: shape.kind === "enum" ? "string" : shape.kind,
    title: label.title ?? titleFromField(name),
    description: label.description ?? "",
    ...(label.example === undefined ? {} : { example: label.example }),
    readonly: traits.readonly,
    ...(shape.kind === "enum" ? { enum: shape.options } : {}),
    ...formatOf(name, shape),
    ...(shape.kind === "array" ? { items: item(shape.items, path, naming, inner) } : {}),
    ...(shape.kind === "object" ? { properties: children(shape.fields, path, naming, inner) } : {}),
    ...(traits.nullable && scalar ? { nullable: true } : {}),
    ...(traits.immutable ? { immutable: true } : {}),
  };
}

/** What answers mask is marked, arrays too: the Terraform provider never compares such a field with what it sent. */
function formatOf(name: string, shape: FieldShape): Pick<Property, "format"> {
  const inner = shape.kind === "array" ? shape.items : shape;
  if (inner.kind === "string" && (isSecret(name, shape) || isSecret(name, inner)))
    return { format: "password" };
  return shape.kind === "string" && shape.format ? { format: shape.format } : {};
}

function item(shape: FieldShape, path: string, naming: Naming, traits: Traits): Property {
  const { title: _, example: __, ...rest } = property(shape, path, "", () => ({}), traits);
  if (shape.kind !== "object") return path.includes(".") ? { ...rest, description: "One value." } : rest;
  return { ...rest, description: "One entry.", properties: children(shape.fields, path, naming, traits) };
}

function children(
  fields: readonly Field[],
  path: string,
  naming: Naming,
  traits: Traits,
): Record<string, Property> {
  return Object.fromEntries(
    fields.map(({ name, shape }) => [name, property(shape, `${path}.${name}`, name, naming, traits)]),
  );
}
