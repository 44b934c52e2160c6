import type { Seen } from "@/lib/model/schema/change-fields";
import { columnsFollow, columnUnder, unknownColumnUnder } from "@/lib/model/schema/effective";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import type {
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  TableChange,
} from "@/lib/model/schema/schema-changes";
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
import { atOnce, type Steps } from "@/lib/model/steps";

/**
 * What became of a schema config between two looks. Columns that merely became known, or unknown again, are no change;
 * nor are those that nobody set and that follow the policy to where it went, nor the values of what is gone. An item that appeared is told with
 * `enabled` where it came enabled.
 */
export const compareTrees = (before: SchemaTree, after: SchemaTree): SchemaChanges =>
  atOnce(compareSteps(before, after));

/** The same, table by table. */
export function* compareSteps(before: SchemaTree, after: SchemaTree): Steps<SchemaChanges> {
  const schemas: SchemaChange[] = [];
  for (let schema = 0; schema < schemaCount(after); schema += 1) {
    const name = schemaName(after, schema);
    const change = yield* compareSchema(before, after, findSchema(before, name), schema, name);
    if (change) schemas.push(change);
  }
  for (let schema = 0; schema < schemaCount(before); schema += 1) {
    const name = schemaName(before, schema);
    if (findSchema(after, name) < 0) schemas.push({ name, seen: "removed" });
  }
  const from = before.schema_change_handling;
  const to = after.schema_change_handling;
  return from === to ? { schemas } : { schema_change_handling: [from, to], schemas };
}

function* compareSchema(
  before: SchemaTree,
  after: SchemaTree,
  was: number,
  is: number,
  name: string,
): Steps<SchemaChange | null> {
  const enabled = flip(before.schemas.flags[was], after.schemas.flags[is], ENABLED);
  const tables: TableChange[] = [];
  const [from, to] = tablesOf(after, is);
  for (let table = from; table < to; table += 1) {
    const name = tableName(after, table);
    const change = compareTable(before, after, was < 0 ? -1 : findTable(before, was, name), table, name);
    if (change) tables.push(change);
    yield;
  }
  if (was >= 0) {
    const [first, end] = tablesOf(before, was);
    for (let table = first; table < end; table += 1) {
      const name = tableName(before, table);
      if (findTable(after, is, name) < 0) tables.push({ name, seen: "removed" });
    }
  }
  const seen = was < 0 ? ("appeared" as const) : undefined;
  if (!seen && !enabled && tables.length === 0) return null;
  return { name, ...(seen && { seen }), ...(enabled && { enabled }), ...(tables.length > 0 && { tables }) };
}

function compareTable(
  before: SchemaTree,
  after: SchemaTree,
  was: number,
  is: number,
  name: string,
): TableChange | null {
  const enabled = flip(before.tables.flags[was], after.tables.flags[is], ENABLED);
  const seen = seenOf(
    was >= 0,
    isGone(before, before.tables.lock[was]),
    isGone(after, after.tables.lock[is]),
  );
  if (isGone(after, after.tables.lock[is])) return seen ? { name, seen } : null;
  if (was < 0) return { name, ...(seen && { seen }), ...(enabled && { enabled }) };
  const modes = [modeOf(before, was), modeOf(after, is)] as const;
  const sync_mode = modes[0] !== modes[1] ? ([...modes] as [string, string]) : undefined;
  const columns = compareColumns(before, after, was, is);
  if (!seen && !enabled && !sync_mode && columns.length === 0) return null;
  return {
    name,
    ...(seen && { seen }),
    ...(enabled && { enabled }),
    ...(sync_mode && { sync_mode }),
    ...(columns.length > 0 && { columns }),
  };
}

function compareColumns(before: SchemaTree, after: SchemaTree, was: number, is: number): ColumnChange[] {
  const [from, to] = columnsOf(before, was);
  const [first, end] = columnsOf(after, is);
  if (from === to && first === end) return [];
  const left = new Map<string, number>();
  for (let column = from; column < to; column += 1) left.set(columnName(before, column), column);
  const changes: ColumnChange[] = [];
  const policy = after.schema_change_handling;
  for (let column = first; column < end; column += 1) {
    const name = columnName(after, column);
    const flags = after.columns.flags[column] ?? 0;
    const old = left.get(name) ?? -1;
    left.delete(name);
    const gone = isGone(after, after.columns.lock[column]);
    if (old < 0) {
      const change = newlyKnown(before, after, was, name, flags, gone);
      if (change) changes.push(change);
      continue;
    }
    const oldFlags = before.columns.flags[old] ?? 0;
    const seen = seenOf(true, isGone(before, before.columns.lock[old]), gone);
    if (gone) {
      if (seen) changes.push({ name, seen });
      continue;
    }
    const hashed = flip(oldFlags, flags, HASHED);
    const is_primary_key = flip(oldFlags, flags, KEY);
    const follows = columnUnder(before, was, oldFlags, policy);
    const is = (oldFlags & ENABLED) !== 0;
    const settled = is !== follows && (hashed !== undefined || is_primary_key !== undefined);
    const enabled = set(is, settled ? undefined : follows, (flags & ENABLED) !== 0);
    const change = told(name, seen, { enabled, hashed, is_primary_key });
    if (change) changes.push(change);
  }
  for (const [name, column] of left) {
    const change = noLonger(before, after, was, is, name, column);
    if (change) changes.push(change);
  }
  return changes;
}

/**
 * A column that the look before did not tell of. It is new if that look knew all columns of the table, or if it would
 * have told of a locked one that the policy does not explain; else someone set it.
 */
function newlyKnown(
  before: SchemaTree,
  after: SchemaTree,
  was: number,
  name: string,
  flags: number,
  gone: boolean,
): ColumnChange | null {
  const on = (flags & ENABLED) !== 0;
  if (gone) return { name, seen: "deleted" };
  if (isComplete(before, was)) return { name, seen: "appeared", ...(on && { enabled: [false, true] }) };
  if ((flags & STORED) === 0) return null;
  if ((flags & LOCKED) !== 0) {
    const shownBefore = on !== columnsFollow(before.schema_change_handling);
    return shownBefore ? { name, seen: "appeared", ...(on && { enabled: [false, true] }) } : null;
  }
  const is = unknownColumnUnder(before, was, before.schema_change_handling);
  const follows = unknownColumnUnder(before, was, after.schema_change_handling);
  const hashed = flip(0, flags, HASHED);
  return told(name, undefined, {
    enabled: set(is, hashed && is !== follows ? undefined : follows, on),
    hashed,
  });
}

/** A column that this look does not tell of: if it cannot tell of all, the column follows the policy now. */
function noLonger(
  before: SchemaTree,
  after: SchemaTree,
  was: number,
  is: number,
  name: string,
  column: number,
): ColumnChange | null {
  if (isComplete(after, is)) return { name, seen: "removed" };
  const flags = before.columns.flags[column] ?? 0;
  if ((flags & (STORED | LOCKED)) === LOCKED || isGone(before, before.columns.lock[column])) return null;
  const policy = after.schema_change_handling;
  return told(name, undefined, {
    enabled: set((flags & ENABLED) !== 0, columnUnder(before, was, flags, policy), columnsFollow(policy)),
    hashed: flip(flags, 0, HASHED),
  });
}

function told(name: string, seen: Seen | undefined, fields: Omit<ColumnChange, "name">): ColumnChange | null {
  const { enabled, hashed, is_primary_key } = fields;
  if (!seen && !enabled && !hashed && !is_primary_key) return null;
  return {
    name,
    ...(seen && { seen }),
    ...(enabled && { enabled }),
    ...(hashed && { hashed }),
    ...(is_primary_key && { is_primary_key }),
  };
}

function seenOf(was: boolean, wasGone: boolean, isGoneNow: boolean): Seen | undefined {
  if (isGoneNow) return wasGone ? undefined : "deleted";
  if (!was) return "appeared";
  return wasGone ? "returned" : undefined;
}

const isGone = (tree: SchemaTree, lock: number | undefined): boolean =>
  tree.locks[lock ?? 0]?.code === "DELETED";

const modeOf = (tree: SchemaTree, table: number): string => tree.modes[tree.tables.mode[table] ?? 0] ?? "";

const differ = (was: boolean, is: boolean): [boolean, boolean] | undefined =>
  was === is ? undefined : [was, is];

/**
 * The change of a column that was `was` and is `is`; none where the policy alone explains it, as it does not where more
 * about the column was set, which settles its flag.
 */
const set = (was: boolean, follows: boolean | undefined, is: boolean): [boolean, boolean] | undefined =>
  follows === is ? undefined : [was, is];

const flip = (
  was: number | undefined,
  is: number | undefined,
  flag: number,
): [boolean, boolean] | undefined => differ(((was ?? 0) & flag) !== 0, ((is ?? 0) & flag) !== 0);
