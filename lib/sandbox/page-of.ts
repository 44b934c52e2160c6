import { invalid } from "@/lib/sandbox/reply";

export interface PageQuery {
  cursor?: string;
  limit?: number;
}

/**
 * One page of a list, as Fivetran pages: the cursor is the opaque Base64 of `{"skip":n}`, the last page has none.
 * Throws a refusal for a cursor that is none of ours.
 */
export function pageOf<T, W>(
  items: readonly T[],
  query: PageQuery | undefined,
  toWire: (item: T) => W,
): { items: W[]; next_cursor?: string } {
  const skip = query?.cursor === undefined ? 0 : skipOf(query.cursor);
  const limit = query?.limit ?? 100;
  const page = items.slice(skip, skip + limit).map(toWire);
  const next = skip + limit;
  return next < items.length ? { items: page, next_cursor: cursorOf(next) } : { items: page };
}

function cursorOf(skip: number): string {
  return Buffer.from(JSON.stringify({ skip })).toString("base64url");
}

function skipOf(cursor: string): number {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (typeof read === "object" && read !== null && "skip" in read) {
      const { skip } = read;
      if (typeof skip === "number" && Number.isInteger(skip) && skip >= 0) return skip;
    }
  } catch {
    // Not ours; refused below.
  }
  throw invalid("Invalid cursor");
}
