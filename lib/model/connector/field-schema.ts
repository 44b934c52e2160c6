import type { Field } from "@/lib/model/connector/field";
import { jsonFault } from "@/lib/model/connector/json-fault";
import { linesFault } from "@/lib/model/connector/lines-fault";
import { managerFault } from "@/lib/model/connector/secrets-manager";
import { isBlank } from "@/lib/model/connector/typed-value";
import { z } from "@/lib/zod";

const made = new WeakMap<Field, z.ZodType>();

/** What may be typed in a field, as a zod schema; empty is always fine. The messages never repeat the value. */
export function fieldSchema(field: Field): z.ZodType {
  const found = made.get(field) ?? makeSchema(field);
  made.set(field, found);
  return found;
}

function makeSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case "boolean":
      return z.preprocess(blankAsNull, z.boolean("Choose yes or no.").nullable());
    case "list":
      return z.preprocess(
        (value) => value ?? [],
        z.array(field.item ? fieldSchema(field.item) : z.unknown(), "This must be a list."),
      );
    case "objects":
      return z.preprocess((value) => value ?? [], z.array(objectSchema(field), "This must be a list."));
    case "object":
      return z.preprocess((value) => value ?? {}, objectSchema(field));
    case "json":
      return z
        .unknown()
        .superRefine((value, context) =>
          report(context, typeof value === "string" ? jsonFault(value) : null),
        );
    default:
      return z.preprocess(
        asText,
        z.string("This must be a text.").superRefine((text, context) => {
          report(context, isBlank(text) ? null : textFault(field, text));
        }),
      );
  }
}

function objectSchema(field: Field): z.ZodType {
  const shape = field.fields
    .filter((inner) => !inner.readonly)
    .map((inner) => [inner.name, fieldSchema(inner)]);
  return z.looseObject(Object.fromEntries(shape), "This must be an object.").superRefine((value, context) => {
    if (isBlank(value)) return;
    for (const inner of field.fields) {
      if (inner.required && !inner.readonly && isBlank(value[inner.name]))
        context.addIssue({ code: "custom", path: [inner.name], message: `${inner.label} is needed.` });
    }
  });
}

function textFault(field: Field, text: string): string | null {
  const { kind, options } = field;
  const trimmed = text.trim();
  switch (kind) {
    case "integer":
      if (!/^[+-]?\d+$/.test(trimmed)) return "This must be a whole number.";
      return Math.abs(Number(trimmed)) <= 2_147_483_647
        ? portFault(field.name, Number(trimmed))
        : "This number is too large: 2147483647 is the most.";
    case "number":
      return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? null : "This must be a number.";
    case "enum":
      return options.some(({ value }) => value === text)
        ? null
        : `Choose one of: ${options.map(({ label }) => label).join(", ")}.`;
    case "date_time":
      return Number.isNaN(Date.parse(trimmed))
        ? "This must be a date and time, such as 2026-01-31T08:00:00Z."
        : null;
    case "secret_lines":
      return linesFault(field, trimmed);
    default:
      return trimmed === "******"
        ? "This is the mask that Fivetran shows, not the value."
        : managerFault(field, trimmed);
  }
}

function portFault(name: string, number: number): string | null {
  if (!/(?:^|_)port$/.test(name)) return null;
  return number >= 1 && number <= 65_535 ? null : "A port is a number from 1 to 65535.";
}

function report(context: z.core.$RefinementCtx, message: string | null): void {
  if (message !== null) context.addIssue({ code: "custom", message });
}

function asText(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  return typeof value === "number" ? String(value) : value;
}

function blankAsNull(value: unknown): unknown {
  if (value === "" || value === undefined) return null;
  return value === "true" ? true : value === "false" ? false : value;
}
