/** An immutable set of nodes of one tree: a bit each, so that a million selected rows take 125 KB. */
export class NodeSet {
  static readonly empty = new NodeSet(new Uint32Array(0), 0);

  private constructor(
    private readonly words: Uint32Array,
    readonly size: number,
  ) {}

  static of(nodes: Iterable<number>): NodeSet {
    return NodeSet.empty.with(nodes);
  }

  has(node: number): boolean {
    return ((this.words[node >>> 5] ?? 0) & (1 << (node & 31))) !== 0;
  }

  with(nodes: Iterable<number>): NodeSet {
    const list = asList(nodes);
    let words = this.words.slice();
    let { size } = this;
    for (let index = 0; index < list.length; index++) {
      const node = list[index] ?? 0;
      const at = node >>> 5;
      if (at >= words.length) words = grown(words, at + 1);
      const bit = 1 << (node & 31);
      const word = words[at] ?? 0;
      if (word & bit) continue;
      words[at] = word | bit;
      size++;
    }
    return size === this.size ? this : new NodeSet(words, size);
  }

  without(nodes: Iterable<number>): NodeSet {
    const list = asList(nodes);
    const words = this.words.slice();
    let { size } = this;
    for (let index = 0; index < list.length; index++) {
      const node = list[index] ?? 0;
      const bit = 1 << (node & 31);
      const word = words[node >>> 5] ?? 0;
      if (!(word & bit)) continue;
      words[node >>> 5] = word & ~bit;
      size--;
    }
    return size === this.size ? this : new NodeSet(words, size);
  }

  /** In the order of their numbers. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.words.length; at++) {
      let word = this.words[at] ?? 0;
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word);
        yield at * 32 + bit;
        word &= word - 1;
      }
    }
  }
}

/** Twice the room at least, so that adding nodes one after another stays cheap. */
function grown(words: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, words.length * 2));
  larger.set(words);
  return larger;
}

/** A million numbers go by index in a tenth of the time that an iterator takes. */
const asList = (nodes: Iterable<number>): ArrayLike<number> =>
  nodes instanceof Uint32Array || Array.isArray(nodes) ? nodes : [...nodes];
