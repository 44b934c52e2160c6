import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field } from "@/lib/model/connector/field";

/**
 * Which choices ask for a field, in words: `when Sign in with is Password`. Null where it does not depend on any.
 * Where several would do, the first is told.
 */
export function shownWhen(form: ConnectorForm, path: string): string | null {
  const outer =
    [...form.by_path.keys()].find((known) => path === known || path.startsWith(`${known}.`)) ?? path;
  const condition = form.conditions.find(({ show }) => show.includes(outer));
  if (!condition) return null;
  const parts = Object.entries(condition.when).flatMap(([asked, values]) => {
    const field = form.by_path.get(asked);
    return field ? [`${field.label} is ${values.map((value) => valueWords(field, value)).join(" or ")}`] : [];
  });
  return parts.length > 0 ? `when ${parts.join(" and ")}` : null;
}

function valueWords(field: Field, value: string | boolean | null): string {
  if (value === null) return "not chosen";
  if (typeof value === "boolean") return value ? "on" : "off";
  return field.options.find((option) => option.value === value)?.label ?? value;
}
