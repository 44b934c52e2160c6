import { JsonBytes, MORE, notJson } from "@/lib/model/schema/json-bytes";
import type { Steps } from "@/lib/model/steps";

/** Bytes that are parsed in one step. */
const PIECE = 65_536;

const decoder = new TextDecoder();

/**
 * What `JSON.parse` makes of these bytes, piece by piece: a body of megabytes would hold the event loop.
 * @throws SyntaxError
 */
export function* parseJson(bytes: Uint8Array): Steps<unknown> {
  if (bytes.length > PIECE) {
    try {
      return yield* new JsonPieces(bytes).whole();
    } catch {
      // JSON.parse says what is wrong with it.
    }
  }
  return JSON.parse(decoder.decode(bytes)) as unknown;
}

/** Lists and objects longer than a piece are gone through, what is in them is parsed by as much as fits one. */
class JsonPieces {
  readonly #json = new JsonBytes();
  readonly #bytes: Uint8Array;
  /** Where the value that was read last ended. */
  #ended = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#json.extend(0, bytes);
  }

  *whole(): Steps<unknown> {
    const value = yield* this.#value(this.#json.space(0));
    if (this.#json.space(this.#ended) < this.#bytes.length) throw notJson();
    return value;
  }

  *#value(at: number): Steps<unknown> {
    const short = this.#within(at, false);
    if (short === MORE && this.#bytes[at] === 0x5b) return yield* this.#list(at);
    if (short === MORE && this.#bytes[at] === 0x7b) return yield* this.#object(at);
    this.#ended = short === MORE ? this.#json.value(at) : short;
    if (this.#ended === MORE) throw notJson();
    return JSON.parse(this.#text(at, this.#ended));
  }

  *#list(at: number): Steps<unknown[]> {
    const list: unknown[] = [];
    const add = (text: string) => {
      for (const value of JSON.parse(`[${text}]`)) list.push(value);
    };
    yield* this.#items(at, 0x5d, add, (value) => list.push(value));
    return list;
  }

  *#object(at: number): Steps<Record<string, unknown>> {
    const object: Record<string, unknown> = {};
    // Not by assignment, which `__proto__` would take for something else.
    const set = (key: string, value: unknown) =>
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    const add = (text: string) => {
      for (const [key, value] of Object.entries(JSON.parse(`{${text}}`))) set(key, value);
    };
    yield* this.#items(at, 0x7d, add, (value, key) => set(key, value));
    return object;
  }

  /** @param add takes the text of items that stand beside one another, `one` an item that is longer than a piece */
  *#items(
    at: number,
    close: number,
    add: (text: string) => void,
    one: (value: unknown, key: string) => void,
  ): Steps<void> {
    const named = close === 0x7d;
    let place = this.#json.space(at + 1);
    let from = place;
    let to = place;
    for (let first = true; !(first && this.#bytes[place] === close); first = false) {
      let ended = this.#within(place, named);
      const long = ended === MORE;
      if (long || ended - from > PIECE) {
        if (to > from) add(this.#text(from, to));
        from = place;
        yield;
      }
      if (long) {
        const value = named ? this.#json.key(place) : place;
        const key = named ? String(JSON.parse(this.#text(place, this.#json.string(place)))) : "";
        one(yield* this.#value(value), key);
        ended = this.#ended;
      }
      to = ended;
      place = this.#json.space(ended);
      const byte = this.#bytes[place];
      if (byte === 0x2c) place = this.#json.space(place + 1);
      else if (byte !== close) throw notJson();
      if (long) from = to = place;
      if (byte === close) break;
    }
    if (to > from) add(this.#text(from, to));
    this.#ended = place + 1;
  }

  /** Where the value, or the key and the value, that begins there ends; MORE where a piece does not hold it. */
  #within(at: number, named: boolean): number {
    const json = this.#json;
    json.end = Math.min(this.#bytes.length, at + PIECE);
    const value = named ? json.key(at) : at;
    const ended = value === MORE ? MORE : json.value(value);
    json.end = this.#bytes.length;
    return ended;
  }

  #text(from: number, to: number): string {
    return decoder.decode(this.#bytes.subarray(from, to));
  }
}
