/** A name as it was pasted, and its pieces between dots; what is quoted is one piece. */
export interface Pasted {
  name: string;
  pieces: string[];
}

const CLOSING = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["[", "]"],
]);

/**
 * The names in a text, each once: one a line, or with commas, semicolons or tabs between. Quotes of any SQL dialect
 * keep separators and dots in a name; a quote in it is written twice.
 */
export function pastedNames(text: string): Pasted[] {
  const found = new Map<string, Pasted>();
  let pieces: string[] = [];
  let piece = "";
  let quoted = false;
  const endPiece = () => {
    pieces.push(quoted ? piece : piece.trim());
    piece = "";
    quoted = false;
  };
  const endName = () => {
    endPiece();
    const name = pieces.join(".");
    if (name !== "" && !found.has(name)) found.set(name, { name, pieces });
    pieces = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    const closing = piece.trim() === "" && !quoted ? CLOSING.get(char) : undefined;
    const end = closing ? endOfQuote(text, at + 1, closing) : -1;
    if (closing && end >= 0) {
      piece = text.slice(at + 1, end).replaceAll(closing + closing, closing);
      quoted = true;
      at = end;
    } else if (/[\n\r,;\t]/.test(char)) endName();
    else if (char === ".") endPiece();
    else if (!quoted) piece += char;
  }
  endName();
  return [...found.values()];
}

/** Where a quote ends on its line; -1 where it does not. */
function endOfQuote(text: string, from: number, closing: string): number {
  for (let at = from; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] !== closing) continue;
    if (text[at + 1] !== closing) return at;
    at++;
  }
  return -1;
}
