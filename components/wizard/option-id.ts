export const TYPES_ID = "connector-types";

/** The element id of a type in the list, by the key of its line. */
export function optionId(key: string): string {
  return `type-${key.replace(":", "-")}`;
}
