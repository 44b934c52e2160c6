export type FieldShape =
  | { readonly kind: "string"; readonly format?: "password" | "date-time" }
  | { readonly kind: "integer" | "number" | "boolean" }
  | { readonly kind: "enum"; readonly options: readonly string[] }
  | { readonly kind: "array"; readonly items: FieldShape }
  | { readonly kind: "object"; readonly fields: readonly Field[] };

/** One named setting of a connector type. An object without fields takes any keys. */
export type Field = { readonly name: string; readonly shape: FieldShape };

/** The field of that name among its siblings; names are compared exactly, so `constructor` finds nothing. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => field.name === name);
}

/**
 * The shape at a dotted path such as `client_access.client_secret`. Array items are entered by the name
 * that follows (`files.table_name`), as every path of the overlay does.
 */
export function shapeAt(fields: readonly Field[], path: string): FieldShape | undefined {
  const [head = "", ...rest] = path.split(".");
  let shape = fieldNamed(fields, head)?.shape;
  for (const name of rest) {
    while (shape?.kind === "array") shape = shape.items;
    shape = shape?.kind === "object" ? fieldNamed(shape.fields, name)?.shape : undefined;
  }
  return shape;
}
