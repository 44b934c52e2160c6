import { type Operation, operations, rowOf } from "@/lib/contract/table";
import { fitsPath } from "@/lib/model/path";

export type RouteMatch =
  | { kind: "found"; operation: Operation; params: Record<string, string> }
  /** The path is known, the verb is not. */
  | { kind: "verb"; allowed: string[] }
  | { kind: "none" };

interface Route {
  operation: Operation;
  method: string;
  segments: string[];
}

const ROUTES: readonly Route[] = operations.map((operation) => {
  const { method, path } = rowOf(operation);
  return { operation, method, segments: path.slice(1).split("/") };
});

/**
 * Finds the operation of a raw path relative to /v1, such as `/connections/a%2Fb`: cut at the slashes first, each
 * segment then decoded once. Names that no URL can carry match nothing. With `aliases` the spellings from before
 * connectors became connections are read as the present ones.
 */
export function matchRoute(method: string, rawPath: string, aliases: boolean): RouteMatch {
  const parts = withWholeHash(rawPath.replace(/\/$/, "").slice(1).split("/")).map(decoded);
  if (parts.some((part) => part === null)) return { kind: "none" };
  const segments = aliases ? renamed(parts as string[]) : (parts as string[]);
  const fitting = ROUTES.filter((route) => fits(route.segments, segments));
  const fixed = (route: Route) => route.segments.filter((segment) => !segment.startsWith("{")).length;
  // `/schemas/tables/resync` is not the schema called "tables".
  const most = Math.max(...fitting.map(fixed));
  const best = fitting.filter((route) => fixed(route) === most);
  const route =
    best.find((candidate) => candidate.method === method) ?? fitting.find((r) => r.method === method);
  if (route) {
    const named = route.segments.flatMap((segment, at): [string, string][] =>
      segment.startsWith("{") ? [[segment.slice(1, -1), segments[at] ?? ""]] : [],
    );
    return { kind: "found", operation: route.operation, params: Object.fromEntries(named) };
  }
  return fitting.length > 0
    ? { kind: "verb", allowed: [...new Set(fitting.map((candidate) => candidate.method))] }
    : { kind: "none" };
}

/** The Go SDK writes a hash into the path as it is, and Base64 has slashes: all that follows is the hash. */
function withWholeHash(raw: readonly string[]): string[] {
  const hashed = /^(?:connections|connectors|destinations)$/.test(raw[0] ?? "") && raw.length > 4;
  if (!hashed || !/^(?:certificates|fingerprints)$/.test(raw[2] ?? "")) return [...raw];
  return [...raw.slice(0, 3), raw.slice(3).join("%2F")];
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => part.startsWith("{") || part === segments[at])
  );
}

function decoded(segment: string): string | null {
  try {
    const name = decodeURIComponent(segment);
    return fitsPath(name) ? name : null;
  } catch {
    return null;
  }
}

function renamed(segments: readonly string[]): string[] {
  const [first, second, third, ...rest] = segments;
  if (first === "connectors") return ["connections", ...segments.slice(1)];
  if (first === "metadata" && second === "connectors")
    return ["metadata", "connector-types", ...segments.slice(2)];
  if (first === "groups" && second !== undefined && third === "connectors" && rest.length === 0) {
    return [first, second, "connections"];
  }
  return [...segments];
}
