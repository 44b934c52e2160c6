import { AppError } from "@/lib/errors";

/** The bytes at hand end before the thing does. */
export const MORE = -1;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LITERALS = new Map([
  [0x74, new TextEncoder().encode("true")],
  [0x66, new TextEncoder().encode("false")],
  [0x6e, new TextEncoder().encode("null")],
]);
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * JSON read in place from the bytes that have come so far. Every method takes where to begin and answers where its
 * piece ended, or MORE where the bytes do not reach; nothing is remembered, so that it can be asked again with more.
 */
export class JsonBytes {
  buffer: Uint8Array = new Uint8Array();
  end = 0;
  /** Of the string that `string` read last: a hash of its bytes, and whether it holds no escapes. */
  hash = 0;
  plain = true;

  /** Takes the bytes that follow; those before `from` are done with. */
  extend(from: number, chunk: Uint8Array): void {
    if (from >= this.end) {
      this.buffer = chunk;
    } else {
      const rest = this.buffer.subarray(from, this.end);
      const both = new Uint8Array(rest.length + chunk.length);
      both.set(rest);
      both.set(chunk, rest.length);
      this.buffer = both;
    }
    this.end = this.buffer.length;
  }

  /** The first place at or after `at` that holds no white space. */
  space(at: number): number {
    const { buffer, end } = this;
    let place = at;
    while (place < end) {
      const byte = buffer[place] as number;
      if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) break;
      place += 1;
    }
    return place;
  }

  string(at: number): number {
    const { buffer, end } = this;
    if (buffer[at] !== QUOTE) throw notJson();
    let hash = 0x811c9dc5 | 0;
    for (let place = at + 1; place < end; place += 1) {
      const byte = buffer[place] as number;
      if (byte === QUOTE) {
        this.hash = hash;
        this.plain = true;
        return place + 1;
      }
      if (byte === BACKSLASH) return this.#escaped(at, place);
      if (byte < 0x20) throw notJson();
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return MORE;
  }

  #escaped(at: number, from: number): number {
    const { buffer, end } = this;
    for (let place = from; place < end; place += 1) {
      const byte = buffer[place] as number;
      if (byte === BACKSLASH) place += 1;
      else if (byte < 0x20) throw notJson();
      else if (byte === QUOTE) {
        this.plain = false;
        this.text(at, place + 1);
        return place + 1;
      }
    }
    return MORE;
  }

  /** The text of the string that stands there, quotes included. */
  text(at: number, to: number): string {
    const source = decoder.decode(this.buffer.subarray(at, to));
    if (this.plain) return source.slice(1, -1);
    try {
      return JSON.parse(source) as string;
    } catch {
      throw notJson();
    }
  }

  /** true, false or null. */
  literal(at: number): number {
    const { buffer, end } = this;
    const word = LITERALS.get(buffer[at] as number);
    if (!word) throw notJson();
    for (let index = 1; index < word.length; index += 1) {
      if (at + index >= end) return MORE;
      if (buffer[at + index] !== word[index]) throw notJson();
    }
    return at + word.length;
  }

  /** Any value, passed over. */
  value(at: number): number {
    const byte = this.buffer[at] as number;
    if (byte === QUOTE) return this.string(at);
    if (byte === 0x7b) return this.#items(at, 0x7d, true);
    if (byte === 0x5b) return this.#items(at, 0x5d, false);
    return LITERALS.has(byte) ? this.literal(at) : this.#number(at);
  }

  #items(at: number, close: number, named: boolean): number {
    let place = this.space(at + 1);
    if (place >= this.end) return MORE;
    if (this.buffer[place] === close) return place + 1;
    for (;;) {
      if (named) {
        place = this.key(place);
        if (place === MORE) return MORE;
      }
      place = this.value(place);
      if (place === MORE) return MORE;
      place = this.space(place);
      if (place >= this.end) return MORE;
      const byte = this.buffer[place];
      if (byte === close) return place + 1;
      if (byte !== 0x2c) throw notJson();
      place = this.space(place + 1);
      if (place >= this.end) return MORE;
    }
  }

  /** A key and its colon, up to the first place of the value. */
  key(at: number): number {
    const ended = this.string(at);
    return ended === MORE ? MORE : this.colon(ended);
  }

  /** The colon after a key, up to the first place of the value. */
  colon(at: number): number {
    let place = this.space(at);
    if (place >= this.end) return MORE;
    if (this.buffer[place] !== 0x3a) throw notJson();
    place = this.space(place + 1);
    return place >= this.end ? MORE : place;
  }

  #number(at: number): number {
    const { buffer, end } = this;
    let place = at;
    while (place < end && isNumeral(buffer[place] as number)) place += 1;
    if (place >= end) return MORE;
    if (!NUMBER.test(decoder.decode(buffer.subarray(at, place)))) throw notJson();
    return place;
  }

  /** Whether these bytes spell that word. */
  spells(from: number, word: Uint8Array): boolean {
    for (let index = 0; index < word.length; index += 1) {
      if (this.buffer[from + index] !== word[index]) return false;
    }
    return true;
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function isNumeral(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || "+-.eE".includes(String.fromCharCode(byte));
}

export function notJson(): AppError {
  return new AppError("upstream", "Fivetran's answer is not JSON. What was read before stays as it is.");
}
