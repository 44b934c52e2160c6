import { ChangeList } from "@/lib/model/schema/change-list";
import { editable, isDeleted, takesColumns } from "@/lib/model/schema/editable";
import { columnUnder, unknownColumnUnder } from "@/lib/model/schema/effective";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { SchemaChanges, SchemaPath } from "@/lib/model/schema/schema-changes";
import {
  columnName,
  columnsOf,
  ENABLED,
  HASHED,
  isComplete,
  KEY,
  LOCKED,
  type SchemaTree,
  STORED,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

/** What brings one connection's schema config to the choices made on another's. */
export interface SchemaCarry {
  /** From the values of the one. */
  changes: SchemaChanges;
  /** How many schemas, tables and chosen columns of the other the one has not; the first of them by name. */
  missing: number;
  missing_items: SchemaPath[];
  /** Choices that Fivetran does not let be made here. */
  locked: number;
  /** Tables whose columns are chosen and not all known here: Fivetran refuses a column that is not there. */
  unread: [schema: string, table: string][];
}

/** The names of the two connections, which types without schemas of their own use for their only schema. */
export interface CarryNames {
  from: string;
  to: string;
}

const LISTED = 100;

/**
 * The changes of `to` that make the choices of `from`: its policy, what is on and off, modes, keys and hashes, matched
 * by the names of the source. What `from` does not know is treated as its policy treats what is new; a column that is
 * hashed here already stays hashed.
 */
export function carryChoices(from: SchemaTree, to: SchemaTree, names: CarryNames): SchemaCarry {
  return new Carrying(from, to).carry(names);
}

class Carrying {
  readonly #list = new ChangeList();
  readonly #missing: SchemaPath[] = [];
  readonly #unread: [string, string][] = [];
  #missed = 0;
  #locked = 0;

  constructor(
    private readonly from: SchemaTree,
    private readonly to: SchemaTree,
  ) {}

  carry(names: CarryNames): SchemaCarry {
    const { from, to } = this;
    if (from.schema_change_handling !== to.schema_change_handling) {
      this.#list.set([], "schema_change_handling", [to.schema_change_handling, from.schema_change_handling]);
    }
    const counterpart = counterparts(from, to, names);
    const known = new Set<number>();
    for (let schema = 0; schema < schemaCount(from); schema += 1) {
      const here = counterpart(schema);
      if (here < 0) this.#miss([schemaName(from, schema)]);
      else this.#schema(schema, here);
      known.add(here);
    }
    for (let schema = 0; schema < schemaCount(to); schema += 1)
      if (!known.has(schema)) this.#newSchema(schema);
    return {
      changes: this.#list.changes(),
      missing: this.#missed,
      missing_items: this.#missing,
      locked: this.#locked,
      unread: this.#unread,
    };
  }

  #schema(there: number, here: number): void {
    const { from, to } = this;
    const name = schemaName(to, here);
    this.#flag([name], to.schemas.flags[here], ((from.schemas.flags[there] ?? 0) & ENABLED) !== 0, null);
    const known = new Set<number>();
    const [first, end] = tablesOf(from, there);
    for (let table = first; table < end; table += 1) {
      const match = findTable(to, here, tableName(from, table));
      known.add(match);
      if (isDeleted(from, table)) continue;
      if (match < 0) this.#miss([name, tableName(from, table)]);
      else this.#table(name, table, match);
    }
    const [start, last] = tablesOf(to, here);
    for (let table = start; table < last; table += 1) if (!known.has(table)) this.#newTable(name, table);
  }

  #table(schema: string, there: number, here: number): void {
    const { from, to } = this;
    if (isDeleted(to, here)) return;
    const path = [schema, tableName(to, here)] as const;
    this.#flag(path, to.tables.flags[here], ((from.tables.flags[there] ?? 0) & ENABLED) !== 0, here);
    const mode = from.modes[from.tables.mode[there] ?? 0] ?? "";
    const own = to.modes[to.tables.mode[here] ?? 0] ?? "";
    if (mode !== "" && own !== "" && mode !== own) {
      if (editable(to, "table", here, "sync_mode", mode) === "yes") {
        this.#list.set(path, "sync_mode", [own, mode]);
      } else this.#locked += 1;
    }
    this.#columns(path, there, here);
  }

  /** Only what somebody set stands in the config; all else follows the policy on both sides. */
  #columns(path: readonly [string, string], there: number, here: number): void {
    const { from, to } = this;
    const [first, end] = columnsOf(from, there);
    const find = columnFinder(to, here, end - first);
    let unknown = false;
    for (let column = first; column < end; column += 1) {
      const flags = from.columns.flags[column] ?? 0;
      if ((flags & STORED) === 0 || (flags & LOCKED) !== 0) continue;
      const name = columnName(from, column);
      const match = find(name);
      if (match < 0 && isComplete(to, here)) this.#miss([...path, name]);
      else if (!takesColumns(to, here)) this.#locked += 1;
      else if (match < 0) {
        unknown = true;
        this.#unknownColumn([...path, name], flags, here);
      } else this.#column([...path, name], flags, here, match);
    }
    if (unknown) this.#unread.push([...path]);
  }

  #column(path: SchemaPath, flags: number, table: number, column: number): void {
    const { from, to } = this;
    const own = to.columns.flags[column] ?? 0;
    const follows = columnUnder(to, table, own, from.schema_change_handling);
    const wanted = [
      ((flags & ENABLED) !== 0) !== follows,
      (flags & HASHED) !== 0 && (own & HASHED) === 0,
      (flags & KEY) !== (own & KEY),
    ];
    if (!wanted.includes(true)) return;
    if (editable(to, "column", column, "enabled", true, table) !== "yes") {
      this.#locked += 1;
      return;
    }
    if (wanted[0]) this.#list.set(path, "enabled", [(own & ENABLED) !== 0, (flags & ENABLED) !== 0]);
    if (wanted[1]) this.#list.set(path, "hashed", [false, true]);
    if (wanted[2]) this.#list.set(path, "is_primary_key", [(own & KEY) !== 0, (flags & KEY) !== 0]);
  }

  #unknownColumn(path: SchemaPath, flags: number, table: number): void {
    const { from, to } = this;
    const on = (flags & ENABLED) !== 0;
    const follows = unknownColumnUnder(to, table, from.schema_change_handling);
    const is = unknownColumnUnder(to, table, to.schema_change_handling);
    if (on !== follows) this.#list.set(path, "enabled", [is, on]);
    if ((flags & HASHED) !== 0) this.#list.set(path, "hashed", [false, true]);
    if ((flags & KEY) !== 0) this.#list.set(path, "is_primary_key", [false, true]);
  }

  #newSchema(schema: number): void {
    this.#flag([schemaName(this.to, schema)], this.to.schemas.flags[schema], this.#takesNew(), null);
  }

  #newTable(schema: string, table: number): void {
    if (isDeleted(this.to, table)) return;
    this.#flag([schema, tableName(this.to, table)], this.to.tables.flags[table], this.#takesNew(), table);
  }

  /** Whether what is new is added enabled under the policy that is carried over (API notes, section 6.3). */
  #takesNew(): boolean {
    return this.from.schema_change_handling === "ALLOW_ALL";
  }

  #flag(path: SchemaPath, flags: number | undefined, wanted: boolean, table: number | null): void {
    const on = ((flags ?? 0) & ENABLED) !== 0;
    if (on === wanted) return;
    if (table !== null && editable(this.to, "table", table, "enabled", wanted) !== "yes") this.#locked += 1;
    else this.#list.set(path, "enabled", [on, wanted]);
  }

  #miss(path: SchemaPath): void {
    this.#missed += 1;
    if (this.#missing.length < LISTED) this.#missing.push(path);
  }
}

/** The place in `to` of a schema of `from`: of the same name, of the connection's own name, or the only one. */
function counterparts(from: SchemaTree, to: SchemaTree, names: CarryNames): (schema: number) => number {
  const single = schemaCount(from) === 1 && schemaCount(to) === 1;
  return (schema) => {
    const name = schemaName(from, schema);
    const same = findSchema(to, name);
    if (same >= 0) return same;
    if (single) return 0;
    return name === names.from ? findSchema(to, names.to) : -1;
  };
}
