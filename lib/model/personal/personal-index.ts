import {
  isRuleOf,
  type ListRule,
  listRules,
  NO_LISTS,
  type PersonalLists,
  rulesFor,
} from "@/lib/model/personal/personal-lists";
import { type Detection, detectIn, type Reading, readName } from "@/lib/model/personal/personal-reading";
import { tableContext } from "@/lib/model/personal/table-context";
import { nameAt, type SchemaTree, tableCount, tableName } from "@/lib/model/schema/schema-tree";

/** What the columns of a tree look like. Each distinct name is read once, when it is first asked for. */
export interface PersonalIndex {
  /** `label` is a place in the tree's labels, `table` a place among its tables. */
  of(label: number, table: number): Detection | null;
  has(label: number, table: number): boolean;
  /** Reads names for as long as told, so that answers come at once later; whether all have been read. */
  readFor(milliseconds: number): boolean;
}

interface Known {
  readings: readonly Reading[];
  rules: readonly ListRule[];
}

const NOTHING: Known = { readings: [], rules: [] };
const NAMES_A_LOOK = 200;
const MOST_READ = 200_000;
/** Of the names of all trees, as those of one come back with each change of it. */
const read = new Map<string, readonly Reading[]>();

export function personalIndex(tree: SchemaTree, lists: PersonalLists = NO_LISTS): PersonalIndex {
  const rules = listRules(lists);
  const known: (Known | undefined)[] = new Array(tree.labels.names.length);
  const contexts = new Int16Array(tableCount(tree)).fill(-1);
  const tables = new Map<ListRule, Int8Array>();
  let next = 0;

  const contextOf = (table: number): number => {
    if (contexts[table] === -1) contexts[table] = tableContext(tableName(tree, table));
    return contexts[table] ?? 0;
  };
  const knownOf = (label: number): Known => {
    const name = nameAt(tree, label);
    const readings = readingsOf(name);
    const own = rules.length === 0 ? NOTHING.rules : rulesFor(rules, name);
    return readings.length === 0 && own.length === 0 ? NOTHING : { readings, rules: own };
  };
  const isOf = (rule: ListRule, table: number): boolean => {
    if (rule.table === null) return true;
    let fits = tables.get(rule);
    if (!fits) {
      fits = new Int8Array(tableCount(tree));
      tables.set(rule, fits);
    }
    if (fits[table] === 0) fits[table] = isRuleOf(rule, tableName(tree, table)) ? 1 : -1;
    return fits[table] === 1;
  };
  const of = (label: number, table: number): Detection | null => {
    known[label] ??= knownOf(label);
    const found = known[label];
    if (found === NOTHING) return null;
    for (const rule of found.rules) if (isOf(rule, table)) return rule.detection;
    return found.readings.length === 0 ? null : detectIn(found.readings, contextOf(table));
  };
  return {
    of,
    has: (label, table) => of(label, table) !== null,
    readFor: (milliseconds) => {
      const until = performance.now() + milliseconds;
      while (next < known.length && performance.now() < until)
        for (const end = Math.min(next + NAMES_A_LOOK, known.length); next < end; next++)
          known[next] ??= knownOf(next);
      return next >= known.length;
    },
  };
}

function readingsOf(name: string): readonly Reading[] {
  let known = read.get(name);
  if (!known) {
    if (read.size >= MOST_READ) read.clear();
    const found = readName(name);
    known = found.length === 0 ? NOTHING.readings : found;
    read.set(name, known);
  }
  return known;
}
