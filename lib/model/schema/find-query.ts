/** What one name is held against. Text and globs ignore case; a glob or an expression is told by what is written. */
export type NameTest =
  | { kind: "text"; text: string }
  | { kind: "glob"; text: string }
  | { kind: "regex"; source: string; flags: string };

/**
 * What is searched. A name of any level matches by one test; a path by two (schema.table, table.column) or three
 * (schema.table.column). As names may hold dots, a text with dots stands for every way of reading it.
 */
export interface Query {
  text: string;
  /** Each has one to three tests. Anything that matches one of them is found. */
  paths: readonly (readonly NameTest[])[];
}

/** With more dots than this a text is read as one name only. */
const MOST_PIECES = 6;

type Piece = string | NameTest;

/**
 * What a text asks for: a part of a name or path, a glob with * and ?, a regular expression between slashes with the
 * flags i and u, or a path that mixes them, as `public.*_tmp` and `customers./e?mail/`. The error is a sentence.
 */
export function parseQuery(text: string): Query | { error: string } {
  const trimmed = text.trim();
  const pieces = piecesOf(trimmed);
  const error = pieces.map(errorOf).find((it) => it !== null);
  if (error) return { error };
  return { text: trimmed, paths: readings(pieces) };
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at <= text.length) {
    const regex = text[at] === "/" ? regexAt(text, at) : null;
    if (regex) {
      pieces.push(regex.test);
      at = regex.end + 1;
      continue;
    }
    const dot = text.indexOf(".", at);
    const end = dot < 0 ? text.length : dot;
    pieces.push(text.slice(at, end));
    at = end + 1;
  }
  return pieces;
}

/** The expression that begins at a slash: up to the first slash, outside of a class, that ends the text or the piece. */
function regexAt(text: string, start: number): { test: NameTest; end: number } | null {
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass && at > start + 1) {
      const flags = /^[a-z]*(?=\.|$)/i.exec(text.slice(at + 1))?.[0];
      if (flags === undefined) continue;
      const test: NameTest = { kind: "regex", source: text.slice(start + 1, at), flags };
      return { test, end: at + 1 + flags.length };
    }
  }
  const source = text.slice(start + 1);
  const whole = /^(.+)\/([iu]*)$/s.exec(source);
  if (!whole) return null;
  return { test: { kind: "regex", source: whole[1] ?? "", flags: whole[2] ?? "" }, end: text.length };
}

function errorOf(piece: Piece): string | null {
  if (typeof piece === "string" || piece.kind !== "regex") return null;
  if (!/^(|i|u|iu|ui)$/.test(piece.flags)) return "After the second slash only i and u can stand.";
  try {
    new RegExp(piece.source, piece.flags);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(": ").at(-1) : "";
    return `This is not a regular expression${reason ? `: ${reason.toLowerCase()}` : ""}.`;
  }
}

/** All ways of reading the pieces as one, two or three names; an expression is always a name of its own. */
function readings(pieces: readonly Piece[]): NameTest[][] {
  const count = pieces.length;
  const found: (NameTest | null)[][] = [[joined(pieces, 0, count)]];
  if (count <= MOST_PIECES) {
    for (let first = 1; first < count; first++) {
      found.push([joined(pieces, 0, first), joined(pieces, first, count)]);
      for (let second = first + 1; second < count; second++) {
        found.push([joined(pieces, 0, first), joined(pieces, first, second), joined(pieces, second, count)]);
      }
    }
  }
  return found.filter((tests): tests is NameTest[] => tests.every((it) => it !== null) && tests.some(asks));
}

function joined(pieces: readonly Piece[], from: number, to: number): NameTest | null {
  const own = pieces.slice(from, to);
  const [first] = own;
  if (own.length === 1 && typeof first === "object") return first;
  if (own.some((piece) => typeof piece === "object")) return null;
  const text = own.join(".").toLowerCase();
  return { kind: /[*?]/.test(text) ? "glob" : "text", text };
}

const asks = (test: NameTest): boolean => test.kind !== "text" || test.text !== "";
