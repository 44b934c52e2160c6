import type { Field } from "@/lib/model/connector/field";

/** The words of a value that Fivetran takes by itself: the option's label, on or off, or the text. */
export function standingWords(field: Field): string | null {
  const { standing, options } = field;
  if (standing === null) return null;
  if (typeof standing === "boolean") return standing ? "on" : "off";
  return options.find((option) => option.value === standing)?.label ?? String(standing);
}

/** The label inside a sentence: a first capital that only begins the label goes. */
export function labelInside(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What an item of a list of objects is, by its own texts; secrets stay out. */
export function itemWords(fields: readonly Field[], value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const texts = fields
    .filter((field) => !field.secret)
    .map((field) => (value as Record<string, unknown>)[field.name])
    .filter((text): text is string => typeof text === "string" && text.trim() !== "");
  return texts.slice(0, 2).join(" → ");
}
