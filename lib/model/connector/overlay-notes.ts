import { cutForm, type Form } from "@/lib/model/connector/cut-form";
import type { Field } from "@/lib/model/connector/field";
import type { GroupId } from "@/lib/model/connector/field-group";
import { COMMON_FORM } from "@/lib/model/connector/overlay/common-form";
import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";
import { formOverlayOf } from "@/lib/model/connector/overlay/form-overlay-of";
import type { FieldNotes } from "@/lib/model/connector/read-fields";

/** The hand-made form of a type, or what is common to all, with paths that carry their part. */
export interface OverlayNotes {
  readonly notes: ReadonlyMap<string, FieldNotes>;
  readonly order: readonly string[];
  readonly groups: ReadonlyMap<string, GroupId>;
  readonly conditions: readonly Condition[];
}

type Fields = ReadonlyMap<string, Field>;

/** What the hand-made form of a service says, cut to the fields that the metadata lists. */
export function overlayNotesOf(service: string, fields: Fields): OverlayNotes {
  const overlay = formOverlayOf(service) ?? commonForm(fields);
  const form = cutForm(overlay, (path) => {
    const field = fields.get(pathOf(path, fields) ?? "");
    return field && { options: field.kind === "enum" ? field.options.map(({ value }) => value) : null };
  });
  const paths = (list: readonly string[] = []) => list.flatMap((path) => pathOf(path, fields) ?? []);
  const keyed = <T>(record: Readonly<Record<string, T>>) =>
    Object.entries(record).flatMap(([path, value]) => paths([path]).map((own): [string, T] => [own, value]));
  return {
    notes: notesOf(form, paths, keyed),
    order: paths(form.order),
    groups: new Map(keyed(form.groups)),
    conditions: form.conditions.map(({ when, show, needed }) => ({
      when: Object.fromEntries(keyed(when)),
      show: paths(show),
      needed: paths(needed),
    })),
  };
}

/** Only of the conditions that ask about fields of the type: what depends on a field it lacks is always asked for. */
function commonForm(fields: Fields): FormOverlay {
  const conditions = COMMON_FORM.conditions?.filter(({ when }) =>
    Object.keys(when).every((path) => pathOf(path, fields) !== undefined),
  );
  return { ...COMMON_FORM, conditions: conditions ?? [] };
}

/** The path that a path of the overlay means; undefined where the type has no such field. */
function pathOf(path: string, fields: Fields): string | undefined {
  if (fields.has(`config.${path}`)) return `config.${path}`;
  return path.startsWith("auth.") && fields.has(path) ? path : undefined;
}

function notesOf(
  form: Form,
  paths: (list: readonly string[]) => string[],
  keyed: <T>(record: Readonly<Record<string, T>>) => [string, T][],
): ReadonlyMap<string, FieldNotes> {
  const notes = new Map<string, FieldNotes>();
  const note = (path: string, more: FieldNotes) => notes.set(path, { ...notes.get(path), ...more });
  for (const [path, label] of keyed(form.labels)) note(path, { label });
  for (const [path, standing] of keyed(form.defaults)) note(path, { standing });
  for (const [path, format] of keyed(form.formats)) note(path, { format });
  for (const path of paths(form.needed)) note(path, { needed: true });
  for (const path of paths([...form.retired, ...form.unreachable])) note(path, { retired: true });
  return notes;
}
