import { AppError } from "@/lib/errors";
import { type JsonBytes, MORE, notJson } from "@/lib/model/schema/json-bytes";
import type { NamePool } from "@/lib/model/schema/name-pool";

const word = (text: string) => new TextEncoder().encode(text);
const NAME_IN_DESTINATION = word("name_in_destination");
const ENABLED_WORD = word("enabled");
const HASHED_WORD = word("hashed");
const PATCH_SETTINGS = word("enabled_patch_settings");
const IS_PRIMARY_KEY = word("is_primary_key");
const SYNC_MODE = word("sync_mode");
const COLUMNS_CONFIG_WORD = word("supports_columns_config");
const HISTORY_MODE_WORD = word("supports_history_mode");
const ALLOWED = word("allowed");
const REASON = word("reason");
const REASON_CODE = word("reason_code");

/** What a schema, a table or a column says of itself, as its fields come. Texts are numbers of the pool. */
export class ItemFields {
  destination = 0;
  enabled = false;
  hashed = false;
  is_primary_key = false;
  sync_mode = 0;
  supports_columns_config = false;
  supports_history_mode = false;
  allowed = true;
  reason_code = 0;
  reason = 0;
  #value = 0;
  #flag = false;

  constructor(
    private readonly json: JsonBytes,
    private readonly pool: NamePool,
  ) {}

  clear(): void {
    this.destination = 0;
    this.enabled = false;
    this.hashed = false;
    this.is_primary_key = false;
    this.sync_mode = 0;
    this.supports_columns_config = false;
    this.supports_history_mode = false;
    this.allowed = true;
    this.reason_code = 0;
    this.reason = 0;
  }

  /** Reads the value at `at` of the field whose key stands between its quotes there. */
  field(from: number, to: number, at: number): number {
    const { json } = this;
    const length = to - from;
    const is = (name: Uint8Array) => length === name.length && json.spells(from, name);
    let ended = MORE;
    if (is(ENABLED_WORD)) {
      ended = this.#boolean(at, "enabled");
      if (ended !== MORE) this.enabled = this.#flag;
    } else if (is(NAME_IN_DESTINATION)) {
      ended = this.#text(at, "name_in_destination");
      if (ended !== MORE) this.destination = this.#value;
    } else if (is(HASHED_WORD)) {
      ended = this.#boolean(at, "hashed");
      if (ended !== MORE) this.hashed = this.#flag;
    } else if (is(PATCH_SETTINGS)) {
      ended = this.#settings(at);
    } else if (is(IS_PRIMARY_KEY)) {
      ended = this.#boolean(at, "is_primary_key");
      if (ended !== MORE) this.is_primary_key = this.#flag;
    } else if (is(SYNC_MODE)) {
      ended = this.#text(at, "sync_mode");
      if (ended !== MORE) this.sync_mode = this.#value;
    } else if (is(COLUMNS_CONFIG_WORD)) {
      ended = this.#boolean(at, "supports_columns_config");
      if (ended !== MORE) this.supports_columns_config = this.#flag;
    } else if (is(HISTORY_MODE_WORD)) {
      ended = this.#boolean(at, "supports_history_mode");
      if (ended !== MORE) this.supports_history_mode = this.#flag;
    } else {
      ended = json.value(at);
    }
    return ended;
  }

  /** Reads a whole column. */
  object(at: number): number {
    return this.#members(at, (from, to, value) => this.field(from, to, value));
  }

  #settings(at: number): number {
    const { json } = this;
    if (json.buffer[at] === 0x6e) return json.literal(at);
    this.allowed = true;
    this.reason = 0;
    this.reason_code = 0;
    return this.#members(at, (from, to, value) => {
      const length = to - from;
      if (length === ALLOWED.length && json.spells(from, ALLOWED)) {
        const ended = this.#boolean(value, "allowed");
        if (ended !== MORE) this.allowed = this.#flag || json.buffer[value] === 0x6e;
        return ended;
      }
      if (length === REASON.length && json.spells(from, REASON)) {
        const ended = this.#text(value, "reason");
        if (ended !== MORE) this.reason = this.#value;
        return ended;
      }
      if (length === REASON_CODE.length && json.spells(from, REASON_CODE)) {
        const ended = this.#text(value, "reason_code");
        if (ended !== MORE) this.reason_code = this.#value;
        return ended;
      }
      return json.value(value);
    });
  }

  #members(at: number, member: (from: number, to: number, value: number) => number): number {
    const { json } = this;
    if (json.buffer[at] !== 0x7b) throw otherForm("an item is not an object");
    let place = json.space(at + 1);
    if (place >= json.end) return MORE;
    if (json.buffer[place] === 0x7d) return place + 1;
    for (;;) {
      const key = json.string(place);
      if (key === MORE) return MORE;
      const value = json.colon(key);
      if (value === MORE) return MORE;
      place = member(place + 1, key - 1, value);
      if (place === MORE) return MORE;
      place = json.space(place);
      if (place >= json.end) return MORE;
      const byte = json.buffer[place];
      if (byte === 0x7d) return place + 1;
      if (byte !== 0x2c) throw notJson();
      place = json.space(place + 1);
      if (place >= json.end) return MORE;
    }
  }

  #boolean(at: number, field: string): number {
    const { json } = this;
    const byte = json.buffer[at];
    if (byte !== 0x74 && byte !== 0x66 && byte !== 0x6e) {
      const ended = json.value(at);
      if (ended === MORE) return MORE;
      throw otherForm(`${field} is not a boolean`);
    }
    this.#flag = byte === 0x74;
    return json.literal(at);
  }

  #text(at: number, field: string): number {
    const { json } = this;
    if (json.buffer[at] === 0x6e) {
      this.#value = 0;
      return json.literal(at);
    }
    if (json.buffer[at] !== 0x22) {
      const ended = json.value(at);
      if (ended === MORE) return MORE;
      throw otherForm(`${field} is not a text`);
    }
    const ended = json.string(at);
    if (ended !== MORE) this.#value = this.pool.of(json, at, ended);
    return ended;
  }
}

export function otherForm(what: string): AppError {
  return new AppError(
    "upstream",
    `Fivetran's answer has an unexpected form: ${what}. What was read before stays as it is.`,
  );
}
