import type { Steps } from "@/lib/model/steps";

/** So deep are lists and objects gone through: to each table of the changes that stand in an answer. */
const DEPTH = 5;

/** Characters that are put together before they become bytes. */
const PIECE = 65_536;

/**
 * What `JSON.stringify` makes of plain data, as UTF-8 in pieces and piece by piece: an answer of megabytes would hold the
 * event loop, and so would one string or buffer as long.
 */
export function* jsonPieces(value: unknown): Steps<Uint8Array[]> {
  const pieces = new Pieces();
  yield* write(value, DEPTH, pieces);
  return pieces.all();
}

class Pieces {
  readonly #done: Uint8Array[] = [];
  #text = "";

  add(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.#cut();
  }

  all(): Uint8Array[] {
    this.#cut();
    return this.#done;
  }

  #cut(): void {
    if (this.#text !== "") this.#done.push(encoder.encode(this.#text));
    this.#text = "";
  }
}

const encoder = new TextEncoder();

function* write(value: unknown, depth: number, pieces: Pieces): Steps<void> {
  if (typeof value === "string" && value.length > PIECE) {
    yield* writeText(value, pieces);
  } else if (depth === 0 || value === null || typeof value !== "object") {
    pieces.add(JSON.stringify(value) ?? "null");
    yield;
  } else if (Array.isArray(value)) {
    for (const [place, one] of value.entries()) {
      pieces.add(place === 0 ? "[" : ",");
      yield* write(one, depth - 1, pieces);
    }
    pieces.add(value.length === 0 ? "[]" : "]");
  } else {
    let open = "{";
    for (const [key, one] of Object.entries(value)) {
      if (one === undefined) continue;
      pieces.add(`${open}${JSON.stringify(key)}:`);
      yield* write(one, depth - 1, pieces);
      open = ",";
    }
    pieces.add(open === "{" ? "{}" : "}");
  }
}

function* writeText(text: string, pieces: Pieces): Steps<void> {
  pieces.add('"');
  for (let from = 0; from < text.length; ) {
    // Two halves of a character stay together: each by itself would be escaped.
    const to = from + PIECE + (isPair(text, from + PIECE - 1) ? 1 : 0);
    pieces.add(JSON.stringify(text.slice(from, to)).slice(1, -1));
    from = to;
    yield;
  }
  pieces.add('"');
}

/** Whether the two units from there on are one character. */
const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
