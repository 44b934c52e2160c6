import type { Field, FieldPart } from "@/lib/model/connector/field";

/** An optional field of one line of text where `more` says nothing else, for names that no metadata describes. */
export function plainField(
  part: FieldPart,
  name: string,
  more: Pick<Field, "label"> & Partial<Field>,
): Field {
  return {
    name,
    part,
    path: `${part}.${name}`,
    kind: "text",
    help: "",
    example: null,
    unit: null,
    secret: false,
    format: null,
    options: [],
    item: null,
    fields: [],
    readonly: false,
    immutable: false,
    nullable: false,
    required: false,
    needed: false,
    standing: null,
    retired: false,
    ...more,
  };
}

/** A field for a name of the request itself. Null takes such a choice back. */
export const requestField = (name: string, more: Pick<Field, "label"> & Partial<Field>): Field =>
  plainField("request", name, { nullable: true, ...more });
