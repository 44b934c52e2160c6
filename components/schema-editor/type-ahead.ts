/**
 * The next row, round the end, whose name begins with what was typed; -1 where none does. One letter pressed again
 * and again goes through the names that begin with it.
 */
export function nextByName(
  typed: string,
  from: number,
  count: number,
  nameAt: (row: number) => string | null,
): number {
  const letters = [...typed];
  const same = letters.every((letter) => letter === letters[0]);
  const prefix = (same ? (letters[0] ?? "") : typed).toLowerCase();
  const first = prefix.codePointAt(0) ?? 0;
  const start = same ? from + 1 : from;
  for (let step = 0; step < count; step++) {
    const row = (start + step) % count;
    const name = nameAt(row);
    if (name === null || !mayBegin(name, first)) continue;
    if (name.slice(0, prefix.length).toLowerCase() === prefix) return row;
  }
  return -1;
}

/** Spares most names their lower-case copy: a million rows are gone through at one press. */
function mayBegin(name: string, first: number): boolean {
  const code = name.codePointAt(0) ?? 0;
  return code === first || code > 127 || (code | 32) === first;
}
