import "server-only";
import type { Endpoint } from "@/lib/contract/endpoint";
import { type Operation, operations, rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import { fitsPath } from "@/lib/model/path";

export interface Match {
  operation: Operation;
  row: Endpoint;
  params: Record<string, string>;
}

interface Candidate {
  operation: Operation;
  segments: string[];
}

const candidates: Candidate[] = operations
  .filter((operation) => rowOf(operation).proxied && !rowOf(operation).legacy)
  .map((operation) => ({ operation, segments: rowOf(operation).path.slice(1).split("/") }))
  // A literal segment beats a name: `/schemas/reload` is never a schema called reload.
  .sort((a, b) => names(a) - names(b));

function names({ segments }: Candidate): number {
  return segments.filter(isName).length;
}

function isName(segment: string): boolean {
  return segment.startsWith("{");
}

/**
 * Finds the row for a raw, still encoded path below /api/fivetran, segment by segment, each decoded once.
 * Throws AppError `not_found` or `not_allowed` for what the table does not hold, `invalid` for a segment that is
 * empty, `.`, `..`, holds a NUL or is badly encoded.
 */
export function matchRow(method: string, rawPath: string): Match {
  const segments = rawPath.replace(/^\//, "").split("/");
  const decoded = segments.map(decodeOnce);
  const fitting = candidates.filter((candidate) => fits(candidate, segments));
  const found = fitting.find(({ operation }) => rowOf(operation).method === method);
  if (found) {
    const row = rowOf(found.operation);
    const pairs = found.segments.flatMap((segment, at) =>
      isName(segment) ? [[segment.slice(1, -1), decoded[at] ?? ""]] : [],
    );
    return { operation: found.operation, row, params: Object.fromEntries(pairs) };
  }
  if (fitting.length === 0)
    throw new AppError("not_found", "This address is not one that Headgate passes on.");
  const allowed = [...new Set(fitting.map(({ operation }) => rowOf(operation).method))].join(", ");
  throw new AppError("not_allowed", `${method} is not passed on for this address; it takes ${allowed}.`);
}

function fits(candidate: Candidate, segments: string[]): boolean {
  return (
    candidate.segments.length === segments.length &&
    candidate.segments.every((segment, at) => isName(segment) || segment === segments[at])
  );
}

function decodeOnce(segment: string): string {
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch (cause) {
    throw new AppError("invalid", `The address holds ${segment}, which is not valid percent-encoding.`, {
      cause,
    });
  }
  if (fitsPath(name)) return name;
  throw new AppError(
    "invalid",
    `The name ${JSON.stringify(name)} cannot stand in an address. Nothing was sent.`,
  );
}
