import type { Field } from "@/lib/model/connector/field";

const WHOLE = "sm:col-span-6";
const HALF = "sm:col-span-3";

/** The columns of six that a field takes: an address is wide beside its port, what has parts has the row. */
export function fieldWidth(field: Field): string {
  switch (field.kind) {
    case "secret_lines":
    case "list":
    case "objects":
    case "object":
    case "json":
      return WHOLE;
    case "text":
      return field.name === "host" || field.name.endsWith("_host") ? "sm:col-span-4" : HALF;
    case "integer":
      return field.name === "port" || field.name.endsWith("_port") ? "sm:col-span-2" : HALF;
    default:
      return HALF;
  }
}
