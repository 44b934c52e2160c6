import { AppError } from "@/lib/errors";
import { columnLock, editable, tableLock } from "@/lib/model/schema/editable";
import { columnUnder, unknownColumnUnder } from "@/lib/model/schema/effective";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import { type Refusal, refusalOf, unknownRefusal } from "@/lib/model/schema/refusal";
import type {
  Change,
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  SchemaConflict,
  SchemaField,
  SchemaPath,
  TableChange,
} from "@/lib/model/schema/schema-changes";
import {
  ENABLED,
  HASHED,
  isComplete,
  KEY,
  type SchemaChangeHandling,
  type SchemaTree,
} from "@/lib/model/schema/schema-tree";
import { atOnce, type Steps } from "@/lib/model/steps";

/** Changes as they can be made on a tree. */
export interface BoundChanges {
  /** What would really change. */
  changes: SchemaChanges;
  conflicts: SchemaConflict[];
  /** How many fields have the value already, whoever set it. */
  already: number;
}

/**
 * The three-way merge: changes made from one state of a schema config, held against another. A field that still has
 * the value it was changed from is changed; one that has the new value already is left out; any other is a conflict.
 * A column that is not in the config follows the policy, the changes' own included, unless its table's columns are all
 * known: then it is gone. What the changes tell of items having appeared or been deleted is left out.
 * @throws AppError `invalid` for changes that name one item twice, so that no request has one key twice.
 */
export const bindChanges = (tree: SchemaTree, changes: SchemaChanges): BoundChanges =>
  atOnce(bindSteps(tree, changes));

/** The same, table by table. */
export const bindSteps = (tree: SchemaTree, changes: SchemaChanges): Steps<BoundChanges> =>
  new Binding(tree).bind(changes);

type Value = string | boolean;

class Binding {
  readonly #tree: SchemaTree;
  readonly #conflicts: SchemaConflict[] = [];
  #already = 0;
  #policy: SchemaChangeHandling;

  constructor(tree: SchemaTree) {
    this.#tree = tree;
    this.#policy = tree.schema_change_handling;
  }

  *bind(changes: SchemaChanges): Steps<BoundChanges> {
    const handling = this.#field(
      [],
      "schema_change_handling",
      changes.schema_change_handling,
      this.#policy,
      null,
    );
    if (handling) this.#policy = handling[1];
    const schemas: SchemaChange[] = [];
    for (const change of once(changes.schemas)) {
      const bound = yield* this.#schema(change);
      if (bound) schemas.push(bound);
    }
    return {
      changes: { ...(handling && { schema_change_handling: handling }), schemas },
      conflicts: this.#conflicts,
      already: this.#already,
    };
  }

  *#schema(change: SchemaChange): Steps<SchemaChange | null> {
    const schema = findSchema(this.#tree, change.name);
    const path = [change.name] as const;
    if (schema < 0) {
      this.#gone(path, change);
      for (const table of change.tables ?? []) this.#goneTable([change.name, table.name], table);
      return null;
    }
    const was = ((this.#tree.schemas.flags[schema] ?? 0) & ENABLED) !== 0;
    const enabled = this.#field(path, "enabled", change.enabled, was, null);
    const tables: TableChange[] = [];
    for (const table of once(change.tables ?? [])) {
      const bound = this.#table(schema, change.name, table);
      if (bound) tables.push(bound);
      yield;
    }
    if (!enabled && tables.length === 0) return null;
    return { name: change.name, ...(enabled && { enabled }), ...(tables.length > 0 && { tables }) };
  }

  #table(schema: number, schemaName: string, change: TableChange): TableChange | null {
    const tree = this.#tree;
    const path = [schemaName, change.name] as const;
    const table = findTable(tree, schema, change.name);
    if (table < 0) {
      this.#goneTable(path, change);
      return null;
    }
    const refusal = (field: SchemaField, value: Value): Refusal | null => {
      const answer = editable(tree, "table", table, field, value);
      return answer === "yes" ? null : refusalOf(answer, tableLock(tree, table));
    };
    const was = ((tree.tables.flags[table] ?? 0) & ENABLED) !== 0;
    const enabled = this.#field(path, "enabled", change.enabled, was, refusal);
    const mode = tree.modes[tree.tables.mode[table] ?? 0] ?? "";
    const sync_mode = this.#field(path, "sync_mode", change.sync_mode, mode, refusal);
    const columns = change.columns ? this.#columns(table, path, change.columns) : [];
    if (!enabled && !sync_mode && columns.length === 0) return null;
    return {
      name: change.name,
      ...(enabled && { enabled }),
      ...(sync_mode && { sync_mode }),
      ...(columns.length > 0 && { columns }),
    };
  }

  #columns(
    table: number,
    [schemaName, tableName]: readonly [string, string],
    changes: readonly ColumnChange[],
  ): ColumnChange[] {
    const tree = this.#tree;
    const find = columnFinder(tree, table, changes.length);
    const bound: ColumnChange[] = [];
    for (const change of once(changes)) {
      const column = find(change.name);
      const path = [schemaName, tableName, change.name] as const;
      if (column < 0 && isComplete(tree, table)) {
        this.#gone(path, change);
        continue;
      }
      const flags = tree.columns.flags[column] ?? 0;
      const refusal =
        column < 0
          ? () => unknownRefusal(tree, table)
          : (field: SchemaField, value: Value): Refusal | null => {
              const answer = editable(tree, "column", column, field, value, table);
              return answer === "yes" ? null : refusalOf(answer, columnLock(tree, column, table));
            };
      const under = (policy: SchemaChangeHandling) =>
        column < 0 ? unknownColumnUnder(tree, table, policy) : columnUnder(tree, table, flags, policy);
      const is = under(tree.schema_change_handling);
      const was = under(this.#policy);
      const isKey = column < 0 ? (change.is_primary_key?.[0] ?? false) : (flags & KEY) !== 0;
      const flag = this.#columnFlag(path, change.enabled, is, was, refusal);
      const hashed = this.#field(path, "hashed", change.hashed, (flags & HASHED) !== 0, refusal);
      const is_primary_key = this.#field(path, "is_primary_key", change.is_primary_key, isKey, refusal);
      if (!flag && !hashed && !is_primary_key) continue;
      // What is set about a column settles its flag too: see `Draft.columnChange`.
      const enabled = flag ?? (is === was ? undefined : ([is, was] as Change<boolean>));
      if (isWhole(change, enabled, hashed, is_primary_key)) {
        bound.push(change);
        continue;
      }
      bound.push({
        name: change.name,
        ...(enabled && { enabled }),
        ...(hashed && { hashed }),
        ...(is_primary_key && { is_primary_key }),
      });
    }
    return bound;
  }

  /**
   * A column set to what only the new policy would make it, or to what only the old one left it, is set all the same:
   * `is` and `was` are its values without and with the policy that the changes bring.
   */
  #columnFlag(
    path: SchemaPath,
    change: Change<boolean> | undefined,
    is: boolean,
    was: boolean,
    refusal: (field: SchemaField, value: Value) => Refusal | null,
  ): Change<boolean> | undefined {
    if (!change || is === was) return this.#field(path, "enabled", change, is, refusal);
    const [base, mine] = change;
    const refused = refusal("enabled", mine);
    if (!refused && (is === base || is === mine)) return [is, mine];
    this.#conflicts.push({
      path,
      field: "enabled",
      base,
      mine,
      theirs: is,
      ...(refused ?? { why: "changed", reason: "" }),
    });
    return undefined;
  }

  #field<T extends Value>(
    path: SchemaPath,
    field: SchemaField,
    change: Change<T> | undefined,
    theirs: T,
    refusal: ((field: SchemaField, value: Value) => Refusal | null) | null,
  ): Change<T> | undefined {
    if (!change) return undefined;
    const [base, mine] = change;
    if (theirs === mine) {
      this.#already += 1;
      return undefined;
    }
    const refused = refusal?.(field, mine);
    if (!refused && theirs === base) return change;
    this.#conflicts.push({
      path,
      field,
      base,
      mine,
      theirs,
      ...(refused ?? { why: "changed", reason: "" }),
    });
    return undefined;
  }

  #goneTable(path: readonly [string, string], change: TableChange): void {
    this.#gone(path, change);
    for (const column of change.columns ?? []) this.#gone([...path, column.name], column);
  }

  #gone(path: SchemaPath, change: SchemaChange | TableChange | ColumnChange): void {
    for (const field of FIELDS) {
      const values = (change as Partial<Record<SchemaField, Change<Value>>>)[field];
      if (!values) continue;
      const [base, mine] = values;
      this.#conflicts.push({ path, field, base, mine, theirs: null, why: "gone", reason: "" });
    }
  }
}

/** Whether these are all that the change tells, so that it need not be made anew. */
const isWhole = (
  change: ColumnChange,
  enabled: ColumnChange["enabled"],
  hashed: ColumnChange["hashed"],
  is_primary_key: ColumnChange["is_primary_key"],
): boolean =>
  change.seen === undefined &&
  change.enabled === enabled &&
  change.hashed === hashed &&
  change.is_primary_key === is_primary_key;

const FIELDS = ["enabled", "sync_mode", "hashed", "is_primary_key"] as const;

function once<T extends { name: string }>(list: readonly T[]): readonly T[] {
  const names = new Set<string>();
  for (const { name } of list) {
    if (names.has(name)) {
      throw new AppError("invalid", `The changes name ${JSON.stringify(name)} twice. Nothing was sent.`);
    }
    names.add(name);
  }
  return list;
}
