/** Chance that always falls the same way for the same words: the seed, a connection id, a name. */
export interface Dice {
  /** An integer from 0 up to but not including `sides`. */
  roll(sides: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `count` different items in the order they have in `from`. */
  some<T>(from: readonly T[], count: number): T[];
}

export function dice(...words: readonly (string | number)[]): Dice {
  let state = fnv(words.join("\u0000"));
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (sides: number) => Math.floor(next() * sides);
  return {
    roll,
    chance: (share) => next() < share,
    pick(from) {
      const item = from[roll(from.length)];
      if (item === undefined) throw new RangeError("Nothing to pick from.");
      return item;
    },
    some(from, count) {
      const order = from.map((_, index) => ({ index, rank: next() })).sort((a, b) => a.rank - b.rank);
      const chosen = new Set(order.slice(0, count).map(({ index }) => index));
      return from.filter((_, index) => chosen.has(index));
    },
  };
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
