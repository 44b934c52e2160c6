import { PERSONAL_CATEGORIES, type PersonalCategory } from "@/lib/model/personal/personal-category";
import type { Detection } from "@/lib/model/personal/personal-reading";
import { matchesGlob } from "@/lib/model/schema/name-marks";

/** What people add to the detectors and take from them, by names of columns with * and ?, or by table.column. */
export interface PersonalLists {
  add: { pattern: string; category: PersonalCategory }[];
  /** What is added goes first. */
  ignore: string[];
}

/** The lists as they are kept for everyone. */
export interface StoredPersonalLists extends PersonalLists {
  /** Grows with each save; 0 before the first. */
  version: number;
  saved_by: string;
  /** Epoch milliseconds. */
  saved_at: number;
}

/** Of either list. */
export const MOST_ENTRIES = 500;
/** Of a pattern. */
export const MOST_LETTERS = 300;

export const NO_LISTS: PersonalLists = { add: [], ignore: [] };

/** What one entry of the lists says of the columns whose names it fits. */
export interface ListRule {
  /** Glob in lower case. */
  column: string;
  /** Glob in lower case; null for any table. */
  table: string | null;
  /** Null for an entry to ignore. */
  detection: Detection | null;
}

/** The entries in the order in which they count. Case does not. */
export function listRules({ add, ignore }: PersonalLists): ListRule[] {
  return [
    ...add.flatMap(({ pattern, category }) =>
      rulesOf(pattern, {
        category,
        label: PERSONAL_CATEGORIES[category],
        reason: `matches ${pattern} in your list`,
        confidence: "high",
      }),
    ),
    ...ignore.flatMap((pattern) => rulesOf(pattern, null)),
  ];
}

/** A name with a dot is read both ways: as a column's, and as a table's and a column's, parted at the last dot. */
function rulesOf(pattern: string, detection: Detection | null): ListRule[] {
  const glob = pattern.trim().toLowerCase().replace(/\*+/g, "*");
  if (glob === "") return [];
  const dot = glob.lastIndexOf(".");
  const whole: ListRule = { column: glob, table: null, detection };
  if (dot <= 0 || dot === glob.length - 1) return [whole];
  return [whole, { column: glob.slice(dot + 1), table: glob.slice(0, dot), detection }];
}

/** Those that a column's name fits, whatever its table. */
export function rulesFor(rules: readonly ListRule[], column: string): ListRule[] {
  const name = column.toLowerCase();
  return rules.filter((rule) => matchesGlob(name, rule.column));
}

export const isRuleOf = (rule: ListRule, table: string): boolean =>
  rule.table === null || matchesGlob(table.toLowerCase(), rule.table);
