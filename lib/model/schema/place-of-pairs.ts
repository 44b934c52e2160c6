/** Distinct pairs of numbers, each pair at one place; a number paired with itself is found at once. */
export class PlaceOfPairs {
  readonly first: number[] = [];
  readonly second: number[] = [];
  readonly #twins: number[] = [];
  readonly #others = new Map<number, Map<number, number>>();

  place(first: number, second: number): number {
    if (first === second) {
      this.#twins[first] ??= this.#add(first, second);
      return this.#twins[first];
    }
    let own = this.#others.get(first);
    if (!own) {
      own = new Map();
      this.#others.set(first, own);
    }
    let place = own.get(second);
    if (place === undefined) {
      place = this.#add(first, second);
      own.set(second, place);
    }
    return place;
  }

  #add(first: number, second: number): number {
    this.second.push(second);
    return this.first.push(first) - 1;
  }
}
