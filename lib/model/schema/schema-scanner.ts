import { AppError } from "@/lib/errors";
import { ItemFields, otherForm } from "@/lib/model/schema/item-fields";
import { JsonBytes, MORE, notJson } from "@/lib/model/schema/json-bytes";
import { NamePool } from "@/lib/model/schema/name-pool";
import { ScannedRows } from "@/lib/model/schema/scanned-rows";
import {
  COLUMNS_CONFIG,
  ENABLED,
  HASHED,
  HISTORY_MODE,
  KEY,
  LOCKED,
  type SchemaChangeHandling,
  type SchemaTree,
  STORED,
} from "@/lib/model/schema/schema-tree";
import type { Steps } from "@/lib/model/steps";

type Place = "root" | "data" | "schemas" | "schema" | "tables" | "table" | "columns";
type Next = "start" | "first" | "key" | "value" | "more" | "end";

/** Where a container is opened by the key it stands under. */
const OPENS: Partial<Record<Place, { key: string; place: Place }>> = {
  root: { key: "data", place: "data" },
  data: { key: "schemas", place: "schemas" },
  schema: { key: "tables", place: "tables" },
  table: { key: "columns", place: "columns" },
};

/**
 * Turns the bytes of Fivetran's answer of a schema config into a SchemaTree as they arrive, without ever holding the
 * answer: whatever JSON.parse takes is taken, in any order and cut anywhere. Unknown fields are passed over; what is
 * absent or null counts as false or empty. @throws AppError `upstream` from `push` and `finish`
 */
export class SchemaScanner {
  readonly #json = new JsonBytes();
  readonly #pool = new NamePool();
  readonly #rows = new ScannedRows();
  readonly #schema = new ItemFields(this.#json, this.#pool);
  readonly #table = new ItemFields(this.#json, this.#pool);
  readonly #column = new ItemFields(this.#json, this.#pool);
  readonly #stack: Place[] = [];
  #next: Next = "start";
  #at = 0;
  /** The key that was read last: its bytes until its value is read, its number where it is a name. */
  #key = { from: 0, to: 0, number: 0 };
  #schemaName = 0;
  #tableName = 0;
  #firstTable = 0;
  #firstColumn = 0;
  #handling: string | null = null;
  #hasData = false;
  /** Length of the answer so far. */
  bytes = 0;
  /** Of the envelope; empty where there was none. */
  code = "";
  message = "";

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.#json.extend(this.#at, chunk);
    this.#at = 0;
    while (this.#step());
  }

  /** The tree of an answer that has come to its end. */
  *finish(): Steps<SchemaTree> {
    if (this.bytes === 0) throw new AppError("upstream", `Fivetran's answer was empty. ${STAYS}`);
    if (this.#next !== "end") throw new AppError("upstream", `Fivetran's answer was cut off. ${STAYS}`);
    if (!this.#hasData) throw otherForm("it holds no data");
    if (this.#handling === null) throw otherForm("schema_change_handling is missing");
    return yield* this.#rows.tree(this.#handling as SchemaChangeHandling, this.#pool);
  }

  /** Goes one token on; false where the bytes do not reach. */
  #step(): boolean {
    const json = this.#json;
    const at = json.space(this.#at);
    if (at >= json.end) {
      this.#at = at;
      return false;
    }
    const byte = json.buffer[at] as number;
    switch (this.#next) {
      case "start":
        if (byte !== 0x7b) throw notJson();
        this.#open("root", at);
        return true;
      case "first":
        if (byte === 0x7d) return this.#close(at);
        return this.#readKey(at);
      case "key":
        return this.#readKey(at);
      case "value":
        return this.#readValue(at, byte);
      case "more":
        if (byte === 0x7d) return this.#close(at);
        if (byte !== 0x2c) throw notJson();
        this.#at = at + 1;
        this.#next = "key";
        return true;
      default:
        throw notJson();
    }
  }

  /** Reads a key together with its colon and the first place of its value, so that its bytes stay at hand. */
  #readKey(at: number): boolean {
    const json = this.#json;
    this.#at = at;
    const ended = json.string(at);
    if (ended === MORE) return false;
    const place = this.#stack.at(-1);
    const named = place === "schemas" || place === "tables" || place === "columns";
    const { plain, hash } = json;
    const value = json.colon(ended);
    if (value === MORE) return false;
    json.plain = plain;
    json.hash = hash;
    // A known field that is spelled with escapes is a known field all the same.
    if (!named && !plain) throw otherForm("a field's name is escaped");
    this.#key = { from: at + 1, to: ended - 1, number: named ? this.#pool.of(json, at, ended) : 0 };
    this.#next = "value";
    return this.#readValue(value, json.buffer[value] as number, at);
  }

  #readValue(at: number, byte: number, keyAt = at): boolean {
    const place = this.#stack.at(-1) as Place;
    const ended = this.#value(place, at, byte);
    if (ended === OPENED) return true;
    if (ended === MORE) {
      // Read again from the key, whose bytes must not be dropped before its value is there.
      this.#at = keyAt;
      this.#next = "key";
      return false;
    }
    this.#at = ended;
    this.#next = "more";
    return true;
  }

  #value(place: Place, at: number, byte: number): number {
    const json = this.#json;
    if (place === "columns") return this.#readColumn(at);
    if (place === "schemas" || place === "tables") {
      if (byte !== 0x7b) throw otherForm("an item is not an object");
      if (place === "schemas") this.#beginSchema();
      else this.#beginTable();
      return this.#open(place === "schemas" ? "schema" : "table", at);
    }
    const opens = OPENS[place];
    if (opens && this.#isKey(opens.key)) {
      if (byte === 0x6e) return json.literal(at);
      if (byte !== 0x7b) throw otherForm(`${opens.key} is not an object`);
      if (opens.place === "data") this.#hasData = true;
      return this.#open(opens.place, at);
    }
    if (place === "schema") return this.#schema.field(this.#key.from, this.#key.to, at);
    if (place === "table") return this.#table.field(this.#key.from, this.#key.to, at);
    return this.#readHead(place, at, byte);
  }

  #readHead(place: "root" | "data", at: number, byte: number): number {
    const json = this.#json;
    const ended = json.value(at);
    if (ended === MORE || byte !== 0x22) return ended;
    if (place === "data" && this.#isKey("schema_change_handling")) this.#handling = json.text(at, ended);
    if (place === "root" && this.#isKey("code")) this.code = json.text(at, ended);
    if (place === "root" && this.#isKey("message")) this.message = json.text(at, ended);
    return ended;
  }

  #readColumn(at: number): number {
    const column = this.#column;
    column.clear();
    const ended = column.object(at);
    if (ended === MORE) return MORE;
    const lock = column.allowed ? 0 : this.#rows.lock(column.reason_code, column.reason);
    const flags =
      STORED |
      (column.enabled ? ENABLED : 0) |
      (column.hashed ? HASHED : 0) |
      (column.is_primary_key ? KEY : 0) |
      (lock > 0 ? LOCKED : 0);
    this.#rows.column(this.#key.number, column.destination, flags, lock);
    return ended;
  }

  #beginSchema(): void {
    this.#schema.clear();
    this.#schemaName = this.#key.number;
    this.#firstTable = this.#rows.tables;
  }

  #beginTable(): void {
    this.#table.clear();
    this.#tableName = this.#key.number;
    this.#firstColumn = this.#rows.columns;
  }

  #open(place: Place, at: number): typeof OPENED {
    this.#stack.push(place);
    this.#at = at + 1;
    this.#next = "first";
    return OPENED;
  }

  #close(at: number): true {
    const place = this.#stack.pop();
    if (place === "schema") {
      const { destination, enabled } = this.#schema;
      this.#rows.schema(this.#schemaName, destination, enabled ? ENABLED : 0, this.#firstTable);
    } else if (place === "table") {
      this.#endTable();
    }
    this.#at = at + 1;
    this.#next = this.#stack.length === 0 ? "end" : "more";
    return true;
  }

  #endTable(): void {
    const table = this.#table;
    const lock = table.allowed ? 0 : this.#rows.lock(table.reason_code, table.reason);
    const flags =
      (table.enabled ? ENABLED : 0) |
      (lock > 0 ? LOCKED : 0) |
      (table.supports_columns_config ? COLUMNS_CONFIG : 0) |
      (table.supports_history_mode ? HISTORY_MODE : 0);
    const mode = this.#rows.mode(table.sync_mode);
    this.#rows.table(this.#tableName, table.destination, flags, lock, this.#firstColumn, mode);
  }

  #isKey(name: string): boolean {
    const word = WORDS.get(name) as Uint8Array;
    return this.#key.to - this.#key.from === word.length && this.#json.spells(this.#key.from, word);
  }
}

const OPENED = -2;
const STAYS = "What was read before stays as it is.";
const WORDS = new Map(
  ["data", "schemas", "tables", "columns", "schema_change_handling", "code", "message"].map((text) => [
    text,
    new TextEncoder().encode(text),
  ]),
);
