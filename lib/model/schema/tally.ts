import { noCounts } from "@/lib/model/schema/change-counts";
import {
  type Draft,
  ENABLED_CHANGES,
  HASHED_CHANGES,
  KEY_CHANGES,
  TO_HASHED,
} from "@/lib/model/schema/draft";
import { columnsOf, schemaCount, tableCount, tablesOf } from "@/lib/model/schema/schema-tree";

/**
 * Figures of a draft that are kept as it changes: an item is taken out before a change of it and put in again after.
 * Asking for one costs nothing, whatever the size.
 */
export class Tally {
  readonly counts = noCounts();
  /** Of each table: its columns that are on, hashed, changed. */
  readonly tableOn: Uint32Array;
  readonly tableHashed: Uint32Array;
  readonly tableChanged: Uint32Array;
  /** Of each schema: its tables that are on, its columns that are hashed, tables and columns that are changed. */
  readonly schemaOn: Uint32Array;
  readonly schemaHashed: Uint32Array;
  readonly schemaChanged: Uint32Array;
  readonly #draft: Draft;

  constructor(draft: Draft, rest?: Tally) {
    this.#draft = draft;
    const { tree } = draft;
    this.tableOn = rest?.tableOn ?? new Uint32Array(tableCount(tree));
    this.tableHashed = rest?.tableHashed ?? new Uint32Array(tableCount(tree));
    this.tableChanged = rest?.tableChanged ?? new Uint32Array(tableCount(tree));
    this.schemaOn = rest?.schemaOn ?? new Uint32Array(schemaCount(tree));
    this.schemaHashed = rest?.schemaHashed ?? new Uint32Array(schemaCount(tree));
    this.schemaChanged = rest?.schemaChanged ?? new Uint32Array(schemaCount(tree));
    if (rest) {
      this.counts = rest.counts;
      return;
    }
    this.policy(1);
    for (let schema = 0; schema < schemaCount(tree); schema += 1) {
      this.schema(schema, 1);
      const [from, to] = tablesOf(tree, schema);
      for (let table = from; table < to; table += 1) this.wholeTable(table, 1);
    }
  }

  policy(sign: 1 | -1): void {
    const { policy, tree } = this.#draft;
    if (policy === null || policy === tree.schema_change_handling) return;
    this.counts.policy += sign;
    this.counts.total += sign;
  }

  schema(schema: number, sign: 1 | -1): void {
    const on = this.#draft.schemaEnabled(schema);
    if (on === this.#draft.schemaWas(schema)) return;
    if (on) this.counts.schemas_enabled += sign;
    else this.counts.schemas_disabled += sign;
    this.counts.total += sign;
  }

  /** The table itself with all that is in it. */
  wholeTable(table: number, sign: 1 | -1): void {
    this.table(table, sign);
    const [from, to] = columnsOf(this.#draft.tree, table);
    for (let column = from; column < to; column += 1) this.column(column, table, sign);
    for (const wish of this.#draft.unknown.get(table)?.values() ?? []) this.unknown(wish, table, sign);
  }

  table(table: number, sign: 1 | -1): void {
    const draft = this.#draft;
    const schema = draft.tree.tables.schema[table] ?? 0;
    const on = draft.tableEnabled(table);
    if (on) add(this.schemaOn, schema, sign);
    const switched = on !== draft.tableWas(table);
    const moved = draft.modeOf(table) !== draft.modeWas(table);
    if (!switched && !moved) return;
    add(this.schemaChanged, schema, sign);
    if (switched && on) this.counts.tables_enabled += sign;
    if (switched && !on) this.counts.tables_disabled += sign;
    if (moved) this.counts.modes += sign;
    this.counts.total += sign * (Number(switched) + Number(moved));
  }

  column(column: number, table: number, sign: 1 | -1): void {
    const draft = this.#draft;
    const on = draft.columnEnabled(column, table);
    if (on) add(this.tableOn, table, sign);
    const hashed = draft.columnHashed(column);
    if (hashed) {
      add(this.tableHashed, table, sign);
      add(this.schemaHashed, draft.tree.tables.schema[table] ?? 0, sign);
    }
    this.#changed(draft.columnChange(column, table), table, on, hashed, sign);
  }

  /** A wish for a column that the tree does not know. */
  unknown(wish: number, table: number, sign: 1 | -1): void {
    const change = this.#draft.unknownChange(wish, table);
    this.#changed(change, table, this.#draft.unknownEnabled(wish, table), (wish & TO_HASHED) !== 0, sign);
  }

  #changed(change: number, table: number, on: boolean, hashed: boolean, sign: 1 | -1): void {
    if (change === 0) return;
    add(this.tableChanged, table, sign);
    add(this.schemaChanged, this.#draft.tree.tables.schema[table] ?? 0, sign);
    if ((change & ENABLED_CHANGES) !== 0) {
      if (on) this.counts.columns_enabled += sign;
      else this.counts.columns_disabled += sign;
      this.counts.total += sign;
    }
    if ((change & HASHED_CHANGES) !== 0) {
      if (hashed) this.counts.hashed += sign;
      else this.counts.unhashed += sign;
      this.counts.total += sign;
    }
    if ((change & KEY_CHANGES) !== 0) {
      this.counts.keys += sign;
      this.counts.total += sign;
    }
  }
}

function add(figures: Uint32Array, at: number, sign: number): void {
  figures[at] = (figures[at] ?? 0) + sign;
}
