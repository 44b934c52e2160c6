import type { PersonalLists } from "@/lib/model/personal/personal-lists";

/**
 * Puts what was changed from `before` to `mine` into `theirs`, which someone else saved meanwhile. An entry to add is
 * known by its pattern; where both changed one, mine stays.
 */
export function mergeLists(before: PersonalLists, mine: PersonalLists, theirs: PersonalLists): PersonalLists {
  return {
    add: merge(before.add, mine.add, theirs.add, (one) => one.pattern.toLowerCase(), sameCategory),
    ignore: merge(
      before.ignore,
      mine.ignore,
      theirs.ignore,
      (one) => one.toLowerCase(),
      () => true,
    ),
  };
}

const sameCategory = (one: PersonalLists["add"][number], other: PersonalLists["add"][number]) =>
  one.category === other.category;

function merge<T>(
  before: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (entry: T) => string,
  same: (one: T, other: T) => boolean,
): T[] {
  const was = new Map(before.map((entry) => [keyOf(entry), entry]));
  const wanted = new Map(mine.map((entry) => [keyOf(entry), entry]));
  const merged = new Map(theirs.map((entry) => [keyOf(entry), entry]));
  for (const key of was.keys()) if (!wanted.has(key)) merged.delete(key);
  for (const [key, entry] of wanted) {
    const old = was.get(key);
    if (old === undefined || !same(old, entry)) merged.set(key, entry);
  }
  return [...merged.values()];
}
