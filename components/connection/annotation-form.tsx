"use client";
import { type FormEvent, useState } from "react";
import { MeanwhileNote } from "@/components/connection/meanwhile-note";
import { useSaveAnnotation } from "@/components/connection/use-save-annotation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { Textarea } from "@/components/ui/textarea";
import {
  type Annotation,
  LONGEST_NOTES,
  readOwners,
  readTags,
  type StoredAnnotation,
  toLine,
} from "@/lib/model/annotation";
import { annotationDifference } from "@/lib/model/annotation-difference";
import { checkAnnotation } from "@/lib/model/check-annotation";
import { figure } from "@/lib/model/names";
import { ApiError, messageOf } from "@/lib/queries/api-error";

type Typed = Record<keyof Annotation, string>;

const typedOf = ({ tags, owners, notes, runbook }: Annotation): Typed => ({
  tags: tags.join(", "),
  owners: owners.join(", "),
  notes,
  runbook,
});

const annotationOf = ({ tags, owners, notes, runbook }: Typed): Annotation => ({
  tags: readTags(tags),
  owners: readOwners(owners),
  notes: notes.trim(),
  runbook: toLine(runbook),
});

/** Tags, owners, runbook and notes, begun from what is `held`. */
export function AnnotationForm({
  id,
  name,
  held,
  onDone,
}: {
  id: string;
  name: string;
  held: StoredAnnotation;
  onDone: () => void;
}) {
  const [typed, setTyped] = useState(() => typedOf(held));
  const [tried, setTried] = useState(false);
  const { save, isPending, error, base, meanwhile } = useSaveAnnotation({
    id,
    name,
    held,
    onMerged: (merged) => setTyped(typedOf(merged)),
    onDone,
  });
  const mine = annotationOf(typed);
  const wrong = checkAnnotation(mine);
  const field = error instanceof ApiError ? error.facts.field : undefined;
  const errorAt = (key: keyof Annotation) =>
    (tried ? wrong.get(key) : undefined) ?? (error && field === key ? error.message : undefined);
  const bind = (key: keyof Annotation) => ({
    value: typed[key],
    readOnly: isPending,
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped((now) => ({ ...now, [key]: target.value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size === 0) save(mine);
  };
  const settled = error instanceof ApiError && error.code === "conflict" && meanwhile !== null;
  return (
    <form onSubmit={submit} className="grid gap-3" aria-label="About" noValidate>
      {meanwhile ? (
        <MeanwhileNote
          meanwhile={meanwhile}
          onTake={(key) => setTyped((now) => ({ ...now, [key]: meanwhile.theirs[key] }))}
        />
      ) : null}
      <Field label="Tags" help="Between commas, such as finance, critical" error={errorAt("tags")}>
        {(control) => <Input {...control} {...bind("tags")} autoCapitalize="off" />}
      </Field>
      <Field label="Owners" help="Names or addresses, between commas" error={errorAt("owners")}>
        {(control) => <Input {...control} {...bind("owners")} />}
      </Field>
      <Field label="Runbook" help="What to do when it breaks" error={errorAt("runbook")}>
        {(control) => <Input {...control} {...bind("runbook")} inputMode="url" placeholder="https://" />}
      </Field>
      <Field
        label="Notes"
        hint={mine.notes === "" ? null : `${figure(mine.notes.length)} of ${figure(LONGEST_NOTES)}`}
        error={errorAt("notes")}
      >
        {(control) => <Textarea {...control} {...bind("notes")} autoCapitalize="sentences" />}
      </Field>
      {error && !field && !settled ? (
        <Note tone="broken" role="alert">
          {messageOf(error)}
        </Note>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          type="submit"
          look="primary"
          pending={isPending}
          offBecause={annotationDifference(base, mine).length === 0 ? "Nothing is changed" : undefined}
        >
          Save
        </Button>
      </div>
    </form>
  );
}
