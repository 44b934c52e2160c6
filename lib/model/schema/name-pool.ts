import type { JsonBytes } from "@/lib/model/schema/json-bytes";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Distinct texts by number, found again by their bytes, so that a name met a thousand times becomes one string once. */
export class NamePool {
  #bytes = new Uint8Array(1 << 16);
  #used = 0;
  #starts = new Uint32Array(1 << 12);
  #hashes = new Int32Array(1 << 12);
  /** Open addressing; a number plus one, 0 for free. */
  #slots = new Uint32Array(1 << 13);
  /** Texts with lone surrogates, which no UTF-8 holds. */
  readonly #odd = new Map<string, number>();
  readonly #oddTexts = new Map<number, string>();
  count = 0;

  constructor() {
    this.place("");
  }

  /** The number of the string that `json` read last, which stands there with its quotes. */
  of(json: JsonBytes, at: number, to: number): number {
    if (json.plain) return this.#place(json.buffer, at + 1, to - 1, json.hash);
    return this.place(json.text(at, to));
  }

  place(text: string): number {
    if (text.isWellFormed()) {
      const bytes = encoder.encode(text);
      let hash = 0x811c9dc5 | 0;
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
      return this.#place(bytes, 0, bytes.length, hash);
    }
    let number = this.#odd.get(text);
    if (number === undefined) {
      number = this.#add(new Uint8Array(), 0, 0, 0);
      this.#odd.set(text, number);
      this.#oddTexts.set(number, text);
    }
    return number;
  }

  #place(source: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) {
        const added = this.#add(source, from, to, hash);
        if (this.count * 2 > this.#slots.length) this.#rehash();
        else this.#slots[slot] = added + 1;
        return added;
      }
      if (this.#hashes[number] === hash && this.#equals(number, source, from, to)) return number;
    }
  }

  #equals(number: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[number] as number;
    const length = (this.#starts[number + 1] as number) - start;
    if (length !== to - from || this.#oddTexts.has(number)) return false;
    const bytes = this.#bytes;
    for (let index = 0; index < length; index += 1) {
      if (bytes[start + index] !== source[from + index]) return false;
    }
    return true;
  }

  #add(source: Uint8Array, from: number, to: number, hash: number): number {
    const number = this.count;
    if (number + 2 > this.#hashes.length) {
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2));
      this.#hashes = grown(this.#hashes, new Int32Array(this.#hashes.length * 2));
    }
    let room = this.#bytes.length;
    while (this.#used + (to - from) > room) room *= 2;
    if (room > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(room));
    this.#bytes.set(source.subarray(from, to), this.#used);
    this.#starts[number] = this.#used;
    this.#used += to - from;
    this.#starts[number + 1] = this.#used;
    this.#hashes[number] = hash;
    this.count += 1;
    return number;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      if (this.#oddTexts.has(number)) continue;
      let slot = (this.#hashes[number] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }

  /** All texts in the order of their numbers. */
  texts(): string[] {
    const text = (number: number) =>
      this.#oddTexts.get(number) ??
      decoder.decode(this.#bytes.subarray(this.#starts[number], this.#starts[number + 1]));
    return Array.from({ length: this.count }, (_, number) => text(number));
  }
}

/** Copies an array into a larger one. */
export function grown<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
