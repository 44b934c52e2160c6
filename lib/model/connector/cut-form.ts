import type { Condition, FieldLabel, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

/** A form cut to one type. */
export type Form = Required<Omit<FormOverlay, "labels">> & {
  readonly labels: Readonly<Record<string, FieldLabel>>;
  /** Fields that belong to a choice this type does not offer: never shown. */
  readonly unreachable: readonly string[];
};

/** What a type has at a path of the overlay: the values of its enum, or null where anything of its type goes. */
export type OptionsAt = (path: string) => { readonly options: readonly string[] | null } | undefined;

type Value = string | number | boolean;

/**
 * The hand-made form of a family, less what the family has and the type has not: paths to fields it lacks,
 * conditions on them or on values its enums do not list.
 */
export function cutForm(form: FormOverlay, optionsAt: OptionsAt): Form {
  const has = (path: string) => optionsAt(path) !== undefined;
  const takes = (path: string, value: Value | null) => {
    const options = optionsAt(path)?.options;
    return value === null || !options || options.some((option) => option === value);
  };
  const present = (paths: readonly string[] = []) => paths.filter(has);
  const pick = <T>(record: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(record).filter(([path]) => has(path)));
  const possible = (path: string, values: readonly (Value | null)[]) => {
    const standing = form.defaults?.[path] ?? null;
    return values.some((value) => (has(path) ? takes(path, value) : value === standing));
  };

  const written = (form.conditions ?? []).map((condition) => ({
    when: condition.when,
    show: present(condition.show),
    needed: present(condition.needed),
  }));
  const kept = written
    .filter(
      ({ when, show }) =>
        show.length > 0 && Object.entries(when).every(([path, values]) => possible(path, values)),
    )
    .map((condition) => ({ ...condition, when: pick(condition.when) }));
  const always = kept.filter(({ when }) => Object.keys(when).length === 0);
  const shown = new Set(kept.flatMap(({ show }) => show));
  const unconditional = new Set(always.flatMap(({ show }) => show));
  return {
    order: present(form.order),
    labels: pick(form.labels),
    defaults: Object.fromEntries(
      Object.entries(pick(form.defaults)).filter(([path, value]) => takes(path, value)),
    ),
    conditions: kept
      .filter((condition) => !always.includes(condition))
      .map(
        (condition): Condition => ({
          ...condition,
          show: condition.show.filter((path) => !unconditional.has(path)),
        }),
      )
      .filter(({ show }) => show.length > 0),
    needed: [...present(form.needed), ...always.flatMap(({ needed }) => needed)],
    retired: present(form.retired),
    formats: pick(form.formats),
    groups: pick(form.groups),
    unreachable: [...new Set(written.flatMap(({ show }) => show))].filter((path) => !shown.has(path)),
  };
}
