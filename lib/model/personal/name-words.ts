const FOLDED: Record<string, string> = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d", ı: "i" };
const SHORT_AT_AN_END = new Set(["ip", "id", "nr", "no", "is"]);
const SHORTEST_PIECE = 3;
const LONGEST_WORD = 60;
const MOST_WORDS = 24;

/** Lower case, without accents. */
export const foldWord = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßłøæœđı]/gu, (letter) => FOLDED[letter] ?? letter);

/**
 * The words of a column's or table's name: snake, camel and kebab case and digits taken apart, and words written
 * together where all of it is made of known ones ("homephone", "customerfirstname", "lieferadresse").
 */
const PLAIN = /^[ -~]*$/;
const PLAIN_WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;

const anyWords = (name: string): string[] => {
  const apart = name
    .replace(/(\p{Ll}\p{M}*)(?=\p{Lu})/gu, "$1 ")
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 ")
    .replace(/(\p{L}\p{M}*)(?=\d)|(\d)(?=\p{L})/gu, "$1$2 ");
  return foldWord(apart)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
};

const taken = new Map<string, readonly string[]>();
const MOST_TAKEN = 20_000;

/** As below, each word once. */
function piecesOf(word: string, isKnown: (word: string) => boolean): readonly string[] {
  let known = taken.get(word);
  if (!known) {
    if (taken.size >= MOST_TAKEN) taken.clear();
    known = pieces(word, isKnown);
    taken.set(word, known);
  }
  return known;
}

export function nameWords(name: string, isKnown: (word: string) => boolean): string[] {
  const words: string[] = [];
  for (const word of PLAIN.test(name) ? (name.match(PLAIN_WORD) ?? []) : anyWords(name)) {
    words.push(...piecesOf(word.toLowerCase(), isKnown));
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

/** The fewest known words that make up the whole of one; itself where there are none. */
function pieces(word: string, isKnown: (word: string) => boolean): string[] {
  const { length } = word;
  if (length < 5 || length > LONGEST_WORD || isKnown(word)) return [word];
  /** For each place: how many pieces lead there, and where the last one began. */
  const count = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Array<number>(length + 1).fill(0);
  count[0] = 0;
  for (let start = 0; start < length - 1; start++) {
    const next = (count[start] ?? 0) + 1;
    if (next === Number.POSITIVE_INFINITY) continue;
    for (let end = start + 2; end <= length; end++) {
      if (next >= (count[end] ?? 0)) continue;
      const piece = word.slice(start, end);
      const short = end - start < SHORTEST_PIECE;
      if (short && !((start === 0 || end === length) && SHORT_AT_AN_END.has(piece))) continue;
      if (!isKnown(piece)) continue;
      count[end] = next;
      from[end] = start;
    }
  }
  if (count[length] === Number.POSITIVE_INFINITY) return [word];
  const found: string[] = [];
  for (let end = length; end > 0; end = from[end] ?? 0) found.unshift(word.slice(from[end] ?? 0, end));
  return found;
}
