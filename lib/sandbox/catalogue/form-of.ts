import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import { shapeAt } from "@/lib/sandbox/catalogue/field";
import type { Condition, FieldLabel, FormOverlay } from "@/lib/sandbox/catalogue/overlay/form-overlay";
import { overlayOf } from "@/lib/sandbox/catalogue/overlay/overlay-of";
import { serviceOf } from "@/lib/sandbox/catalogue/service";

/** A form cut to one type. */
export type Form = Required<Omit<FormOverlay, "labels">> & {
  readonly labels: Readonly<Record<string, FieldLabel>>;
  /** Fields that belong to a choice this type does not offer: never shown. */
  readonly unreachable: readonly string[];
};

type Value = string | number | boolean;

/**
 * The hand-made form of a connector type, less what its family has and it does not: paths to fields it lacks,
 * conditions on them or on values its enums do not list. Undefined for a type without a form, or unknown.
 */
export function formOf(service: string): Form | undefined {
  const form = overlayOf(service)?.form;
  const facts = serviceOf(service);
  if (!form || !facts) return undefined;
  const fields = configFields(service, "config").settable;
  const shapeOf = (path: string) =>
    shapeAt(fields, path) ??
    (path.startsWith("auth.") ? shapeAt(facts.auth ?? [], path.slice("auth.".length)) : undefined);
  const has = (path: string) => shapeOf(path) !== undefined;
  const takes = (path: string, value: Value | null) => {
    const shape = shapeOf(path);
    return value === null || shape?.kind !== "enum" || shape.options.some((option) => option === value);
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
    unreachable: [...new Set(written.flatMap(({ show }) => show))].filter((path) => !shown.has(path)),
  };
}
