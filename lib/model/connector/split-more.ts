import type { Field } from "@/lib/model/connector/field";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";

/** As many as are shown before "more". */
export const SHOWN_AT_ONCE = 8;

/**
 * Splits the fields of a group, whose order is that of the screen, into those shown and those behind "more". Fields
 * of the lowest rank are shown first; fields that no choice shows together count once.
 */
export function splitMore(
  fields: readonly Field[],
  rank: (field: Field) => number,
  conditions: readonly Condition[],
): { fields: Field[]; more: Field[] } {
  const kept: Field[] = [];
  for (const field of fields.toSorted((a, b) => rank(a) - rank(b))) {
    if (!field.retired && mostTogether([...kept, field], conditions) <= SHOWN_AT_ONCE) kept.push(field);
  }
  return {
    fields: fields.filter((field) => kept.includes(field)),
    more: fields.filter((field) => !kept.includes(field)),
  };
}

type Ways = readonly Condition["when"][];

/** How many of the fields any choice of values shows at once; a bound from above. */
function mostTogether(fields: readonly Field[], conditions: readonly Condition[]): number {
  const ways = fields.map(
    (field): Ways => conditions.filter(({ show }) => show.includes(field.path)).map(({ when }) => when),
  );
  const always = ways.filter((way) => way.length === 0).length;
  const dependent = ways.filter((way) => way.length > 0);
  const together = dependent.map((way) => dependent.filter((other) => compatible(way, other)).length);
  return always + Math.max(0, ...together);
}

function compatible(some: Ways, others: Ways): boolean {
  return some.some((when) => others.some((other) => !excludes(when, other)));
}

function excludes(when: Condition["when"], other: Condition["when"]): boolean {
  return Object.entries(when).some(([path, values]) => {
    const theirs = other[path];
    return theirs !== undefined && !theirs.some((value) => values.includes(value));
  });
}
