import "server-only";
import type { Endpoint } from "@/lib/contract/endpoint";
import { buildPath, type PathParams } from "@/lib/model/path";

/**
 * Path and query of a call below the base, each name encoded once. An undefined query value is left out.
 * Throws AppError `invalid` for a name that no path can carry.
 */
export function targetOf(row: Endpoint, params: Readonly<Record<string, string>>, query?: unknown): string {
  const path = buildPath(row.path, params as PathParams<string>);
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length > 0 ? `${path}?${pairs.join("&")}` : path;
}
