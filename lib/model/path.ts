import { AppError } from "@/lib/errors";

/** `"/a/{x}/b/{y}"` gives `{ x: string; y: string }`. */
export type PathParams<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name | keyof PathParams<Rest>]: string }
  : Record<never, never>;

/** Whether a URL parser would leave this name in a path: it collapses `.` and `..`, also as %2e%2e, and drops nothing. */
export function fitsPath(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !name.includes("\0") && name.isWellFormed();
}

/**
 * Fills a path template, each parameter percent-encoded as one segment.
 * @throws AppError `invalid` for a name that no URL can carry; such tables and columns are edited by
 * name in the body of `PATCH /connections/{id}/schemas` instead.
 */
export function buildPath<P extends string>(template: P, params: PathParams<P>): string {
  const values = new Map(Object.entries<string>(params));
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined || !fitsPath(value)) {
      throw new AppError(
        "invalid",
        `The ${name} ${JSON.stringify(value ?? "")} cannot stand in an address.`,
        {
          facts: { field: name },
        },
      );
    }
    return encodeURIComponent(value);
  });
}
