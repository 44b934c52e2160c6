import type { Field } from "@/lib/model/connector/field";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";

/** As many as are shown before "more". */
const SHOWN_AT_ONCE = 8;
/** A set of conditions is the bits of an integer; what depends on one past the last counts as always shown. */
const BITS = 31;

/**
 * Splits the fields of a group, whose order is that of the screen, into those shown and those behind "more". Fields
 * of the lowest rank are shown first, as long as no choice shows more than eight at once.
 * @param scenarios as `scenariosOf` finds them for the same conditions
 */
export function splitMore(
  fields: readonly Field[],
  rank: (field: Field) => number,
  conditions: readonly Condition[],
  scenarios: readonly number[],
): { fields: Field[]; more: Field[] } {
  const kept = new Set<Field>();
  let counts = scenarios.map(() => 0);
  const ranked = fields.map((field) => ({ field, rank: rank(field) })).toSorted((a, b) => a.rank - b.rank);
  for (const { field } of ranked) {
    if (field.retired) continue;
    const ways = bitsOf(conditions, ({ show }) => show.includes(field.path));
    const next = counts.map(
      (count, at) => count + (ways === 0 || (ways & (scenarios[at] ?? 0)) !== 0 ? 1 : 0),
    );
    if (Math.max(...next) > SHOWN_AT_ONCE) continue;
    counts = next;
    kept.add(field);
  }
  return {
    fields: fields.filter((field) => kept.has(field)),
    more: fields.filter((field) => !kept.has(field)),
  };
}

/** Every set of conditions that some choice of values lets hold together, as bits by their order. */
export function scenariosOf(conditions: readonly Condition[]): number[] {
  let found: readonly number[] = [-1];
  for (const path of new Set(conditions.flatMap(({ when }) => Object.keys(when)))) {
    const values = [...new Set(conditions.flatMap(({ when }) => when[path] ?? []))];
    const indifferent = bitsOf(conditions, ({ when }) => when[path] === undefined);
    const choices = values.map(
      (value) => indifferent | bitsOf(conditions, ({ when }) => when[path]?.includes(value) === true),
    );
    const together = found.flatMap((bits) => [indifferent, ...choices].map((choice) => bits & choice));
    found = [...new Set(together)];
  }
  return [...found];
}

function bitsOf(conditions: readonly Condition[], has: (condition: Condition) => boolean): number {
  return conditions
    .slice(0, BITS)
    .reduce((bits, condition, at) => (has(condition) ? bits | (1 << at) : bits), 0);
}
