/** What is left of a name that people still call the same: no case, no marks, no plural. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<=.{3})s$/, "");

/**
 * In how many letters two names differ: put in, left out, another or two that changed places. More than `most` is told
 * as `most + 1`.
 */
export function nameDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let start = 0;
  let ends = 0;
  const shorter = Math.min(one.length, other.length);
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  while (
    ends < shorter - start &&
    one.charCodeAt(one.length - 1 - ends) === other.charCodeAt(other.length - 1 - ends)
  )
    ends++;
  const width = other.length - start - ends;
  return Math.min(
    between(one.slice(start, one.length - ends), other.slice(start, start + width), most),
    most + 1,
  );
}

/** Rows of the table of distances, used again from one pair of names to the next. */
let before = new Uint16Array(64);
let above = new Uint16Array(64);
let row = new Uint16Array(64);

/** The same of what is left between a common beginning and end; only distances up to `most` are reckoned. */
function between(one: string, other: string, most: number): number {
  const width = other.length;
  if (width + 2 > row.length) {
    before = new Uint16Array(width * 2);
    above = new Uint16Array(width * 2);
    row = new Uint16Array(width * 2);
  }
  const far = most + 1;
  for (let j = 0; j <= width; j++) above[j] = Math.min(j, far);
  for (let i = 1; i <= one.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(width, i + most);
    const letter = one.charCodeAt(i - 1);
    let least = from === 1 ? Math.min(i, far) : far;
    row[from - 1] = least;
    for (let j = from; j <= to; j++) {
      const same = letter === other.charCodeAt(j - 1);
      // Beyond the strip around the diagonal everything is too far.
      const up = j < i + most ? (above[j] ?? 0) : far;
      let cost = Math.min(up + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return far;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[width] ?? 0;
}

/** How often a name has each of 32 kinds of letters. */
export type Letters = Uint8Array;

export function lettersOf(name: string): Letters {
  const letters = new Uint8Array(32);
  for (let at = 0; at < name.length; at++) {
    const kind = name.charCodeAt(at) & 31;
    if ((letters[kind] ?? 0) < 255) letters[kind] = (letters[kind] ?? 0) + 1;
  }
  return letters;
}

/** Whether names of these letters can differ in so few: each letter that one of them has more often is a difference. */
export function canBeNear(one: Letters, other: Letters, most: number): boolean {
  let more = 0;
  let less = 0;
  for (let kind = 0; kind < 32; kind++) {
    const off = (one[kind] ?? 0) - (other[kind] ?? 0);
    if (off > 0) more += off;
    else less -= off;
    if (more > most || less > most) return false;
  }
  return true;
}

/** How many letters may differ in a name of that length. */
export const mostOff = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);
