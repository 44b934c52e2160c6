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
  return new SeededDice(fnv(words.join("\u0000")));
}

// A class, because dice are made by the ten thousand and closures would be made anew for each.
class SeededDice implements Dice {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  /** From 0 up to but not including 1, by mulberry32. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  roll(sides: number): number {
    return Math.floor(this.#next() * sides);
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(from: readonly T[]): T {
    const item = from[this.roll(from.length)];
    if (item === undefined) throw new RangeError("Nothing to pick from.");
    return item;
  }

  some<T>(from: readonly T[], count: number): T[] {
    const order = from.map((_, index) => ({ index, rank: this.#next() })).sort((a, b) => a.rank - b.rank);
    const chosen = new Set(order.slice(0, count).map(({ index }) => index));
    return from.filter((_, index) => chosen.has(index));
  }
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
