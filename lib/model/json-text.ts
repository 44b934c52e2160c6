import type { Steps } from "@/lib/model/steps";

/** So deep are lists and objects gone through: to each table of the changes that stand in an answer. */
const DEPTH = 5;

/** What `JSON.stringify` makes of plain data, piece by piece: an answer of megabytes would hold the event loop. */
export function* jsonText(value: unknown): Steps<string> {
  const pieces: string[] = [];
  yield* write(value, DEPTH, pieces);
  return pieces.join("");
}

function* write(value: unknown, depth: number, pieces: string[]): Steps<void> {
  if (depth === 0 || value === null || typeof value !== "object") {
    pieces.push(JSON.stringify(value) ?? "null");
    yield;
  } else if (Array.isArray(value)) {
    for (const [place, one] of value.entries()) {
      pieces.push(place === 0 ? "[" : ",");
      yield* write(one, depth - 1, pieces);
    }
    pieces.push(value.length === 0 ? "[]" : "]");
  } else {
    let open = "{";
    for (const [key, one] of Object.entries(value)) {
      if (one === undefined) continue;
      pieces.push(open, JSON.stringify(key), ":");
      yield* write(one, depth - 1, pieces);
      open = ",";
    }
    pieces.push(open === "{" ? "{}" : "}");
  }
}
