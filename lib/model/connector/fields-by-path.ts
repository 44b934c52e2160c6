import type { Field } from "@/lib/model/connector/field";

/** The fields and all that is inside them, by path. */
export function fieldsByPath(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>();
  const add = (field: Field) => {
    found.set(field.path, field);
    field.fields.forEach(add);
  };
  fields.forEach(add);
  return found;
}
