import type { Field } from "@/lib/model/connector/field";

/** A field for a name of the request itself, which no metadata describes. Null takes such a choice back. */
export function requestField(
  name: string,
  more: Pick<Field, "label" | "help"> & Partial<Pick<Field, "kind" | "options" | "nullable">>,
): Field {
  return {
    name,
    part: "request",
    path: `request.${name}`,
    kind: "text",
    example: null,
    unit: null,
    secret: false,
    format: null,
    options: [],
    item: null,
    fields: [],
    readonly: false,
    immutable: false,
    nullable: true,
    required: false,
    needed: false,
    standing: null,
    retired: false,
    ...more,
  };
}
