import type { Field } from "@/lib/model/connector/field";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";

/** As many as are shown before "more". */
export const SHOWN_AT_ONCE = 8;

/** Conditions that hold together under some choice of values. */
export type Scenario = ReadonlySet<Condition>;

/**
 * Splits the fields of a group, whose order is that of the screen, into those shown and those behind "more". Fields
 * of the lowest rank are shown first, as long as no choice shows more than eight at once.
 */
export function splitMore(
  fields: readonly Field[],
  rank: (field: Field) => number,
  scenarios: readonly Scenario[],
): { fields: Field[]; more: Field[] } {
  const kept = new Set<Field>();
  for (const field of fields.toSorted((a, b) => rank(a) - rank(b))) {
    if (!field.retired && mostTogether([...kept, field], scenarios) <= SHOWN_AT_ONCE) kept.add(field);
  }
  return {
    fields: fields.filter((field) => kept.has(field)),
    more: fields.filter((field) => !kept.has(field)),
  };
}

const MOST_CHOICES = 4096;
const ELSE = Symbol("any other value");

/** Every set of conditions that some choice of values lets hold; all of them at once where the choices are too many. */
export function scenariosOf(conditions: readonly Condition[]): Scenario[] {
  const paths = [...new Set(conditions.flatMap(({ when }) => Object.keys(when)))];
  const choices = paths.map((path) => [...new Set(conditions.flatMap(({ when }) => when[path] ?? [])), ELSE]);
  if (choices.reduce((product, { length }) => product * length, 1) > MOST_CHOICES)
    return [new Set(conditions)];
  const picks = choices.reduce<unknown[][]>(
    (all, values) => all.flatMap((pick) => values.map((value) => [...pick, value])),
    [[]],
  );
  const distinct = new Map<string, Scenario>();
  for (const pick of picks) {
    const holding = conditions.map(({ when }) =>
      paths.every((path, at) => when[path]?.some((value) => value === pick[at]) ?? true),
    );
    distinct.set(holding.join(), new Set(conditions.filter((_, at) => holding[at])));
  }
  return [...distinct.values()];
}

function mostTogether(fields: readonly Field[], scenarios: readonly Scenario[]): number {
  const all = new Set(scenarios.flatMap((scenario) => [...scenario]));
  const ways = fields.map(({ path }) => [...all].filter(({ show }) => show.includes(path)));
  const counts = scenarios.map(
    (scenario) => ways.filter((own) => own.length === 0 || own.some((it) => scenario.has(it))).length,
  );
  return Math.max(0, ...counts);
}
