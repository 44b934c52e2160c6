import type { Draft } from "@/lib/model/schema/draft";
import { isDeleted } from "@/lib/model/schema/editable";
import { columnUnder } from "@/lib/model/schema/effective";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { ENABLED, HASHED, KEY, LOCKED, NEW, type SchemaTree, STORED } from "@/lib/model/schema/schema-tree";

/**
 * `enabled` and `disabled` say whether an item syncs with all above it considered; `personal`: and is neither hashed
 * nor gone from the source.
 */
export const FILTERS = [
  "enabled",
  "disabled",
  "hashed",
  "changed",
  "locked",
  "new",
  "deleted",
  "key",
  "personal",
] as const;

export type Filter = (typeof FILTERS)[number];

/** Which columns look personal, by the label of the column and the place of its table. */
export interface PersonalMarks {
  has(label: number, table: number): boolean;
}

export const filterBit = (filter: Filter): number => 1 << FILTERS.indexOf(filter);

const ON = filterBit("enabled");
const OFF = filterBit("disabled");
const IS_HASHED = filterBit("hashed");
const CHANGED = filterBit("changed");
const IS_LOCKED = filterBit("locked");
const IS_NEW = filterBit("new");
const DELETED = filterBit("deleted");
const IS_KEY = filterBit("key");
const PERSONAL = filterBit("personal");

/** Bits of a column that no draft touches, by its flags; from 256 on those below something that is off. */
const PLAIN = Uint16Array.from({ length: 512 }, (_, at) => plainBits(at & 255, at < 256));

function plainBits(flags: number, above: boolean): number {
  return (
    ((flags & ENABLED) !== 0 && above ? ON : OFF) |
    ((flags & HASHED) !== 0 ? IS_HASHED : 0) |
    ((flags & LOCKED) !== 0 ? IS_LOCKED : 0) |
    ((flags & NEW) !== 0 ? IS_NEW : 0) |
    ((flags & KEY) !== 0 ? IS_KEY : 0)
  );
}

/** Which filters every item passes, as a bit each: made for one pass over a whole tree with its draft. */
export class FilterBits {
  readonly #draft: Draft;
  readonly #tree: SchemaTree;
  readonly #personal: PersonalMarks | null;
  readonly #deletedLocks: Uint8Array;

  constructor(editor: SchemaEditor, personal: PersonalMarks | null) {
    this.#draft = editor.draft;
    this.#tree = editor.tree;
    this.#personal = personal;
    this.#deletedLocks = Uint8Array.from(this.#tree.locks, (lock) => Number(lock.code === "DELETED"));
  }

  schema(schema: number): number {
    const on = this.#draft.schemaEnabled(schema);
    const changed = on !== this.#draft.schemaWas(schema);
    const fresh = ((this.#tree.schemas.flags[schema] ?? 0) & NEW) !== 0;
    return (on ? ON : OFF) | (changed ? CHANGED : 0) | (fresh ? IS_NEW : 0);
  }

  table(table: number): number {
    const draft = this.#draft;
    const flags = this.#tree.tables.flags[table] ?? 0;
    const on = draft.tableEnabled(table);
    const changed = on !== draft.tableWas(table) || draft.modeOf(table) !== draft.modeWas(table);
    return (
      (on && draft.schemaEnabled(this.#tree.tables.schema[table] ?? 0) ? ON : OFF) |
      (changed ? CHANGED : 0) |
      ((flags & LOCKED) !== 0 ? IS_LOCKED : 0) |
      ((flags & NEW) !== 0 ? IS_NEW : 0) |
      (isDeleted(this.#tree, table) ? DELETED : 0)
    );
  }

  /** The columns from one place to before another, all of one table: `to` gets their bits from 0 on. */
  columns(table: number, from: number, end: number, to: Uint16Array): void {
    const draft = this.#draft;
    const { flags, lock, label } = this.#tree.columns;
    const { schema } = this.#tree.tables;
    const above = draft.tableEnabled(table) && draft.schemaEnabled(schema[table] ?? 0);
    const gone = isDeleted(this.#tree, table) ? IS_LOCKED | DELETED : 0;
    const base = above ? 0 : 256;
    const personal = above ? this.#personal : null;
    const { policy } = draft;
    const follows = policy === null ? 0 : ENABLED | STORED | LOCKED;
    const on = policy === null || columnUnder(this.#tree, table, ENABLED, policy) ? ENABLED : 0;
    const off = policy !== null && columnUnder(this.#tree, table, 0, policy) ? ENABLED : 0;
    for (let column = from; column < end; column++) {
      let own = flags[column] ?? 0;
      if ((own & follows) === ENABLED) own ^= ENABLED ^ on;
      else if (follows !== 0 && (own & follows) === 0) own |= off;
      let bits =
        (draft.columns[column] === 0 ? (PLAIN[base | own] ?? 0) : this.#edited(column, table, above)) | gone;
      if (this.#deletedLocks[lock[column] ?? 0]) bits |= DELETED;
      if (personal && (bits & (ON | IS_HASHED | DELETED)) === ON && personal.has(label[column] ?? 0, table))
        bits |= PERSONAL;
      to[column - from] = bits;
    }
  }

  #edited(column: number, table: number, above: boolean): number {
    const draft = this.#draft;
    const flags = this.#tree.columns.flags[column] ?? 0;
    const now =
      (draft.columnEnabled(column, table) ? ENABLED : 0) |
      (draft.columnHashed(column) ? HASHED : 0) |
      (draft.columnKey(column) ? KEY : 0);
    const changed = draft.columnChange(column, table) !== 0;
    return plainBits((flags & (LOCKED | NEW)) | now, above) | (changed ? CHANGED : 0);
  }
}
