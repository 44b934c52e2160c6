import type { Field, FieldGroup } from "@/lib/model/connector/field";
import { GROUP_TITLES, groupIdOf, holdsSecret } from "@/lib/model/connector/field-group";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";
import type { OverlayNotes } from "@/lib/model/connector/overlay-notes";
import { scenariosOf, splitMore } from "@/lib/model/connector/split-more";

/** Sorts fields under their headings, in the order they are asked for, credentials last. `filed`: the type reads files. */
export function groupFields(
  fields: readonly Field[],
  { order, groups, conditions }: OverlayNotes,
  filed: boolean,
): FieldGroup[] {
  const rankedBy = rankOf(order, conditions);
  const ranks = new Map(fields.map((field) => [field, rankedBy(field)]));
  const rank = (field: Field) => ranks.get(field) ?? 0;
  const scenarios = scenariosOf(conditions);
  const sorted = fields.toSorted(
    (a, b) => Number(holdsSecret(a)) - Number(holdsSecret(b)) || rank(a) - rank(b),
  );
  const idOf = (field: Field) =>
    field.retired ? "other" : (groups.get(field.path) ?? groupIdOf(field, filed));
  return GROUP_TITLES.flatMap(([id, title]) => {
    const own = sorted.filter((field) => idOf(field) === id);
    return own.length > 0 ? [{ id, title, ...splitMore(own, rank, conditions, scenarios) }] : [];
  });
}

/** How early a field is asked for: as its form says, then what is needed; none before the field that decides on it. */
function rankOf(order: readonly string[], conditions: readonly Condition[]): (field: Field) => number {
  const wanted = new Map(order.map((path, index) => [path, index]));
  const last = order.length;
  const own = ({ path, needed }: Field) => wanted.get(path) ?? last + (needed ? 0 : 2);
  return (field) => {
    const ways = conditions.filter(({ show }) => show.includes(field.path));
    if (ways.length === 0) return own(field);
    const deciding = ways.map(({ when }) =>
      Math.max(...Object.keys(when).map((path) => wanted.get(path) ?? last + 2)),
    );
    const first = Math.min(...deciding);
    const asked = ways.some(({ needed = [] }) => needed.includes(field.path));
    return Math.max(first, wanted.get(field.path) ?? (asked ? first : last + 2));
  };
}
