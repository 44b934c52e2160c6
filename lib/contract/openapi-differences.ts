import listed from "@/lib/contract/openapi-differences.json" with { type: "json" };

/** Where Fivetran's wire differs from its OpenAPI document, or we from it, on purpose. */
export interface Difference {
  operation: string;
  /**
   * A JSON pointer: into the document when it begins with /paths, else into the JSON of the answer, where the
   * segment `*` stands for any index or key.
   */
  pointer: string;
  reason: string;
}

export const differences: readonly Difference[] = listed;

/** Whether a place in an answer, as plain JSON pointer, is the one that a listed pointer speaks of. */
export function matchesPointer(pattern: string, place: string): boolean {
  const wanted = pattern.split("/");
  const found = place.split("/");
  return wanted.length === found.length && wanted.every((part, at) => part === "*" || part === found[at]);
}
